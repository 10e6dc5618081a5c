// A database that a file of the same worker is done with, as new for the next one: a copy costs more than most files that want it.
import type pg from 'pg';

/** The rows that the migrations leave, by table. */
export type Baseline = Record<string, unknown[]>;

const tables = `select c.oid::regclass::text as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`;

export async function readBaseline(owner: pg.Pool): Promise<Baseline> {
  const { rows } = await owner.query<{ name: string }>(tables);
  const baseline: Baseline = {};
  for (const { name } of rows) {
    const found = await owner.query<{ rows: unknown[] | null }>(`select json_agg(t) as rows from ${name} t`);
    if (found.rows[0]?.rows) baseline[name] = found.rows[0].rows;
  }
  return baseline;
}

/** Every row goes, past all triggers and references, and what the migrations had put there comes back. Structure is not mended. */
export async function resetRows(owner: pg.Pool, baseline: Baseline): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = replica`);
    await client.query(`do $$ declare emptied text; begin
      for emptied in ${tables} loop execute 'delete from ' || emptied; end loop;
      perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
        from pg_sequences where schemaname = 'public' and last_value is not null;
    end $$`);
    for (const [name, rows] of Object.entries(baseline))
      await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [
        JSON.stringify(rows),
      ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
