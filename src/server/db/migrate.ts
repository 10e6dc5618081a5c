// Forward-only migrations: plain .sql files, in name order, each in its own transaction, remembered with its digest.
import { readdir, readFile } from 'node:fs/promises';
import type { Pool, PoolClient } from 'pg';
import { type LoginPasswords, makeRoles } from './roles.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** Makes roles and brings the schema up to date. Returns the names of the migrations that ran now. */
export async function migrate(owner: Pool, passwords: LoginPasswords): Promise<string[]> {
  await makeRoles(owner, passwords);
  const client = await owner.connect();
  try {
    // As long as another one works here, and as long as a table takes: the bounds of a deed are none of an operator's. Only for a table
    // that is in use the usual wait holds, so that nobody else waits behind this.
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    await client.query('select pg_advisory_lock(7251, 2)');
    await client.query('reset lock_timeout');
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, at timestamptz not null default now())',
    );
    const ran: string[] = [];
    for (const file of await migrationFiles()) if (await runOnce(client, file)) ran.push(file.name);
    return ran;
  } finally {
    await client.query('select pg_advisory_unlock(7251, 2); reset statement_timeout');
    client.release();
  }
}

type MigrationFile = { name: string; sql: string };

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(new URL(name, FOLDER), 'utf8') })));
}

async function runOnce(client: PoolClient, file: MigrationFile): Promise<boolean> {
  const done = await client.query<{ same: boolean }>('select digest = md5($2) as same from migration where name = $1', [
    file.name,
    file.sql,
  ]);
  if (done.rows[0]) {
    if (!done.rows[0].same) throw new Error(`migration ${file.name} was changed after it ran: write a new one instead`);
    return false;
  }
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query('insert into migration (name, digest) values ($1, md5($2))', [file.name, file.sql]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.name} did not run`, { cause: error });
  }
}
