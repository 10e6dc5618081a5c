// Posts and districts that are switched off. The database's own functions check who may, and that two people open again.
import { sql } from 'kysely';
import type { ClosureReason } from '../../../shared/domain/closure.ts';
import type { Ctx } from '../../db/tx.ts';

type Closing = { id: string; at: string; reason: ClosureReason };

/** The posts that this closed; undefined when there is no such post, or not for the one who asks. */
export async function insertPostClosure(ctx: Ctx, { id, at, reason }: Closing): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ closed: string[] | null }>`
    select ctx.close_post(${id}, ${at}, ${reason}, ${ctx.now}) as closed`.execute(ctx.tx);
  return rows[0]?.closed ?? undefined;
}

export async function insertDistrictClosure(
  ctx: Ctx,
  { id, at, reason }: Closing,
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ closed: string[] | null }>`
    select ctx.close_district(${id}, ${at}, ${reason}, ${ctx.now}) as closed`.execute(ctx.tx);
  return rows[0]?.closed ?? undefined;
}

export async function askOpeningOf(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`select ctx.ask_opening(${id}, ${ctx.now}) as said`.execute(ctx.tx);
  return rows[0]?.said ?? 'unknown';
}

export async function agreeOpeningOf(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`select ctx.agree_opening(${id}, ${ctx.now}) as said`.execute(ctx.tx);
  return rows[0]?.said ?? 'unknown';
}

export type Closure = {
  id: string;
  postId: string | null;
  postName: string | null;
  scopeId: string;
  posts: number;
  reason: ClosureReason;
  closedAt: Date;
  closedBy: string;
  openingAskedAt: Date | null;
  openingAskedBy: string | null;
};

const MOST_CLOSED = 200;

/** What is switched off now, as far as the asker's area goes. */
export async function listOpenClosures(ctx: Ctx): Promise<Closure[]> {
  const { rows } = await sql<Closure>`
    select c.id, c.post_id, p.name as post_name, c.scope_id, c.reason, c.closed_at, c.closed_by, c.opening_asked_at, c.opening_asked_by,
      (select count(*)::int from know_post shut where shut.closure_id = c.id) as posts
    from know_closure c left join know_post p on p.id = c.post_id
    where c.opened_at is null order by c.closed_at desc, c.id limit ${MOST_CLOSED}`.execute(ctx.tx);
  return rows;
}

export async function findClosure(
  ctx: Ctx,
  id: string,
): Promise<{ postId: string | null; scopeId: string; openedAt: Date | null } | undefined> {
  return ctx.tx
    .selectFrom('knowClosure')
    .select(['postId', 'scopeId', 'openedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}
