// A person reads a flood as one thing and decides of its groups: released, they are understood like any text; set aside, they stay sealed
// and can be released later. What is released may be held again for as long as its work has not begun.
import { FLOOD_MINUTES, type FloodState } from '../../../shared/domain/flood.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { askTask } from '../../db/tasks.ts';
import { turns } from '../../db/turn.ts';
import { type Ctx, UNDO_SECONDS } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { closeTodos } from '../know/index.ts';
import { askToLook } from './ask-to-look.ts';
import { freeRings } from './store-conversations.ts';
import {
  countSenders,
  findFlood,
  listFloodsSince,
  listGroups,
  listReleased,
  listSamples,
  setGroupState,
} from './store-floods.ts';

const MOST_GROUPS = 20;
const LISTED_DAYS = 30;

export async function listFloods(ctx: WebCtx) {
  const floods = await listFloodsSince(ctx, new Date(ctx.now.getTime() - LISTED_DAYS * 86_400_000));
  return {
    floods: floods.map(({ id, gatewayId, beganAt, texts }) => ({
      id,
      gatewayId,
      beganAt: beganAt.toISOString(),
      texts: Number(texts),
    })),
  };
}

/** The groups with most texts; how many more there are is said, and a decision of all is one of those, too. */
export async function getFlood(ctx: WebCtx, floodId: string) {
  const flood = await findFlood(ctx, floodId);
  if (!flood) throw problem('flood.not-found', { floodId });
  const groups = await listGroups(ctx, floodId);
  const shown = groups.slice(0, MOST_GROUPS);
  const samples = Map.groupBy(
    await listSamples(
      ctx,
      shown.map(({ id }) => id),
    ),
    ({ groupId }) => groupId,
  );
  const senders = await countSenders(ctx, floodId);
  const lastAt = new Date(Math.max(...[flood.beganAt, ...groups.map((group) => group.lastAt)].map(Number)));
  return {
    id: flood.id,
    gatewayId: flood.gatewayId,
    beganAt: flood.beganAt.toISOString(),
    lastAt: lastAt.toISOString(),
    going: ctx.now.getTime() - lastAt.getTime() < FLOOD_MINUTES * 60_000,
    texts: groups.reduce((sum, group) => sum + group.texts, 0),
    more: groups.length - shown.length,
    groups: shown.map(({ id, cause, state, texts, urgent, decidedAt }) => ({
      id,
      cause,
      state,
      texts,
      urgent,
      mayWait: state === 'set-aside' || (state === 'released' && (decidedAt ?? flood.beganAt) > undoneSince(ctx)),
      senders: senders.get(id) ?? 0,
      samples: (samples.get(id) ?? []).map(({ masked }) => masked),
    })),
  };
}

/** From which states a person may go to each: what was released stays so once its work has begun. */
const ways: Readonly<Record<FloodState, readonly FloodState[]>> = {
  released: ['waiting', 'set-aside'],
  'set-aside': ['waiting'],
  waiting: ['set-aside', 'released'],
};

/** Of one group, or of all that wait. Throws `flood.state` when there is none of which this may be decided now. */
export async function decideFlood(
  ctx: WebCtx,
  floodId: string,
  { state, groupId }: { state: FloodState; groupId?: string | undefined },
): Promise<void> {
  if (!(await findFlood(ctx, floodId))) throw problem('flood.not-found', { floodId });
  const from = groupId === undefined && state !== 'waiting' ? (['waiting'] as const) : ways[state];
  const groups = await setGroupState(ctx, floodId, { to: state, from, groupId, decidedSince: undoneSince(ctx) });
  if (groups === 0) throw problem('flood.state', { floodId });
  await ctx.emit('flood.decided', { subjectId: floodId }, { floodId, state, groups });
  if (!(await hasWaiting(ctx, floodId))) await closeTodos(ctx, floodId, 'flood');
}

/** What was decided later than this may still be taken back. */
const undoneSince = ({ now }: Ctx): Date => new Date(now.getTime() - UNDO_SECONDS * 1000);

const PIECE = 200;

type Piece = { floodId: string; after?: string | undefined };

/**
 * Hears 'flood.decided', and itself for the next piece: held texts and rings of released groups are heard, after everybody else's. What is
 * held again after all was decided is a task again.
 */
export async function releaseFlood(ctx: Ctx, { floodId, after = '' }: Piece): Promise<void> {
  const piece = { most: PIECE, decidedBefore: undoneSince(ctx) };
  const ids = await listReleased(ctx, floodId, { ...piece, after });
  const rings = await freeRings(ctx, floodId, piece);
  const later = { runAt: ctx.now, turn: turns.last };
  for (const callId of rings)
    await askTask(ctx.tx, { ...later, id: `ta_${callId}_released`, hearing: 'ask-to-call-back', payload: { callId } });
  for (const messageId of ids)
    await askTask(ctx.tx, { ...later, id: `ta_${messageId}_released`, hearing: 'understand', payload: { messageId } });
  if (ids.length === PIECE || rings.length === PIECE)
    await askTask(ctx.tx, {
      ...later,
      id: ctx.id('task'),
      hearing: 'release-flood',
      payload: { floodId, after: ids.at(-1) ?? after },
    });
  else if (await hasWaiting(ctx, floodId)) await askToLook(ctx, floodId);
}

const hasWaiting = async (ctx: Ctx, floodId: string): Promise<boolean> =>
  (await listGroups(ctx, floodId)).some(({ state }) => state === 'waiting');
