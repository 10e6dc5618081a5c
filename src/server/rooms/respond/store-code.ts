// A teller's code: kept as a keyed hash on her newest telling, sought through the database's own door, which counts the tries.
import { sql } from 'kysely';
import type { ConcernState } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';

export type CodeFound = {
  outcome: 'found';
  /** `new`: there is a message and no telling yet. `withdrawn`: within its grace. */
  state: ConcernState | 'new';
  answerCode: string | null;
  reason: string | null;
  toldAt: Date;
  seenAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  clear: 'yes' | 'no' | null;
  solved: number | null;
  solvedDueAt: Date | null;
  asked: 'clearer' | 'place' | null;
};

export async function findByCode(
  ctx: Ctx,
  asked: { hash: Buffer; asker: Buffer },
): Promise<CodeFound | { outcome: 'unknown' | 'slow-down' }> {
  const { rows } = await sql<CodeFound | { outcome: 'unknown' | 'slow-down' }>`
    select * from ctx.find_by_code(${asked.hash}, ${asked.asker}, ${ctx.now})`.execute(ctx.tx);
  return rows[0] ?? { outcome: 'unknown' };
}

type Told = Pick<CodeFound, 'answerCode' | 'reason' | 'toldAt' | 'answeredAt' | 'clear'>;

/** The same without a code, for whoever works on the concern. */
export async function findByTelling(ctx: Ctx, reportId: string) {
  const { rows } = await sql<Told & { concernId: string; ref: string; state: ConcernState }>`
    select * from ctx.follow_telling(${reportId})`.execute(ctx.tx);
  return rows[0];
}

/** `notOf`: tellings that are not known to be hers, and that her word gives no code for. */
export type NewCode = { codeHash: Buffer; notOf: readonly string[] };

/** Her newest telling carries the code's keyed hash; the one before it is good no more. False when she has told nothing. */
export async function setCode(ctx: Ctx, contactId: string, { codeHash, notOf }: NewCode): Promise<boolean> {
  const { rows } = await sql`
    update respond_telling set code_hash = ${codeHash}, code_made_at = ${ctx.now} where report_id = (
      select report_id from respond_telling where contact_id = ${contactId} and withdrawn_at is null and report_id <> all(${notOf})
      order by joined_at desc, report_id limit 1) returning report_id`.execute(ctx.tx);
  return rows.length > 0;
}

/** Whether one more telling may come by the pages from this network; the count is kept by its keyed hash. */
export async function mayTellByPage(ctx: Ctx, asker: Buffer): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select ctx.may_tell_by_page(${asker}, ${ctx.now}) as may`.execute(
    ctx.tx,
  );
  return rows[0]?.may === true;
}

/** Whether one more word may be said by this code from this network. */
export async function maySayByCode(ctx: Ctx, said: { hash: Buffer; asker: Buffer }): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ctx.may_say_by_code(${said.hash}, ${said.asker}, ${ctx.now}) as may`.execute(ctx.tx);
  return rows[0]?.may === true;
}

/** The code that she was given before there was a telling goes over to it. */
export async function setCodeOf(ctx: Ctx, reportId: string, code: { codeHash: Buffer; madeAt: Date }): Promise<void> {
  await ctx.tx
    .updateTable('respondTelling')
    .set({ codeHash: code.codeHash, codeMadeAt: code.madeAt })
    .where('reportId', '=', reportId)
    .execute();
}
