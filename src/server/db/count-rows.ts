// What a demonstration holds, counted: for its description and for benches. Never a text, never a person.
import { sql } from 'kysely';
import type { Db } from './client.ts';

export type Sizes = { table: string; rows: number; bytes: number }[];

/** Tables that hold anything, the greatest first. Rows as counted, not as estimated. */
export async function listSizes(db: Db): Promise<Sizes> {
  const { rows } = await sql<{ name: string; bytes: string }>`
    select relname as name, pg_total_relation_size(oid) as bytes from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 2 desc`.execute(db);
  const sizes: Sizes = [];
  for (const { name, bytes } of rows) {
    const counted = await sql<{ n: string }>`select count(*) as n from ${sql.id(name)}`.execute(db);
    const n = Number(counted.rows[0]?.n ?? 0);
    if (n > 0) sizes.push({ table: name, rows: n, bytes: Number(bytes) });
  }
  return sizes;
}
