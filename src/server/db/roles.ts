// Logins and classes belong to the whole cluster: made here, once, before the first migration.
import type { Pool } from 'pg';

export const logins = ['intake', 'web', 'worker', 'courier'] as const;
export type Login = (typeof logins)[number];
export type LoginPasswords = Readonly<Record<Login, string>>;

/** Roles that a signed-in request takes on; `door` is a request that is not signed in yet. */
export const classes = ['door', 'coordinator', 'post', 'protection', 'listener', 'auditor', 'administrator'] as const;
export type DatabaseClass = (typeof classes)[number];

/** Idempotent. Passwords are reset to the ones in the key files, which are the only other place that knows them. */
export async function makeRoles(owner: Pool, passwords: LoginPasswords): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await makeAll(owner, passwords);
    } catch (error) {
      // Roles belong to the cluster, locks to a database: another database migrating at this moment changes the same rows.
      if (tries >= MOST_TRIES || !isConcurrent(error)) throw error;
    }
  }
}

const MOST_TRIES = 10;
const isConcurrent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['XX000', '23505', '42710', '40P01'].includes(String(error.code));

async function makeAll(owner: Pool, passwords: LoginPasswords): Promise<void> {
  const client = await owner.connect();
  const query = (sql: string, values: string[] = []) => client.query(sql, values);
  try {
    await query('begin');
    for (const name of classes) await makeRole(query, `salama_${name}`, 'nologin');
    for (const name of logins) {
      await makeRole(query, `salama_${name}`, 'login');
      const literal = passwords[name].replace(/[^A-Za-z0-9_-]/g, '');
      await query(`alter role salama_${name} noinherit nosuperuser nobypassrls password '${literal}'`);
    }
    for (const name of classes) await query(`grant salama_${name} to salama_web`);
    await query('commit');
  } catch (error) {
    await query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function makeRole(
  query: (sql: string, values?: string[]) => Promise<{ rowCount: number | null }>,
  name: string,
  kind: 'login' | 'nologin',
): Promise<void> {
  const found = await query('select from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 0) await query(`create role ${name} ${kind}`);
}
