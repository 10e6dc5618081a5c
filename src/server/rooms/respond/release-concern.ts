// The coordinator lets a post know: as it is told, or in her own words.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findPost } from '../know/index.ts';
import { getOwnConcern, refused } from './get-own-concern.ts';
import { SERVICE_COMPLAINT } from './judge-telling.ts';
import { type Concern, updateConcern } from './store-concern.ts';
import { aboutConcern } from './tell.ts';

export type Release = { narrative?: string | undefined; postId?: string | undefined };

export async function releaseConcern(ctx: WebCtx, id: string, release: Release): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane !== 'ordinary') throw problem('concern.lane', { concernId: id });
  if (!mayRelease(concern)) throw refused(concern);
  if (release.narrative !== undefined) mustBeSafe(release.narrative);
  if (release.postId !== undefined && !(await findPost(ctx, release.postId))?.active)
    throw problem('post.not-found', { postId: release.postId });
  const narrative = release.narrative === undefined ? {} : { releasedNarrative: release.narrative };
  const mark = { state: 'open', releasedAt: ctx.now, releasedBy: ctx.person.userId } as const;
  await updateConcern(ctx, id, { ...mark, ...narrative });
  const postId = release.postId === undefined ? {} : { postId: release.postId };
  const from = `${concern.state} ${concern.releasedAt?.toISOString() ?? ''}`.trim();
  return ctx.emit('concern.released', aboutConcern(concern), { concernId: id, by: 'person', from, ...postId });
}

/** What waits; and a danger that went out by rule, to which she adds the words. A service complaint is never a brief. */
function mayRelease(concern: Concern): boolean {
  if (!concern.typeCode || concern.typeCode === SERVICE_COMPLAINT) return false;
  return concern.state === 'triage' || concern.state === 'open';
}

/** Undo: as it waited before. A clock that rule had started runs on from where it was. */
export async function unreleaseConcern(ctx: WebCtx, id: string, from: string): Promise<void> {
  const [state, releasedAt] = from.split(' ');
  const wasOpen = state === 'open' && releasedAt !== undefined;
  await updateConcern(ctx, id, {
    state: wasOpen ? 'open' : 'triage',
    releasedAt: wasOpen ? new Date(releasedAt) : null,
    releasedBy: wasOpen ? 'rule' : null,
    releasedNarrative: null,
  });
}

// Seven digits, however they are spaced, may be somebody's number; an address is somebody's.
const NUMBER = /(?:\d[\s().-]*){7,}/;
const ADDRESS = /\S+@\S+/;

function mustBeSafe(text: string): void {
  if (NUMBER.test(text) || ADDRESS.test(text)) throw problem('text.unsafe', { field: 'narrative' });
}
