// "Was it solved?" once, when the type's time has passed; and the end of a matter that nobody answers for fourteen days.
import { mayMoveConcern } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos } from '../know/index.ts';
import { minutesAfter } from './hold-concern.ts';
import { type Concern, findConcern, lockConcern, updateConcern } from './store-concern.ts';
import { findTelling, listStanding, updateTelling } from './store-telling.ts';
import { aboutConcern, askTeller } from './tell.ts';
import { askClosing, CLOSE_AFTER_DAYS } from './tell-answer.ts';

const DAY_MINUTES = 24 * 60;

/** The task `ask-solved`. A telling answered again later has another hour, and another task. */
export async function askSolved(ctx: Ctx, asked: { reportId: string; dueAt: string }): Promise<void> {
  const telling = await findTelling(ctx, asked.reportId);
  if (!telling?.solvedDueAt || telling.solvedDueAt.toISOString() !== asked.dueAt) return;
  if (telling.solvedAskedAt || telling.withdrawnAt) return;
  const concern = await findConcern(ctx, telling.concernId);
  if (concern?.state !== 'answered') return;
  if (!(await askTeller(ctx, telling, { kind: 'solved', origin: concern.origin }))) return;
  await updateTelling(ctx, telling.reportId, { solvedAskedAt: ctx.now });
  await askClosing(ctx, concern.id, minutesAfter(ctx.now, CLOSE_AFTER_DAYS * DAY_MINUTES));
}

/** The task `close-silent`: closed unless somebody was asked since, or it was opened again. */
export async function closeSilent(ctx: Ctx, { concernId }: { concernId: string }): Promise<void> {
  const concern = await lockConcern(ctx, concernId);
  if (concern?.state !== 'answered') return;
  const tellings = await listStanding(ctx, concernId);
  const since = minutesAfter(ctx.now, -CLOSE_AFTER_DAYS * DAY_MINUTES);
  const pending = tellings.some(
    ({ solved, solvedAskedAt, solvedDueAt, wayBack }) =>
      wayBack && solved === null && (solvedAskedAt ?? solvedDueAt ?? since) > since,
  );
  if (pending) return;
  const partly = tellings.some(({ solved }) => solved === 2);
  const replied = tellings.some(({ solved }) => solved !== null);
  await closeConcern(ctx, concern, closeReason(partly, replied));
}

function closeReason(partly: boolean, replied: boolean): 'partly' | 'solved' | 'silent' {
  if (partly) return 'partly';
  return replied ? 'solved' : 'silent';
}

export async function closeConcern(
  ctx: Ctx,
  concern: Concern,
  reason: 'solved' | 'partly' | 'silent' | 'withdrawn',
): Promise<void> {
  if (!mayMoveConcern(concern.state, 'closed') && reason !== 'withdrawn') return;
  const state = reason === 'withdrawn' ? 'withdrawn' : 'closed';
  await updateConcern(ctx, concern.id, { state, closedAt: ctx.now, closeReason: reason });
  await ctx.emit('concern.closed', aboutConcern(concern), { concernId: concern.id, reason });
  await closeTodos(ctx, concern.id);
}
