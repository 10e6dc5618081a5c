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
