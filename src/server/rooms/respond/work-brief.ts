// The post's deeds on the console: its words, and handing over. Only its own row changes here; the rest is heard later.
import { mayMoveBrief } from '../../../shared/domain/concern.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findPost, getTypeIn } from '../know/index.ts';
import { handOverDue } from './hear-hand-over.ts';
import { mayGoTo } from './judge-telling.ts';
import { type BriefWord, moveBrief } from './move-brief.ts';
import { updateBrief } from './store-brief.ts';
import { lockPostBrief, type PostBrief } from './store-post-list.ts';
import { aboutBrief } from './tell.ts';

export async function sayOfBrief(ctx: WebCtx, id: string, word: BriefWord): Promise<string> {
  return moveBrief(ctx, await getWorked(ctx, id), word);
}

async function getVisible(ctx: WebCtx, id: string): Promise<PostBrief> {
  const brief = await lockPostBrief(ctx, id);
  if (!brief || brief.state === 'withdrawn') throw problem('brief.not-found', { briefId: id });
  return brief;
}

/** An offered brief may be read, accepted and refused; worked only by who has it. */
async function getWorked(ctx: WebCtx, id: string): Promise<PostBrief> {
  const brief = await getVisible(ctx, id);
  if (!brief.own) throw problem('brief.not-found', { briefId: id });
  return brief;
}

const state = (brief: PostBrief) => problem('brief.state', { briefId: brief.id, state: brief.state });

export async function handOverBrief(ctx: WebCtx, id: string, toPostId: string): Promise<string> {
  const brief = await getWorked(ctx, id);
  if (!mayMoveBrief(brief.state, 'handed-over') || brief.handOverTo) throw state(brief);
  const post = await findPost(ctx, toPostId);
  if (!post?.active || post.id === brief.postId) throw problem('post.not-found', { postId: toPostId });
  const type = await getTypeIn(ctx, brief.typeCode, brief.areaId ?? brief.scopeId);
  if (!mayGoTo(type, post.service)) throw problem('post.not-allowed', { postId: toPostId });
  await updateBrief(ctx, id, { handOverTo: toPostId, handOverDueAt: handOverDue(ctx.now, brief.decideShownAt) });
  return ctx.emit('hand-over.offered', aboutBrief(brief), { briefId: id, toPostId, from: brief.state });
}

async function getOffered(ctx: WebCtx, id: string): Promise<PostBrief & { handOverTo: string; handOverDueAt: Date }> {
  const brief = await getVisible(ctx, id);
  const { handOverTo, handOverDueAt } = brief;
  if (!brief.offered || !handOverTo || !handOverDueAt) throw state(brief);
  return { ...brief, handOverTo, handOverDueAt };
}

export async function acceptHandOver(ctx: WebCtx, id: string): Promise<string> {
  const brief = await getOffered(ctx, id);
  if (!mayMoveBrief(brief.state, 'handed-over')) throw state(brief);
  await updateBrief(ctx, id, { state: 'handed-over' });
  const accepted = { briefId: id, newBriefId: ctx.id('brief'), from: brief.state };
  return ctx.emit('hand-over.accepted', aboutBrief({ ...brief, postId: brief.handOverTo }), accepted);
}

/** The row stays in the refusing post's sight until the hearing takes it out: it must be able to take the refusal back. */
export async function refuseHandOver(ctx: WebCtx, id: string): Promise<string> {
  const brief = await getOffered(ctx, id);
  await updateBrief(ctx, id, { handOverDueAt: null });
  const refused = { briefId: id, cause: 'post' as const, from: brief.handOverDueAt.toISOString() };
  return ctx.emit('hand-over.refused', aboutBrief({ ...brief, postId: brief.handOverTo }), refused);
}
