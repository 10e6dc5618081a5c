// Views: filters of the queue kept under a name. Row security says whose: one's own, and those shared with one's role.
import { sql } from 'kysely';
import type { WebCtx } from '../../kit/handle.ts';

export type View = { id: string; userId: string; name: string; query: string; shared: boolean };
const MOST_LISTED = 200;

export async function listViewRows(ctx: WebCtx): Promise<View[]> {
  return ctx.tx
    .selectFrom('respondView')
    .select(['id', 'userId', 'name', 'query', 'shared'])
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();
}

export async function countOwnViews(ctx: WebCtx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from respond_view where user_id = ${ctx.person.userId}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
}

export async function insertView(ctx: WebCtx, view: Omit<View, 'userId'>): Promise<void> {
  const by = { userId: ctx.person.userId, role: ctx.person.role, createdAt: ctx.now };
  await ctx.tx
    .insertInto('respondView')
    .values({ ...view, ...by })
    .execute();
}

/** False when it is not hers. */
export async function deleteView(ctx: WebCtx, id: string): Promise<boolean> {
  const gone = await ctx.tx.deleteFrom('respondView').where('id', '=', id).returning('id').executeTakeFirst();
  return gone !== undefined;
}
