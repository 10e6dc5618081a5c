// The bell: what waits for whoever asks, in her role, areas, lanes and posts, those she stands in for included. Asked every few
// seconds by every open console, so it is a handful of short reads along indexes, none of them by row.
import type { BellDanger, BellRow, BellView } from '../../../shared/contract/bell.ts';
import { bellParts } from '../../../shared/domain/bell.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { countTodos, listAreaViews, listFreeTodosOn, listPostNames } from '../know/index.ts';
import { listConfirmations } from '../protect/index.ts';
import {
  countBriefs,
  type Danger,
  findLooked,
  keepLooked,
  listRestrictedDangers,
  listUnansweredDangers,
  listUnseenDangers,
} from './store-bell.ts';

const DAY_MS = 86_400_000;
const MOST_DANGERS = 12;

type Counted = Omit<BellRow, 'subjectId'> & { fresh: number; subjectId: string | null };
type Source = {
  dangers(ctx: WebCtx): Promise<Danger[]>;
  counts(ctx: WebCtx, since: Date): Promise<Counted[]>;
};

const none = async (): Promise<never[]> => [];
/** Danger stands on top, row by row; its task would count it twice. */
const tasks = (ctx: WebCtx, since: Date): Promise<Counted[]> => countTodos(ctx, { since, besides: 'danger' });
const post: Source = { dangers: (ctx) => listUnseenDangers(ctx, MOST_DANGERS), counts: countBriefs };

const sources: Readonly<Record<Role, Source>> = {
  administrator: { dangers: none, counts: tasks },
  coordinator: { dangers: (ctx) => listUnansweredDangers(ctx, MOST_DANGERS), counts: tasks },
  'post-commander': post,
  'district-commander': post,
  'protection-officer': {
    dangers: (ctx) => listRestrictedDangers(ctx, MOST_DANGERS),
    counts: async (ctx, since) => [...(await tasks(ctx, since)), ...(await countConfirmations(ctx))],
  },
  listener: { dangers: none, counts: tasks },
  auditor: { dangers: none, counts: countConfirmations },
};

export async function getBell(ctx: WebCtx): Promise<BellView> {
  const source = sources[ctx.person.role];
  const lookedAt = (await findLooked(ctx)) ?? new Date(ctx.now.getTime() - DAY_MS);
  const dangers = await toDangers(ctx, await source.dangers(ctx));
  const counted = await source.counts(ctx, lookedAt);
  const inOrder = counted.toSorted(
    (a, b) => bellParts.indexOf(a.part) - bellParts.indexOf(b.part) || b.count - a.count,
  );
  return {
    at: ctx.now.toISOString(),
    lookedAt: lookedAt.toISOString(),
    waiting: dangers.length + sumOf(counted, 'count'),
    fresh: dangers.length + sumOf(counted, 'fresh'),
    dangers,
    rows: inOrder.map(({ fresh: _, subjectId, ...row }) => ({ ...row, subjectId: row.count === 1 ? subjectId : null })),
  };
}

/** Nobody has looked at what is still to come. */
export async function lookAtBell(ctx: WebCtx, at: string): Promise<Record<string, never>> {
  const looked = new Date(at);
  await keepLooked(ctx, looked < ctx.now ? looked : ctx.now);
  return {};
}

async function toDangers(ctx: WebCtx, dangers: readonly Danger[]): Promise<BellDanger[]> {
  const ids = dangers.map(({ id }) => id);
  const restricted = ctx.person.role === 'protection-officer';
  const free = restricted ? await listFreeTodosOn(ctx, ids) : new Map<string, string>();
  const shown = restricted ? dangers.filter(({ id }) => free.has(id)) : dangers;
  const areas = await listAreaViews(
    ctx,
    shown.flatMap(({ areaId }) => areaId ?? []),
  );
  const posts = await listPostNames(
    ctx,
    shown.flatMap(({ postId }) => postId ?? []),
  );
  return shown.map(({ id, ref, typeCode, areaId, postId, openedAt }) => ({
    id,
    ref,
    typeCode,
    area: (areaId && areas.get(areaId)) || null,
    postName: (postId && posts.get(postId)) || null,
    since: openedAt?.toISOString() ?? null,
    todoId: free.get(id) ?? null,
  }));
}

/** Invitations and ways back that wait for a second person. */
async function countConfirmations(ctx: WebCtx): Promise<Counted[]> {
  const { confirmations } = await listConfirmations(ctx);
  const count = confirmations.length;
  return count === 0 ? [] : [{ part: 'new', kind: 'confirmation', count, fresh: count, subjectId: null }];
}

const sumOf = (counted: readonly Counted[], key: 'count' | 'fresh'): number =>
  counted.reduce((sum, row) => sum + row[key], 0);
