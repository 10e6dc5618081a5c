// Briefs as the post's own class may read them: coarse times, no concern, no exact clock. Nothing else of this room is open to it.
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { RespondBriefTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'id',
  'postId',
  'scopeId',
  'kind',
  'ref',
  'typeCode',
  'severity',
  'areaId',
  'timeBand',
  'toldOn',
  'sources',
  'narrative',
  'why',
  'state',
  'seenShownAt',
  'decideShownAt',
  'seenAt',
  'decidedAt',
  'cannotReason',
  'reopenedAt',
  'handOverTo',
  'handOverDueAt',
  'handedFrom',
  'origin',
] as const satisfies readonly (keyof RespondBriefTable)[];

/** `own`: of a post of mine or below me. `offered`: another post offers it to one of mine; over both, it is both. */
export type PostBrief = Pick<Selectable<RespondBriefTable>, (typeof columns)[number]> & {
  own: boolean;
  offered: boolean;
};

const active = sql<boolean>`state in ('new', 'seen', 'going')`;
const own = sql<boolean>`post_id = any((select ctx.posts())::text[])`;
// An offer stands until it is answered; an accepted one has become a brief of the other post's own.
const offered = sql<boolean>`(hand_over_to = any((select ctx.posts())::text[]) and hand_over_due_at is not null and ${active})`;
const query = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('respondBrief')
    .select(columns)
    .select([own.as('own'), sql<boolean>`coalesce(${offered}, false)`.as('offered')])
    .where(sql<boolean>`(${own} or ${offered})`);

export async function findPostBrief(ctx: Ctx, id: string): Promise<PostBrief | undefined> {
  return query(ctx).where('id', '=', id).executeTakeFirst();
}

export async function lockPostBrief(ctx: Ctx, id: string): Promise<PostBrief | undefined> {
  return query(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Undo looks at rows whose offer was just answered, too. */
export async function lockAnyPostBrief(
  ctx: Ctx,
  id: string,
): Promise<Pick<PostBrief, 'id' | 'state' | 'handOverTo' | 'handOverDueAt'> | undefined> {
  return ctx.tx
    .selectFrom('respondBrief')
    .select(['id', 'state', 'handOverTo', 'handOverDueAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Listed = PostBrief & { closed: boolean; shownText: string };
type Page = {
  state: 'open' | 'all';
  postId?: string | undefined;
  after?: { closed: boolean; severity: number; shownAt: string; id: string } | undefined;
  limit: number;
};

export const listPostBriefs = async (ctx: Ctx, page: Page): Promise<Listed[]> =>
  (await postListQuery(page).execute(ctx.tx)).rows;

// By what the post may know: the due time as it is shown, never the moment of release, which a page's cursor would tell.
// Post by post along the index, so that a page costs what a page is, however much lies behind it.
export const postListQuery = (page: Page): RawBuilder<Listed> => sql<Listed>`
  select one.* from unnest(${mineOf(page)}) as mine (post) cross join lateral (
    ${briefsWhere(page, sql`post_id = mine.post`)}) one
  union all
  select one.* from unnest(${mineOf(page)}) as mine (post) cross join lateral (
    ${briefsWhere(page, sql`hand_over_to = mine.post and hand_over_due_at is not null and ${active} and not ${own}`)}) one
  order by closed, severity desc, decide_shown_at, id limit ${page.limit}`;

/** All of mine, or the one that was asked for if it is mine. */
const mineOf = ({ postId }: Page): RawBuilder<unknown> =>
  postId === undefined
    ? sql`(select ctx.posts())`
    : sql`(select array(select unnest(ctx.posts()) intersect select ${postId}::text))`;

const briefsWhere = ({ state, after, limit }: Page, mine: RawBuilder<unknown>) => sql`
  select ${sql.join(columns.map((column) => sql.ref(column)))}, ${own} as own, coalesce(${offered}, false) as offered,
    not ${active} as closed, decide_shown_at::text as shown_text
  from respond_brief
  where ${mine} ${state === 'open' ? sql`and ${active}` : sql``} ${after ? sql`and ${isAfter(after)}` : sql``}
  order by (not ${active}), severity desc, decide_shown_at, id limit ${limit}`;

const isAfter = (after: NonNullable<Page['after']>) =>
  sql`(not ${active}, -severity, decide_shown_at, id) > (${after.closed}, ${-after.severity}::int, ${after.shownAt}::timestamptz, ${after.id})`;
