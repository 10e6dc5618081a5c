// SQL of the courier's side of a call back: which numbers were asked for, how many this person had, and what became of it.
import { sql } from 'kysely';
import type { NumberProblem } from '../../../shared/domain/call.ts';
import type { Ctx } from '../../db/tx.ts';

/** The oldest that waits, held by whoever answers it. One that nobody waits for any more stays unanswered. */
export async function claimAsked(ctx: Pick<Ctx, 'tx'>, since: Date) {
  return ctx.tx
    .selectFrom('listenCallback')
    .select(['id', 'todoId', 'contactId', 'calledBy', 'role', 'lane', 'askedAt', 'pageKey', 'origin'])
    .where('openedAt', 'is', null)
    .where('problem', 'is', null)
    .where('askedAt', '>', since)
    .orderBy('askedAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** One after the other for one person: two couriers together open no more for her than one. */
export async function countOpened(ctx: Pick<Ctx, 'tx'>, userId: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`numbers|${userId}`}))`.execute(ctx.tx);
  const row = await ctx.tx
    .selectFrom('listenCallback')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('calledBy', '=', userId)
    .where('openedAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function answerCall(
  ctx: Pick<Ctx, 'tx'>,
  id: string,
  answer: { numberCt: Buffer; openedAt: Date } | { problem: NumberProblem },
): Promise<void> {
  await ctx.tx
    .updateTable('listenCallback')
    .set({ ...answer, pageKey: null })
    .where('id', '=', id)
    .execute();
}

/** Whether the page was closed or not. */
export async function wipeNumbers(ctx: Pick<Ctx, 'tx'>, openedBefore: Date): Promise<void> {
  await ctx.tx
    .updateTable('listenCallback')
    .set({ numberCt: null })
    .where('numberCt', 'is not', null)
    .where('openedAt', '<', openedBefore)
    .execute();
}

export async function forgetCalls(ctx: Pick<Ctx, 'tx'>, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('listenCallback').where('askedAt', '<', before).execute();
}

type Openings = { userId: string; today: number; month: number; refused: number };

/** By person, those with most today first. */
export async function countOpenings({ tx, now }: Pick<Ctx, 'tx' | 'now'>): Promise<Openings[]> {
  const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const { rows } = await sql<Openings>`
    select called_by as user_id, count(*) filter (where opened_at > ${ago(1)})::int as today,
      count(*) filter (where opened_at is not null)::int as month, count(*) filter (where problem = 'too-many')::int as refused
    from listen_callback where asked_at > ${ago(30)} group by called_by order by 2 desc, 3 desc, 1 limit 100`.execute(
    tx,
  );
  return rows;
}
