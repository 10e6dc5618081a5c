// Binds the contract to what this room tells and does.
import { contract } from '../../../shared/contract/index.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { type Handling, handle, type WebCtx } from '../../kit/handle.ts';
import { type Batch, listBatches } from '../know/index.ts';
import { askNumber, type CallTools, endCall, getNumber, lookAtCall } from './call-back.ts';
import { listCosts, listGateways, priceGateway } from './count-cost.ts';
import { decideFlood, getFlood, listFloods } from './decide-flood.ts';
import { type HandsetMenu, ringFromHandset } from './dial-from-handset.ts';
import { type EntryTools, enterTelling, readCode } from './enter-telling.ts';
import { findUnknownPlaces } from './grammars/find-unknown-places.ts';
import { addHandset, listHandsets, sendFromHandset } from './handsets.ts';
import { type ImportTools, importReports, previewReports, undoReports, undoUntil } from './import-reports.ts';
import type { IntakeTools } from './inbox.ts';
import { listOpenings } from './list-openings.ts';
import { listTexts } from './list-texts.ts';
import { readTellings } from './store-reports.ts';
import type { UnderstandWorld } from './understand-text.ts';
import { walkFlow } from './walk-flow.ts';
import { markText, readUnclear, takeListening } from './work-texts.ts';

export type ListenRouteTools = {
  intake: IntakeTools;
  demonstration: boolean;
  timeZone: string;
  /** The simulated phones' way into the menu. */
  menu: HandsetMenu;
  /** An invented number for one more simulated phone. */
  inventNumber(): string;
  onAccepted(): void;
  imports: ImportTools;
  follow: EntryTools['follow'];
  followTelling: CallTools['followTelling'];
  /** What texts are understood against, as it stands now. */
  world(): Promise<UnderstandWorld>;
};

export function listenRoutes(tools: ListenRouteTools): readonly Handling[] {
  const { keys, db } = tools.intake;
  const demonstrationOnly = (): void => {
    if (!tools.demonstration) throw problem('programme.not-demonstration');
  };
  return [
    ...importRoutes(tools.imports),
    ...entryRoutes(tools),
    ...callRoutes(tools),
    handle(contract.takeListening, (ctx) => takeListening(ctx, keys, tools.world)),
    handle(contract.markListening, (ctx, { params, body }) => markText(ctx, params.id, { keys, marking: body })),
    handle(contract.readUnclear, (ctx, { params }) => readUnclear(ctx, params.id, keys)),
    handle(contract.markUnclear, (ctx, { params, body }) => markText(ctx, params.id, { keys, marking: body })),
    handle(contract.listFloods, (ctx) => listFloods(ctx)),
    handle(contract.getFlood, (ctx, { params }) => getFlood(ctx, params.id)),
    handle(contract.decideFlood, async (ctx, { params, body }) => {
      await decideFlood(ctx, params.id, body);
      return {};
    }),
    handle(contract.listTexts, async () => listTexts()),
    handle(contract.walkFlow, async (_ctx, { body }) => ({ turns: walkFlow(body) })),
    handle(contract.listUnknownPlaces, async (ctx, { params }) => {
      const telling = (await readTellings(ctx, [params.id])).get(params.id);
      if (!telling) throw problem('request.not-found');
      return { words: telling.masked ? findUnknownPlaces(telling.masked, (await tools.imports.world()).places) : [] };
    }),
    handle(contract.listHandsets, async () => {
      demonstrationOnly();
      return { handsets: await listHandsets(db, keys) };
    }),
    handle(contract.sendFromHandset, async (_ctx, { params, body }) => {
      demonstrationOnly();
      await sendFromHandset(tools.intake, params.id, body.text);
      tools.onAccepted();
      return {};
    }),
    handle(contract.dialFromHandset, async (_ctx, { params, body }) => {
      demonstrationOnly();
      const shown = await tools.menu.dial(params.id, body);
      tools.onAccepted();
      return shown;
    }),
    handle(contract.ringFromHandset, async (_ctx, { params }) => {
      demonstrationOnly();
      await ringFromHandset(tools.intake, params.id);
      tools.onAccepted();
      return {};
    }),
    handle(contract.addHandset, async (ctx, { body }) => {
      demonstrationOnly();
      return { id: await addHandset(db, keys, { label: body.label, number: tools.inventNumber(), now: ctx.now }) };
    }),
    handle(contract.listGateways, (ctx) => listGateways(ctx, tools.timeZone)),
    handle(contract.priceGateway, async (ctx, { params, body }) => {
      await priceGateway(ctx, params.id, body.price);
      return {};
    }),
    handle(contract.listCosts, (ctx) => listCosts(ctx, tools.timeZone)),
  ];
}

const entryRoutes = (tools: ListenRouteTools): readonly Handling[] => [
  handle(contract.readCode, (ctx, { body }) => readCode(ctx, body.code, tools)),
  handle(contract.enterTelling, async (ctx, { body }) => {
    const given = await enterTelling(ctx, body, tools);
    tools.onAccepted();
    return given;
  }),
];

const callRoutes = (tools: ListenRouteTools): readonly Handling[] => [
  handle(contract.lookAtCall, (ctx, { params }) => lookAtCall(ctx, params.id, tools)),
  handle(contract.askNumber, (ctx, { params, body }) =>
    askNumber(ctx, params.id, { pageKey: body.pageKey, timeZone: tools.timeZone }),
  ),
  handle(contract.getNumber, (ctx, { params }) => getNumber(ctx, params.id)),
  handle(contract.endCall, async (ctx, { params, body }) => {
    await endCall(ctx, params.id, { ended: body, tools });
    tools.onAccepted();
    return {};
  }),
  handle(contract.listOpenings, async (ctx) => ({ openings: await listOpenings(ctx) })),
];

const MOST_BATCHES = 50;

const importRoutes = (tools: ImportTools): readonly Handling[] => [
  handle(contract.previewReports, (ctx, { body }) =>
    previewReports(ctx, { ...body, ...placed(ctx), file: Buffer.from(body.file, 'base64') }, tools),
  ),
  handle(contract.importReports, async (ctx, { body }) => {
    const given = { ...body, ...placed(ctx), file: Buffer.from(body.file, 'base64') };
    const { faults: _faults, ...told } = await importReports(ctx, given, tools);
    return told;
  }),
  handle(contract.listBatches, async (ctx) => ({ batches: (await listBatches(ctx, MOST_BATCHES)).map(toBatchView) })),
  handle(contract.undoBatch, async (ctx, { params }) => {
    await undoReports(ctx, params.id);
    return {};
  }),
];

/** An administrator has no areas of her own: what she brings may lie anywhere. */
const placed = (ctx: WebCtx): { anywhere: boolean } => ({ anywhere: ctx.person.role === 'administrator' });

const toBatchView = ({ id, source, at, rows, added, known, refused, state, problem }: Batch) => ({
  id,
  source,
  at: at.toISOString(),
  rows,
  added,
  known,
  refused,
  state,
  inUse: problem === 'in-use',
  undoUntil: state === 'done' ? undoUntil(at).toISOString() : null,
});
