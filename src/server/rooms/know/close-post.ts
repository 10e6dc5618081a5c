// The switch: one person closes a post or a district, at once and for good until two people open it again (features.md C6).
import type { ClosureView } from '../../../shared/contract/posts.ts';
import type { ClosureReason } from '../../../shared/domain/closure.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { nameUsers } from '../protect/index.ts';
import { closeTodos, openTodo } from './open-todo.ts';
import { listAreaViews } from './store-area.ts';
import {
  agreeOpeningOf,
  askOpeningOf,
  findClosure,
  insertDistrictClosure,
  insertPostClosure,
  listOpenClosures,
} from './store-closure.ts';
import { findPost } from './store-post.ts';

/** Throws `post.not-found`, also for a post outside the asker's area. Closing again is no fault. */
export async function closePost(ctx: Ctx, postId: string, reason: ClosureReason): Promise<void> {
  const id = ctx.id('closure');
  const closed = await insertPostClosure(ctx, { id, at: postId, reason });
  if (!closed) throw problem('post.not-found', { postId });
  await sayClosed(ctx, closed, { closureId: id, reason });
}

/** Throws `area.not-found`, also for what is no district and for one outside the asker's area. */
export async function closeDistrict(ctx: Ctx, areaId: string, reason: ClosureReason): Promise<void> {
  const id = ctx.id('closure');
  const closed = await insertDistrictClosure(ctx, { id, at: areaId, reason });
  if (!closed) throw problem('area.not-found', { areaId });
  const about = { subjectId: areaId, lane: 'ordinary', scopeId: areaId } as const;
  await ctx.emit('district.closed', about, { areaId, closureId: id, reason });
  await sayClosed(ctx, closed, { closureId: id, reason });
}

/** Without the post's id on the fact: it is not the closed post's to read. */
async function sayClosed(
  ctx: Ctx,
  posts: readonly string[],
  closing: { closureId: string; reason: ClosureReason },
): Promise<void> {
  for (const postId of posts) {
    const scopeId = (await findPost(ctx, postId))?.scopeId ?? null;
    await ctx.emit('post.closed', { subjectId: postId, lane: 'ordinary', scopeId }, { postId, ...closing });
  }
}

export async function askOpening(ctx: Ctx, id: string): Promise<void> {
  const said = await askOpeningOf(ctx, id);
  if (said === 'unknown') throw problem('closure.not-found', { closureId: id });
  if (said === 'now-asked') await sayOfOpening(ctx, 'opening.asked', id);
}

/** Throws `closure.same-person` for the one who asked. */
export async function agreeOpening(ctx: Ctx, id: string): Promise<void> {
  const closure = await findClosure(ctx, id);
  const said = closure ? await agreeOpeningOf(ctx, id) : 'unknown';
  if (said === 'same-person') throw problem('closure.same-person', { closureId: id });
  if (said === 'not-asked') throw problem('closure.not-asked', { closureId: id });
  if (said !== 'opened') throw problem('closure.not-found', { closureId: id });
  await sayOfOpening(ctx, 'opening.agreed', id);
}

async function sayOfOpening(ctx: Ctx, event: 'opening.asked' | 'opening.agreed', closureId: string): Promise<void> {
  const closure = await findClosure(ctx, closureId);
  const subjectId = closure?.postId ?? closure?.scopeId ?? closureId;
  await ctx.emit(event, { subjectId, lane: 'ordinary', scopeId: closure?.scopeId ?? null }, { closureId });
}

/** Hears `opening.asked`: a second person finds it among the tasks. */
export async function askSecondPerson(ctx: Ctx, closureId: string): Promise<void> {
  const closure = await findClosure(ctx, closureId);
  if (closure && !closure.openedAt)
    await openTodo(ctx, { kind: 'reopen', role: 'coordinator', subjectId: closureId, scopeId: closure.scopeId });
}

/** Hears `opening.agreed`. */
export async function endSecondPerson(ctx: Ctx, closureId: string): Promise<void> {
  await closeTodos(ctx, closureId, 'reopen');
}

export async function listClosures(ctx: WebCtx): Promise<{ closures: ClosureView[] }> {
  const closures = await listOpenClosures(ctx);
  const areas = await listAreaViews(
    ctx,
    closures.map(({ scopeId }) => scopeId),
  );
  const names = await nameUsers(
    ctx,
    closures.flatMap(({ closedBy, openingAskedBy }) => [closedBy, openingAskedBy ?? []].flat()),
  );
  return {
    closures: closures.flatMap(({ id, postName, scopeId, posts, reason, closedAt, closedBy, ...asked }) => {
      const district = areas.get(scopeId);
      if (!district) return [];
      const { openingAskedAt: at, openingAskedBy: by } = asked;
      const mine = by === ctx.person.userId;
      return [
        {
          id,
          post: postName,
          district,
          posts,
          reason,
          closedAt: closedAt.toISOString(),
          closedBy: names.get(closedBy) ?? null,
          asked: at && by ? { at: at.toISOString(), by: names.get(by) ?? null, mine } : null,
        },
      ];
    }),
  };
}
