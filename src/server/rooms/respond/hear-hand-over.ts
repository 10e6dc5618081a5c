// A hand-over counts when the other post has accepted it; until then, and after a refusal, the brief is where it was.
import { handOverMinutes } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { dueText } from '../../kit/programme-time.ts';
import { closeTodos, findPost, openTodo } from '../know/index.ts';
import { minutesAfter } from './hold-concern.ts';
import { type Brief, insertBrief, lockBrief, updateBrief } from './store-brief.ts';
import { lockConcern } from './store-concern.ts';
import { aboutBrief, aboutConcern, tellPost } from './tell.ts';
import type { RespondTools } from './telling.ts';

const QUARTER_MS = 15 * 60_000;

/** A quarter of what is left until the decision is due, as the post reads it; never finer than a quarter of an hour. */
export function handOverDue(now: Date, decideShownAt: Date): Date {
  const left = Math.floor((decideShownAt.getTime() - now.getTime()) / 60_000);
  const due = minutesAfter(now, handOverMinutes(left));
  return new Date(Math.ceil(due.getTime() / QUARTER_MS) * QUARTER_MS);
}

/** Hears `hand-over.offered`: a word to the other post's phone. */
export async function hearOffer(
  ctx: Ctx,
  heard: { briefId: string; toPostId: string },
  { timeZone }: RespondTools,
): Promise<void> {
  const brief = await lockBrief(ctx, heard.briefId);
  if (brief?.handOverTo !== heard.toPostId || !brief.handOverDueAt) return;
  const { ref, severity, origin } = brief;
  const due = dueText(brief.handOverDueAt, Math.max(severity, 4), timeZone);
  const notice = { template: 'post.hand-over', ref, severity, due } as const;
  await tellPost(ctx, heard.toPostId, { ...notice, subjectId: brief.id, origin });
}

/** Hears `hand-over.accepted`: the other post's own brief, with what is left of the clock. */
export async function hearAccepted(ctx: Ctx, heard: { briefId: string; newBriefId: string }): Promise<void> {
  const old = await lockBrief(ctx, heard.briefId);
  if (old?.state !== 'handed-over' || !old.handOverTo) return;
  const concern = await lockConcern(ctx, old.concernId);
  if (concern?.lane !== 'ordinary') return;
  const post = await findPost(ctx, old.handOverTo);
  await insertBrief(ctx, {
    ...old,
    id: heard.newBriefId,
    postId: old.handOverTo,
    why: JSON.stringify({ rule: 'handed-over', ...(post ? { service: post.service } : {}) }),
    state: 'seen',
    seenAt: ctx.now,
    decidedAt: null,
    cannotReason: null,
    seenMissedAt: null,
    handOverTo: null,
    handOverDueAt: null,
    handedFrom: old.id,
  });
  await updateBrief(ctx, old.id, { handOverDueAt: null });
  await closeTodos(ctx, concern.id, 'hand-over-overdue');
  const routed = { concernId: concern.id, briefId: heard.newBriefId, postId: old.handOverTo };
  await ctx.emit('concern.routed', aboutConcern(concern), routed);
}

/** Hears `hand-over.refused`: the brief is the offering post's alone again, and a coordinator knows. */
export async function hearRefused(ctx: Ctx, heard: { briefId: string }, tools: RespondTools): Promise<void> {
  const brief = await lockBrief(ctx, heard.briefId);
  if (brief?.handOverTo && !brief.handOverDueAt && brief.state !== 'handed-over') await giveBack(ctx, brief, tools);
}

/** Nobody answered the offer in time (the clockwork calls). */
export async function expireHandOver(ctx: Ctx, brief: Brief, tools: RespondTools): Promise<void> {
  await giveBack(ctx, brief, tools);
  await ctx.emit('hand-over.refused', aboutBrief(brief), { briefId: brief.id, cause: 'clock' });
}

async function giveBack(ctx: Ctx, brief: Brief, { timeZone }: RespondTools): Promise<void> {
  await updateBrief(ctx, brief.id, { handOverTo: null, handOverDueAt: null });
  await openTodo(ctx, {
    kind: 'hand-over-overdue',
    role: 'coordinator',
    subjectId: brief.concernId,
    scopeId: brief.scopeId,
    dueAt: brief.decideDueAt,
    origin: brief.origin,
  });
  const { ref, severity, origin } = brief;
  const due = dueText(brief.decideShownAt, severity, timeZone);
  const notice = { template: 'post.new-brief', ref, severity, due } as const;
  await tellPost(ctx, brief.postId, { ...notice, subjectId: brief.id, origin });
}
