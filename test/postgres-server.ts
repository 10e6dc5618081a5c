// The PostgreSQL that tests run on: the server that SALAMA_TEST_PG names, else a private one in a folder that goes with it.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../src/server/db/embedded.ts';
import { type ConnectionSettings, openPool } from '../src/server/db/pool.ts';
import type { LoginPasswords } from '../src/server/db/roles.ts';

/** Roles belong to the cluster: every scratch database of it must agree on these. */
export const testPasswords: LoginPasswords = { intake: 'a', web: 'b', worker: 'c', courier: 'd' };

export type ServerConnection = ConnectionSettings & { user: string; password?: string };
export type TestServer = { connection: ServerConnection; stop(): Promise<void> };

/** `postgres://user@localhost:5432/postgres`, or with `?host=/folder` for a socket; its user may make databases and roles. */
export async function openTestServer(): Promise<TestServer> {
  const named = process.env['SALAMA_TEST_PG'];
  if (named) return { connection: readUrl(named), stop: async () => undefined };
  const dataFolder = await mkdtemp(join(tmpdir(), 'salama-test-'));
  const { connection, stop } = await openEmbeddedPostgres({ dataFolder, log: () => undefined });
  // Nothing here need outlive a power cut. The product's own durability is tested on clusters that the product opens.
  await inMaintenance(connection, 'alter role all set synchronous_commit = off');
  const clear = (): void => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  // A run that is cut off comes only this far; PostgreSQL ends with the process that opened it.
  process.once('exit', clear);
  return {
    connection,
    stop: async () => {
      await stop();
      clear();
      process.removeListener('exit', clear);
    },
  };
}

/** One statement on the server's own database. */
export async function inMaintenance(connection: ServerConnection, statement: string): Promise<void> {
  const pool = openPool({ ...connection, max: 1, onLost: () => undefined });
  await pool.query(statement).finally(() => pool.end());
}

function readUrl(text: string): ServerConnection {
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
