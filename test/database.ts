// A migrated database of its own for one test file: on the server that SALAMA_TEST_PG names, else on a private PostgreSQL.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import type pg from 'pg';
import { type ConnectionSettings, type Db, openDb, openPool } from '../src/server/db/client.ts';
import { openEmbeddedPostgres } from '../src/server/db/embedded.ts';
import { migrate } from '../src/server/db/migrate.ts';
import type { Login, LoginPasswords } from '../src/server/db/roles.ts';
import { newId } from '../src/shared/kit/ids.ts';

/** Roles belong to the cluster: every scratch database of it must agree on these. */
export const testPasswords: LoginPasswords = { intake: 'a', web: 'b', worker: 'c', courier: 'd' };

export type ScratchDatabase = {
  owner: pg.Pool;
  /** A pool of this login, opened at the first call; `owner` is the owner's own. */
  as(login: Login | 'owner'): Db;
  connection: ConnectionSettings & { user: string };
  close(): Promise<void>;
};

export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const server = await findServer();
  const name = newId('deed').replace('de_', 'salama_scratch_');
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
  await front.query(`create database ${name} template template0`);
  const connection = { ...server.connection, database: name };
  const owner = open({ ...connection, max: 8 });
  await migrate(owner, testPasswords);
  const pools = new Map<Login, { pool: pg.Pool; db: Db }>();
  const ownerDb = openDb(owner);
  return {
    owner,
    connection,
    as: (login) => {
      if (login === 'owner') return ownerDb;
      const known = pools.get(login);
      if (known) return known.db;
      const pool = open({ ...connection, user: `salama_${login}`, password: testPasswords[login], max: 4 });
      const db = openDb(pool);
      pools.set(login, { pool, db });
      return db;
    },
    close: async () => {
      closing = true;
      for (const { pool } of pools.values()) await pool.end();
      await owner.end();
      await front.query(`drop database ${name} with (force)`);
      await front.end();
      await server.stop();
    },
  };
}

type PlainSettings = ConnectionSettings & { user: string; password?: string; max: number };
type Server = { connection: ConnectionSettings & { user: string; password?: string }; stop(): Promise<void> };

/** `postgres://user@localhost:5432/postgres`, or with `?host=/folder` for a socket; its user may make databases and roles. */
async function findServer(): Promise<Server> {
  const named = process.env['SALAMA_TEST_PG'];
  if (named) return { connection: readUrl(named), stop: async () => undefined };
  const dataFolder = await mkdtemp(join(tmpdir(), 'salama-test-'));
  const { connection, stop } = await openEmbeddedPostgres({ dataFolder, log: () => undefined });
  return {
    connection,
    stop: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function readUrl(text: string): Server['connection'] {
  const url = new URL(text.replace('@/', '@localhost/'));
  const port = url.searchParams.get('port') ?? url.port;
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: port === '' ? 5432 : Number(port),
    user: decodeURIComponent(url.username),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: url.pathname.slice(1) || 'postgres',
  };
}
