// The danger ladder of a concern: which rung, when the next, who has it.
import { type Selectable, sql } from 'kysely';
import type { RespondLadderTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type Ladder = Selectable<RespondLadderTable>;

/** False when it stands already: a ladder is climbed once per danger. */
export async function insertLadder(ctx: Ctx, ladder: { concernId: string; nextAt: Date | null }): Promise<boolean> {
  const made = await ctx.tx
    .insertInto('respondLadder')
    .values({ ...ladder, startedAt: ctx.now })
    .onConflict((conflict) => conflict.column('concernId').doNothing())
    .returning('concernId')
    .executeTakeFirst();
  return made !== undefined;
}

export async function findLadder(ctx: Ctx, concernId: string): Promise<Ladder | undefined> {
  return ctx.tx.selectFrom('respondLadder').selectAll().where('concernId', '=', concernId).executeTakeFirst();
}

export async function setRung(
  ctx: Ctx,
  concernId: string,
  change: { rung: number; nextAt: Date | null },
): Promise<void> {
  await ctx.tx.updateTable('respondLadder').set(change).where('concernId', '=', concernId).execute();
}

/** True when it was still unanswered. */
export async function endLadder(ctx: Ctx, concernId: string, by: string): Promise<boolean> {
  const ended = await ctx.tx
    .updateTable('respondLadder')
    .set({ answeredAt: ctx.now, answeredBy: by })
    .where('concernId', '=', concernId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Undo: the danger is nobody's again, and the next rung is called when it was due. */
export async function reopenLadder(ctx: Ctx, concernId: string): Promise<void> {
  await ctx.tx
    .updateTable('respondLadder')
    .set({ answeredAt: null, answeredBy: null })
    .where('concernId', '=', concernId)
    .execute();
}

export async function takeLaddersDue(ctx: Ctx, most: number): Promise<Ladder[]> {
  return ctx.tx
    .selectFrom('respondLadder')
    .selectAll()
    .where('answeredAt', 'is', null)
    .where(sql<boolean>`next_at is not null`)
    .where('nextAt', '<=', ctx.now)
    .orderBy('nextAt')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}
