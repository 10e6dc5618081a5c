// How the work of posts stands, in numbers: short reads of what is open, along an index, never of the past as a whole.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export type PostCount = { postId: string; waiting: number; late: number };

/** As the post itself reads its list: by the due times that it is shown. */
export async function countOwnBriefs(ctx: Ctx, postIds: readonly string[]): Promise<ReadonlyMap<string, PostCount>> {
  const { rows } = await sql<PostCount>`
    select post_id, count(*)::int as waiting,
      (count(*) filter (where case when state = 'new' then seen_shown_at else decide_shown_at end < ${ctx.now}))::int as late
    from respond_brief where post_id = any(${[...postIds]}::text[]) and state in ('new', 'seen', 'going')
    group by post_id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.postId, row]));
}

/** Posts of the asker's areas with a step past its time; escalations aside. */
export async function listPastTime(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ postId: string }>`
    select distinct post_id from respond_brief
    where state in ('new', 'seen', 'going') and kind <> 'escalation' and scope_id = any((select ctx.areas())::text[])
      and case when state = 'new' then least(seen_due_at, decide_due_at) else decide_due_at end < ${ctx.now}`.execute(
    ctx.tx,
  );
  return rows.map(({ postId }) => postId);
}

export type PostWork = {
  postId: string;
  waiting: number;
  late: number;
  due: number;
  inTime: number;
  medianMinutes: number | null;
};

/** Newest matters of a post that are looked at; a post with more in the period is judged by its newest. */
const MOST_COUNTED = 500;

/**
 * How posts answer: what stands open now, and of what was released since then the share decided in time and the median until the
 * decision. Escalations are the superior's second look and count nowhere; imported and replayed matters had no clock.
 */
export async function countWork(
  ctx: Ctx,
  postIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, PostWork>> {
  if (postIds.length === 0) return new Map();
  const { rows } = await sql<PostWork>`
    select mine.post as post_id, open.waiting, open.late, past.due, past.in_time, past.median_minutes
    from unnest(${[...postIds]}::text[]) as mine (post),
      lateral (
        select count(*)::int as waiting,
          (count(*) filter (where case when state = 'new' then least(seen_due_at, decide_due_at) else decide_due_at end < ${ctx.now}))::int as late
        from respond_brief where post_id = mine.post and state in ('new', 'seen', 'going') and kind <> 'escalation'
          and scope_id = any((select ctx.areas())::text[])) open,
      lateral (
        select (count(*) filter (where decided_at is not null or decide_due_at < ${ctx.now}))::int as due,
          (count(*) filter (where decided_at <= decide_due_at))::int as in_time,
          (percentile_cont(0.5) within group (order by extract(epoch from decided_at - released_at) / 60)
            filter (where decided_at is not null))::int as median_minutes
        from (
          select decided_at, decide_due_at, released_at from respond_brief
          where post_id = mine.post and released_at >= ${since} and kind <> 'escalation' and state not in ('withdrawn', 'handed-over')
            and origin not in ('replay', 'import') and scope_id = any((select ctx.areas())::text[])
          order by released_at desc limit ${MOST_COUNTED}) newest) past`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.postId, row]));
}

/** Below so many people no post has a figure of it: it would say who (decisions.md 7). */
const FEWEST_PEOPLE = 5;

/** How many people told that this post did not come or came late. Of whole days: a figure that moves as tellings come would say when. */
export async function countServiceComplaints(
  ctx: Ctx,
  postIds: readonly string[],
  { days, timeZone }: { days: number; timeZone: string },
): Promise<ReadonlyMap<string, number>> {
  if (postIds.length === 0) return new Map();
  const today = sql`date_trunc('day', ${ctx.now}::timestamptz at time zone ${timeZone})`;
  const { rows } = await sql<{ postId: string; people: number }>`
    select post_id, people from ctx.service_complaints(${[...postIds]}::text[], (${today} - make_interval(days => ${days})) at time zone ${timeZone},
      ${today} at time zone ${timeZone}, ${FEWEST_PEOPLE})`.execute(ctx.tx);
  return new Map(rows.map(({ postId, people }) => [postId, people]));
}

/** What waits with these posts, escalations aside: those wait with the post below. */
export async function countWaiting(ctx: Ctx, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (postIds.length === 0) return new Map();
  const { rows } = await sql<{ postId: string; waiting: number }>`
    select post_id, count(*)::int as waiting from respond_brief
    where post_id = any(${[...postIds]}::text[]) and state in ('new', 'seen', 'going') and kind <> 'escalation'
      and scope_id = any((select ctx.areas())::text[])
    group by post_id`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.postId, row.waiting]));
}
