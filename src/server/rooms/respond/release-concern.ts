// The coordinator lets a post know: with the words she releases, or with type, place and time alone.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findPost } from '../know/index.ts';
import { getOwnConcern, refused } from './get-own-concern.ts';
import { SERVICE_COMPLAINT } from './judge-telling.ts';
import { mustBeSafe } from './safe-text.ts';
import { type Brief, isActive, listBriefsOf } from './store-brief.ts';
import { type Concern, updateConcern } from './store-concern.ts';
import { aboutConcern } from './tell.ts';

export type Release = { narrative?: string | undefined; postId?: string | undefined };

export async function releaseConcern(ctx: WebCtx, id: string, release: Release): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane !== 'ordinary') throw problem('concern.lane', { concernId: id });
  if (!mayRelease(concern)) throw refused(concern);
  if (release.narrative !== undefined) mustBeSafe(release.narrative, 'narrative');
  if (release.postId !== undefined && !(await findPost(ctx, release.postId))?.active)
    throw problem('post.not-found', { postId: release.postId });
  const narrative = release.narrative === undefined ? {} : { releasedNarrative: release.narrative.trim() || null };
  const mark = { state: 'open', releasedAt: ctx.now, releasedBy: ctx.person.userId } as const;
  // Words added to what a post has already start no clock again.
  await updateConcern(ctx, id, (await findStanding(ctx, concern)) ? narrative : { ...mark, ...narrative });
  const postId = release.postId === undefined ? {} : { postId: release.postId };
  const from = `${concern.state} ${concern.releasedAt?.toISOString() ?? ''}`.trim();
  return ctx.emit('concern.released', aboutConcern(concern), { concernId: id, by: 'person', from, ...postId });
}

/** What waits; and what went out by rule, to which she adds the words. A service complaint is never a brief. */
function mayRelease(concern: Concern): boolean {
  if (!concern.typeCode || concern.typeCode === SERVICE_COMPLAINT) return false;
  return concern.state === 'triage' || concern.state === 'open';
}

/** The brief that a post has of it. */
async function findStanding(ctx: WebCtx, concern: Concern): Promise<Brief | undefined> {
  if (concern.state !== 'open') return undefined;
  return (await listBriefsOf(ctx, concern.id)).find((brief) => isActive(brief) && brief.kind !== 'escalation');
}

/** Undo: as it waited before. What a post has had all the while tells which words had been released. */
export async function unreleaseConcern(ctx: WebCtx, concern: Concern, from: string): Promise<void> {
  const [state, releasedAt] = from.split(' ');
  const standing = await findStanding(ctx, concern);
  if (standing) return updateConcern(ctx, concern.id, { releasedNarrative: standing.narrative });
  await updateConcern(ctx, concern.id, {
    state: state === 'open' ? 'open' : 'triage',
    releasedAt: releasedAt === undefined ? null : new Date(releasedAt),
    releasedBy: state === 'open' ? 'rule' : null,
    releasedNarrative: null,
  });
}
