// A text of a flood waits, sealed and counted, with the others of its group until a person has looked. What speaks of danger or belongs
// to a restricted lane goes on as ever, up to a bound: a thousand forged dangers must not call a thousand times, and are told all the same.
import type { FloodMark } from '../../../shared/domain/flood.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import type { Understanding } from '../../../shared/domain/understanding.ts';
import type { Ctx } from '../../db/tx.ts';
import { askToLook } from './ask-to-look.ts';
import { choosePlace } from './choose-place.ts';
import { wordFor } from './grammars/words-of.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { laneOf } from './lane-of.ts';
import { CALL_DAYS } from './move-calls.ts';
import { hasRoomForReply } from './reply-budget.ts';
import { type findCall, setHeldRing } from './store-conversations.ts';
import { countHeld, findGroupState, insertGroup, insertSample, letThrough } from './store-floods.ts';
import { findLatestReport } from './store-reports.ts';
import { thank } from './thank.ts';
import { understandText } from './understand-text.ts';

const MOST_THROUGH = { ofGroup: 3, ofFlood: 30 };
const MOST_SAMPLES = 3;

/** Undefined when it goes on as any telling. */
export async function hearFlood(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (!heard.flood) return undefined;
  const world = await tools.world();
  const understanding = understandText(heard.text, { ...world, usualLanguage: heard.wishes.language });
  // Neither opens anything nor asks a person.
  if (understanding.kind === 'noise' || understanding.kind === 'zero') return undefined;
  return holdInFlood(ctx, heard, { understanding, tools });
}

type Read = { understanding: Understanding; tools: ListenTools };

/** The same for what was read already: the answers of a menu or a page. */
export async function holdInFlood(
  ctx: Ctx,
  heard: Heard,
  { understanding, tools }: Read,
): Promise<Outcome | undefined> {
  const { flood } = heard;
  if (!flood || isSpared(heard, flood)) return undefined;
  const world = await tools.world();
  const state = await findGroupState(ctx, flood.groupId);
  if (state === 'released') return undefined;
  if (state === undefined) await begin(ctx, heard, flood);
  const type = world.types.find((known) => known.code === understanding.type?.code);
  const restricted = isRestricted(laneOf(understanding, type));
  const urgent = understanding.danger || restricted;
  if (urgent && (await letThrough(ctx, flood, MOST_THROUGH))) return undefined;
  await hold(ctx, heard, { flood, understanding, restricted });
  if (await hasRoomForReply(ctx, heard.contactId, tools.repliesAnHour))
    await thank(ctx, heard, { template: 'receipt.many', tools });
  return { kind: 'held', subjectId: flood.groupId };
}

/** She asks to be called. Who has told something is; strangers who ask all at once are one matter, and nobody is rung for each. */
export async function holdWishedCall(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (!heard.flood || (await hasTold(ctx, heard.contactId))) return undefined;
  const read = understandText(
    wordFor(({ orders }) => orders.wishes.call),
    await tools.world(),
  );
  return holdInFlood(ctx, heard, { understanding: { ...read, kind: 'report' }, tools });
}

/** True when a ring is held with its flood. */
export async function holdRing(ctx: Ctx, call: HeldRing, flood: FloodMark): Promise<boolean> {
  const { id, contactId, kind, gatewayId, calledAt: at, origin } = call;
  if (isSpared({ wishes: { kind } }, flood) || (await hasTold(ctx, contactId))) return false;
  const state = await findGroupState(ctx, flood.groupId);
  if (state === 'released') return false;
  if (state === undefined) await begin(ctx, { gatewayId, receivedAt: at, origin }, flood);
  await countHeld(ctx, flood.groupId, { urgent: false, at });
  await setHeldRing(ctx, id, flood.groupId);
  return true;
}

const hasTold = async (ctx: Ctx, contactId: string): Promise<boolean> =>
  (await findLatestReport(ctx, contactId, new Date(ctx.now.getTime() - CALL_DAYS * 86_400_000))) !== undefined;

type HeldRing = NonNullable<Awaited<ReturnType<typeof findCall>>> & { kind: Heard['wishes']['kind'] };

/** Counted, and if it is among the first of its group, shown masked. Of a restricted lane neither words nor danger are told here. */
async function hold(
  ctx: Ctx,
  { messageId, receivedAt: at, council }: Heard,
  held: { flood: FloodMark; understanding: Understanding; restricted: boolean },
): Promise<void> {
  const { flood, understanding, restricted } = held;
  const texts = await countHeld(ctx, flood.groupId, { urgent: understanding.danger && !restricted, at });
  if (restricted || texts > MOST_SAMPLES) return;
  const { scopeId } = await choosePlace(ctx, understanding.places, council);
  await insertSample(ctx, { messageId, groupId: flood.groupId, scopeId, masked: understanding.masked });
}

/** Members and posts are known: only what their own number sends too much of is held. */
const isSpared = ({ wishes }: { wishes: Pick<Heard['wishes'], 'kind'> }, { cause }: FloodMark): boolean =>
  wishes.kind !== 'person' && cause !== 'one-sender';

type First = Pick<Heard, 'gatewayId' | 'receivedAt' | 'origin'>;

async function begin(ctx: Ctx, heard: First, flood: FloodMark): Promise<void> {
  const { gatewayId, receivedAt: at, origin } = heard;
  const { floodId } = flood;
  const began = await insertGroup(ctx, flood, { gatewayId, at, origin });
  await askToLook(ctx, floodId, origin);
  if (began) await ctx.emit('flood.began', { subjectId: floodId, origin }, { floodId, gatewayId });
}
