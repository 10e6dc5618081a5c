// A teller's code: kept as a keyed hash on her newest telling, sought through the database's own door, which counts the tries.
import { sql } from 'kysely';
import type { ConcernState } from '../../../shared/domain/concern.ts';
import type { Ctx } from '../../db/tx.ts';

export type CodeFound = {
  outcome: 'found';
  state: ConcernState;
  answerCode: string | null;
  language: string;
  toldOn: string;
  answeredAt: Date | null;
  closedAt: Date | null;
};

export async function findByCode(
  ctx: Ctx,
  asked: { hash: Buffer; asker: Buffer },
): Promise<CodeFound | { outcome: 'unknown' | 'slow-down' }> {
  const { rows } = await sql<CodeFound | { outcome: 'unknown' | 'slow-down' }>`
    select outcome, state, answer_code, language, told_on, answered_at, closed_at
    from ctx.find_by_code(${asked.hash}, ${asked.asker}, ${ctx.now})`.execute(ctx.tx);
  return rows[0] ?? { outcome: 'unknown' };
}

/** Her newest telling carries the code's keyed hash; the one before it is good no more. False when she has told nothing. */
export async function setCode(ctx: Ctx, contactId: string, codeHash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update respond_telling set code_hash = ${codeHash}, code_made_at = ${ctx.now} where report_id = (
      select report_id from respond_telling where contact_id = ${contactId} and withdrawn_at is null
      order by joined_at desc, report_id limit 1) returning report_id`.execute(ctx.tx);
  return rows.length > 0;
}
