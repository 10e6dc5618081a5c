// SQL of the daily text to whoever works here: once a day for each, whichever worker looks first.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

/** True for the first who asks on that day. */
export async function claimDigest(ctx: Ctx, userId: string, day: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into respond_digest (user_id, day) values (${userId}, ${day}::date)
    on conflict (user_id) do update set day = excluded.day where respond_digest.day < excluded.day`.execute(ctx.tx);
  return numAffectedRows === 1n;
}
