// A person says what a text is: a listener for a language, a coordinator or protection officer for what nobody could place.
// They can mark lane, type and place and translate; they never see a number, and every reading is in the journal.

import type { Lane } from '../../../shared/domain/lane.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { findArea, findCouncilOfContact, findRootArea, openTodo } from '../know/index.ts';
import { lockWishes } from '../protect/index.ts';
import type { ListenTools } from './heard.ts';
import { laneOf } from './lane-of.ts';
import { liftCalls } from './move-calls.ts';
import { gatherAdded } from './read-together.ts';
import { codesOf, maskedFor } from './record-telling.ts';
import { isTakenBack } from './store-codes.ts';
import { findInbound, findOutcome, setOutcome } from './store-messages.ts';
import { insertInterpretation, insertReport } from './store-reports.ts';
import { understandText } from './understand-text.ts';

export type Marking = {
  messageId: string;
  by: string;
  outcome: 'report' | 'noise' | 'zero' | 'cannot-read';
  lane?: Lane | undefined;
  typeCode?: string | undefined;
  areaId?: string | undefined;
  translation?: string | undefined;
  danger?: boolean | undefined;
  language?: string | undefined;
};

/** Unattended login: hears the task 'mark-message' that the listener's deed set off. */
export async function markMessage(ctx: Ctx, marking: Marking, tools: ListenTools): Promise<void> {
  const message = await findInbound(ctx, marking.messageId);
  if (!message) throw problem('todo.not-found');
  await lockWishes(ctx, message.contactId);
  // Taken back, or what she added made it clear, while it was being marked.
  const ended = await findOutcome(ctx, message.id);
  if (ended?.kind === 'report' || (await isTakenBack(ctx, message.id))) return;
  if (marking.outcome !== 'report') {
    if (marking.outcome === 'cannot-read') await leaveToAnother(ctx, message);
    await setOutcome(ctx, message.id, { kind: endOf[marking.outcome] });
    return;
  }
  const reportId = await fileMarkedReport(ctx, { message, marking }, tools);
  await setOutcome(ctx, message.id, { kind: 'report', subjectId: reportId });
  await gatherAdded(ctx, { firstId: message.id, reportId });
}

const endOf = { zero: 'zero', noise: 'noise', 'cannot-read': 'person' } as const;

/** Nobody throws a text away because one person could not read it: the coordinator finds somebody who can. */
async function leaveToAnother(ctx: Ctx, message: { id: string; origin: Origin }): Promise<void> {
  await openTodo(ctx, {
    kind: 'unclear',
    role: 'coordinator',
    subjectId: message.id,
    messageId: message.id,
    origin: message.origin,
  });
}

type Marked = {
  message: Pick<
    NonNullable<Awaited<ReturnType<typeof findInbound>>>,
    'id' | 'contactId' | 'sourceKey' | 'receivedAt' | 'origin' | 'via'
  >;
  marking: Marking;
};

export async function fileMarkedReport(ctx: Ctx, { message, marking }: Marked, tools: ListenTools): Promise<string> {
  const world = await tools.world();
  const type = world.types.find((known) => known.code === marking.typeCode);
  if (marking.typeCode !== undefined && !type) throw problem('type.not-found');
  const understanding = understandText(marking.translation ?? '', world);
  const lane = stricterOf(marking.lane, laneOf(understanding, type));
  const { councilId, ...place } = await placeOf(ctx, message.contactId, marking.areaId);
  const id = ctx.id('report');
  await insertReport(
    ctx,
    {
      id,
      contactId: message.contactId,
      sourceKey: message.sourceKey,
      councilId,
      lane,
      typeCode: marking.typeCode ?? null,
      typeBy: 'listener',
      ...place,
      language: marking.language ?? understanding.language,
      danger: (marking.danger ?? type?.danger ?? false) || understanding.danger,
      zero: false,
      via: message.via,
      ...maskedFor(tools.keys, { lane, reportId: id, masked: understanding.masked }),
      toldAt: message.receivedAt,
      origin: message.origin,
    },
    message.id,
  );
  await insertInterpretation(ctx, {
    reportId: id,
    version: 1,
    by: marking.by,
    grammar: 'person/1',
    understanding: {
      ...codesOf(understanding),
      type: marking.typeCode ? { code: marking.typeCode, by: 'listener', confidence: 1 } : undefined,
    },
  });
  await ctx.emit(
    'report.told',
    { subjectId: id, lane, scopeId: place.scopeId, origin: message.origin },
    { reportId: id },
  );
  await liftCalls(ctx, message.contactId, lane);
  return id;
}

/** Of what was marked and what type and words say: nobody lowers a lane by a slip. */
const stricterOf = (marked: Lane | undefined, read: Lane): Lane => (marked && marked !== 'ordinary' ? marked : read);

/** Where she marked it, else where its council is, else the whole programme. */
async function placeOf(ctx: Ctx, contactId: string, areaId: string | undefined) {
  const council = await findCouncilOfContact(ctx, contactId);
  const councilId = council?.councilId ?? null;
  const area = areaId ? await findArea(ctx, areaId) : undefined;
  if (area)
    return {
      councilId,
      areaId: area.id,
      scopeId: area.scopeId ?? council?.scopeId ?? (await rootId(ctx)),
      placeBy: 'listener',
    } as const;
  if (council) return { councilId, areaId: council.areaId, scopeId: council.scopeId, placeBy: 'council' } as const;
  return { councilId, areaId: null, scopeId: await rootId(ctx), placeBy: 'none' } as const;
}

const rootId = async (ctx: Ctx): Promise<string | null> => (await findRootArea(ctx))?.id ?? null;
