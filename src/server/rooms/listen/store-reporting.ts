// How many councils of each district were heard: a number through a door of the database, never which.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export type Reporting = { scopeId: string; councils: number; reporting: number };

/** The asker's districts; whole days of the programme's clock, both ends included. */
export async function countReporting(
  ctx: Ctx,
  { from, to, timeZone }: { from: string; to: string; timeZone: string },
): Promise<Reporting[]> {
  const { rows } = await sql<Reporting>`
    select scope_id, councils, reporting
    from ctx.count_reporting(${from}::date::timestamp at time zone ${timeZone}, (${to}::date + 1)::timestamp at time zone ${timeZone})`.execute(
    ctx.tx,
  );
  return rows;
}
