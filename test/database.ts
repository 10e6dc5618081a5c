// A migrated database of its own for one test file: a copy of the run's template, or, without the setup, on a server of its own.
// Where files share their worker, the next file has the database of one before it, its rows as in the template.
import { styleText } from 'node:util';
import type pg from 'pg';
import { inject } from 'vitest';
import { type Db, openDb } from '../src/server/db/client.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { type ConnectionSettings, openPool } from '../src/server/db/pool.ts';
import type { Login } from '../src/server/db/roles.ts';
import { newId } from '../src/shared/kit/ids.ts';
import type {} from './global-setup.ts';
import { openTestServer, type TestServer, testPasswords } from './postgres-server.ts';
import { type Baseline, resetRows } from './used-databases.ts';

export { testPasswords } from './postgres-server.ts';

export type ScratchDatabase = {
  owner: pg.Pool;
  /** A pool of this login, opened at the first call; `owner` is the owner's own. */
  as(login: Login | 'owner'): Db;
  connection: ConnectionSettings & { user: string };
  close(): Promise<void>;
};

export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const server = await findServer();
  const used = spare.pop();
  const name = used ?? newId('deed').replace('de_', 'salama_scratch_');
  let closing = false;
  const open = (settings: PlainSettings): pg.Pool =>
    openPool({
      ...settings,
      // Dropping the database ends the last idle connections: no news while closing.
      onLost: (code) => {
        if (!closing) process.stderr.write(styleText('yellow', `a test lost its database connection: ${code}\n`));
      },
    });
  const front = open({ ...server.connection, max: 1 });
  if (used === undefined) await front.query(`create database ${name} template ${server.template ?? 'template0'}`);
  const connection = { ...server.connection, database: name };
  const owner = open({ ...connection, max: 8 });
  if (server.template === undefined) await migrate(owner, testPasswords);
  const pools = new Map<Login, { pool: pg.Pool; db: Db }>();
  const ownerDb = openDb(owner);
  return {
    owner,
    connection,
    as: (login) => {
      if (login === 'owner') return ownerDb;
      const known = pools.get(login);
      if (known) return known.db;
      const pool = open({
        ...connection,
        user: `salama_${login}`,
        password: testPasswords[login],
        max: 4,
        keepsStatements: login !== 'web',
      });
      const db = openDb(pool);
      pools.set(login, { pool, db });
      return db;
    },
    close: async () => {
      closing = true;
      for (const { pool } of pools.values()) await pool.end();
      if (server.baseline && inject('sharesWorker')) {
        await resetRows(owner, server.baseline);
        spare.push(name);
        await owner.end();
      } else {
        await owner.end();
        await front.query(`drop database ${name} with (force)`);
      }
      await front.end();
      await server.stop();
    },
  };
}

/** As new, and nobody's: the last ones go with the run's server. */
const spare: string[] = [];

type PlainSettings = ConnectionSettings & { user: string; password?: string; max: number; keepsStatements?: boolean };

async function findServer(): Promise<TestServer & { template?: string; baseline?: Baseline }> {
  const shared = inject('testServer');
  return shared ? { ...shared, stop: async () => undefined } : openTestServer();
}
