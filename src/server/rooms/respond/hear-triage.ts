// What a coordinator's or protection officer's deed sets off, after the ten seconds in which it can be taken back.
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, closeTodosOutside, getType } from '../know/index.ts';
import { answerLadder, raiseDanger } from './climb-ladder.ts';
import { holdConcern } from './hold-concern.ts';
import { recount } from './join-telling.ts';
import { SERVICE_COMPLAINT } from './judge-telling.ts';
import { routeConcern, withdrawBrief, withdrawBriefsOf } from './route-concern.ts';
import { isActive, listBriefsOf } from './store-brief.ts';
import { type Concern, lockConcern, updateConcern } from './store-concern.ts';
import { setDuplicate } from './store-duplicate.ts';
import { listStanding, updateTelling, updateTellingsOf } from './store-telling.ts';
import { listTellingsToldTo } from './store-timeline.ts';
import { answerTelling } from './tell-answer.ts';
import type { RespondTools } from './telling.ts';

/** Hears `concern.typed` and `concern.placed`: danger follows the type; what a post has goes to whoever now answers for it. */
export async function hearSorted(ctx: Ctx, { concernId }: { concernId: string }, tools: RespondTools): Promise<void> {
  const concern = await lockConcern(ctx, concernId);
  if (!concern?.typeCode) return;
  const type = await getType(ctx, concern.typeCode);
  if (type.danger && !concern.danger) {
    await updateConcern(ctx, concern.id, { danger: true });
    await raiseDanger(ctx, { ...concern, danger: true }, tools);
  }
  await answerLadder(ctx, concern.id, 'person');
  if (concern.state !== 'open') return;
  if (concern.typeCode !== SERVICE_COMPLAINT) return routeConcern(ctx, { concernId, by: 'person' }, tools);
  // Never a brief: it leaves whoever had it, and she is answered by the coordinator.
  await withdrawBriefsOf(ctx, concern.id);
  await holdConcern(ctx, concern, { reasons: ['type-not-on-list'] });
}

/** Hears `concern.laned`: gone from every post and from the ladder; waits for the people of its new lane. */
export async function hearLane(ctx: Ctx, heard: { concernId: string; from: string; to: string }): Promise<void> {
  const concern = await lockConcern(ctx, heard.concernId);
  if (!concern || concern.lane !== heard.to || concern.state !== 'triage') return;
  await withdrawBriefsOf(ctx, concern.id);
  await answerLadder(ctx, concern.id, 'lane');
  await closeTodosOutside(ctx, concern.id, concern.lane);
  await holdConcern(ctx, concern, { reasons: [heard.to === 'ordinary' ? 'lowered' : 'raised'] });
}

/** Hears `danger.answered`. */
export async function hearDanger(ctx: Ctx, { concernId }: { concernId: string }): Promise<void> {
  await closeTodos(ctx, concernId, 'danger');
}

/** Hears `concern.merged`: the tellings go over, with whatever answer the other matter already has. */
export async function hearMerged(ctx: Ctx, heard: { concernId: string; into: string }): Promise<void> {
  const from = await lockConcern(ctx, heard.concernId);
  const into = await lockConcern(ctx, heard.into);
  if (from?.state !== 'merged' || from.mergedInto !== heard.into || !into) return;
  const moving = await listStanding(ctx, from.id);
  await updateTellingsOf(ctx, from.id, { concernId: into.id, scopeId: into.scopeId });
  for (const brief of await listBriefsOf(ctx, from.id)) if (isActive(brief)) await withdrawBrief(ctx, brief);
  await setDuplicate(ctx, [from.id, into.id], 'joined');
  await closeTodos(ctx, from.id);
  await answerLadder(ctx, from.id, 'person');
  await recount(ctx, into);
  if (into.state === 'answered') for (const telling of moving) await answerTelling(ctx, into, telling.reportId);
}

/** Hears `duplicate.refused`: when the two had been joined, the tellings of the other come back to it. */
export async function hearKeptApart(ctx: Ctx, heard: { concernId: string; otherId: string }): Promise<void> {
  const kept = await lockConcern(ctx, heard.concernId);
  const other = await lockConcern(ctx, heard.otherId);
  if (!kept || !other) return;
  const itsOwn = await listTellingsToldTo(ctx, other.id);
  const strayed = (await listStanding(ctx, kept.id)).filter(({ reportId }) => itsOwn.includes(reportId));
  if (other.mergedInto !== null || strayed.length === 0) return;
  for (const { reportId } of strayed)
    await updateTelling(ctx, reportId, { concernId: other.id, scopeId: other.scopeId });
  await bringBack(ctx, kept, other);
}

async function bringBack(ctx: Ctx, kept: Concern, other: Concern): Promise<void> {
  await recount(ctx, kept);
  await holdConcern(ctx, await recount(ctx, other), { reasons: [] });
}
