// A coordinator changes what a post answers for, from a moment on. One post answers first for one thing in one place: whoever did
// until then ends at that moment.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { getArea } from './store-area.ts';
import { isOwnScope } from './store-name.ts';
import { findPost } from './store-post.ts';
import {
  endResponsibilityAt,
  findResponsibility,
  insertChange,
  insertResponsibility,
  listSame,
  takeBackEnding,
} from './store-responsibility.ts';

export type What = { typeCode: string } | { classCode: string };
export type Giving = { postId: string; areaId: string; what: What; from: Date };

/** Throws `post.not-found` or `area.not-found` outside the asker's area, `responsibility.exists` for what it answers for already. */
export async function giveResponsibility(ctx: Ctx, { postId, areaId, what, from }: Giving): Promise<string> {
  const post = await findPost(ctx, postId);
  if (!post?.active || !(await isOwnScope(ctx, post.scopeId))) throw problem('post.not-found', { postId });
  const area = await getArea(ctx, areaId);
  if (!(await isOwnScope(ctx, area.scopeId))) throw problem('area.not-found', { areaId });
  const codes = {
    typeCode: 'typeCode' in what ? what.typeCode : null,
    classCode: 'classCode' in what ? what.classCode : null,
  };
  const id = ctx.id('responsibility');
  const same = await listSame(ctx, { areaId, ...codes, from });
  if (same.some((other) => other.postId === postId)) throw problem('responsibility.exists', { postId });
  await insertResponsibility(ctx, { id, postId, areaId, ...codes, from });
  await insertChange(ctx, { responsibilityId: id, change: 'given' });
  for (const other of same) {
    await insertChange(ctx, { responsibilityId: other.id, change: 'ended', causeId: id, wasTo: other.validTo });
    await endResponsibilityAt(ctx, other.id, laterOf(from, other.validFrom));
  }
  return ctx.emit('responsibility.given', about(post), { postId, responsibilityId: id });
}

/** Throws `responsibility.not-found` for what is over, and for another district's. */
export async function endResponsibility(ctx: Ctx, id: string, from: Date): Promise<string> {
  const duty = await findResponsibility(ctx, id);
  const area = duty && (await getArea(ctx, duty.areaId));
  if (!duty || !area || !(await isOwnScope(ctx, area.scopeId)) || (duty.validTo && duty.validTo <= from))
    throw problem('responsibility.not-found', { responsibilityId: id });
  await insertChange(ctx, { responsibilityId: id, change: 'ended', wasTo: duty.validTo });
  await endResponsibilityAt(ctx, id, laterOf(from, duty.validFrom));
  const post = { id: duty.postId, scopeId: area.scopeId };
  return ctx.emit('responsibility.ended', about(post), { postId: post.id, responsibilityId: id });
}

/** What was to begin later, and is ended before, never held. */
const laterOf = (a: Date, b: Date): Date => (a > b ? a : b);

const about = (post: { id: string; scopeId: string }) => ({
  subjectId: post.id,
  lane: 'ordinary' as const,
  scopeId: post.scopeId,
});

/** Undo of giving: it never held, and what it had taken over holds again. */
export async function takeBackGiven(ctx: Ctx, id: string): Promise<boolean> {
  const duty = await findResponsibility(ctx, id);
  if (!duty || duty.validTo) return false;
  await endResponsibilityAt(ctx, id, duty.validFrom);
  await takeBackEnding(ctx, { causeId: id });
  return true;
}

export const takeBackEnded = (ctx: Ctx, id: string): Promise<boolean> => takeBackEnding(ctx, { id });
