// Binds the contract to what this room tells and does.
import { contract } from '../../../shared/contract/index.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { type Handling, handle } from '../../kit/handle.ts';
import { findUnknownPlaces } from './grammars/find-unknown-places.ts';
import { addHandset, listHandsets, sendFromHandset } from './handsets.ts';
import type { IntakeTools } from './inbox.ts';
import { listGatewayHealth } from './store-gateways.ts';
import { readTellings } from './store-reports.ts';
import type { UnderstandWorld } from './understand-text.ts';
import { markText, readUnclear, takeListening } from './work-texts.ts';

export type ListenRouteTools = {
  intake: IntakeTools;
  demonstration: boolean;
  /** An invented number for one more simulated phone. */
  inventNumber(): string;
  onAccepted(): void;
  world(): Promise<UnderstandWorld>;
};

export function listenRoutes(tools: ListenRouteTools): readonly Handling[] {
  const { keys, db } = tools.intake;
  const demonstrationOnly = (): void => {
    if (!tools.demonstration) throw problem('programme.not-demonstration');
  };
  return [
    handle(contract.takeListening, (ctx) => takeListening(ctx, keys)),
    handle(contract.markListening, (ctx, { params, body }) => markText(ctx, params.id, { keys, marking: body })),
    handle(contract.readUnclear, (ctx, { params }) => readUnclear(ctx, params.id, keys)),
    handle(contract.markUnclear, (ctx, { params, body }) => markText(ctx, params.id, { keys, marking: body })),
    handle(contract.listUnknownPlaces, async (ctx, { params }) => {
      const telling = (await readTellings(ctx, [params.id])).get(params.id);
      if (!telling) throw problem('request.not-found');
      return { words: telling.masked ? findUnknownPlaces(telling.masked, (await tools.world()).places) : [] };
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
    handle(contract.addHandset, async (ctx, { body }) => {
      demonstrationOnly();
      return { id: await addHandset(db, keys, { label: body.label, number: tools.inventNumber(), now: ctx.now }) };
    }),
    handle(contract.listGateways, async (ctx) => ({ gateways: (await listGatewayHealth(ctx)).map(toGatewayView) })),
  ];
}

type Health = Awaited<ReturnType<typeof listGatewayHealth>>[number];

const toGatewayView = (row: Health) => ({
  id: row.id.length >= 6 && /^[a-z]{2}_/.test(row.id) ? row.id : `gw_${row.id}`,
  channel: row.channel,
  enabled: row.enabled,
  sends: row.sends,
  downSince: row.downSince?.toISOString() ?? null,
  lastInAt: row.lastInAt?.toISOString() ?? null,
  lastOutAt: row.lastOutAt?.toISOString() ?? null,
});
