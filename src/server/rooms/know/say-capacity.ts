// A post says what it lacks. The same again keeps its since; what is no longer named has ended.

import type { CapacityView } from '../../../shared/contract/posts.ts';
import { type Lack, lacks } from '../../../shared/domain/capacity.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { type Capacity, deleteCapacity, endCapacity, insertCapacity, lockCapacity } from './store-capacity.ts';
import { findPost, isOwnPost } from './store-post.ts';

/** Throws `post.not-found` for a post that is not the asker's, nor below it, and for a closed one. Returns the deed. */
export async function sayCapacity(ctx: Ctx, postId: string, lacking: readonly Lack[]): Promise<string> {
  const post = (await isOwnPost(ctx, postId)) ? await findPost(ctx, postId) : undefined;
  if (!post?.active) throw problem('post.not-found', { postId });
  const before = await lockCapacity(ctx, postId);
  if (before) await endCapacity(ctx, before.id);
  const id = ctx.id('capacity');
  const named = lacks.filter((lack) => lacking.includes(lack));
  const since = Object.fromEntries(named.map((lack) => [lack, before?.since[lack] ?? ctx.now]));
  await insertCapacity(ctx, { id, postId, scopeId: post.scopeId, since });
  const about = { subjectId: postId, lane: 'ordinary', scopeId: post.scopeId, postId } as const;
  return ctx.emit('capacity.said', about, { postId, capacityId: id, lacks: named });
}

/** What a post said before today, for a demonstration. */
export async function addCapacity(
  ctx: Ctx,
  said: { postId: string; lacks: readonly Lack[]; saidAt: Date; origin: Origin },
): Promise<void> {
  const { postId, saidAt, origin } = said;
  const post = await findPost(ctx, postId);
  if (!post) throw problem('post.not-found', { postId });
  const since = Object.fromEntries(said.lacks.map((lack) => [lack, saidAt]));
  await insertCapacity(ctx, { id: ctx.id('capacity'), postId, scopeId: post.scopeId, since, saidAt, origin });
}

/** Undo: what had been said before holds again. */
export async function unsayCapacity(ctx: Ctx, postId: string, capacityId: string): Promise<boolean> {
  await lockCapacity(ctx, postId);
  return deleteCapacity(ctx, postId, capacityId);
}

export const toCapacityView = ({ saidAt, since }: Capacity): CapacityView => ({
  saidAt: saidAt.toISOString(),
  lacks: lacks.flatMap((lack) => {
    const from = since[lack];
    return from ? [{ lack, since: from.toISOString() }] : [];
  }),
});
