// Where the data lies: the private PostgreSQL of this folder, or the server that DATABASE_URL names (its owner's address).
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../db/embedded.ts';
import { type ConnectionSettings, openPool } from '../db/pool.ts';
import type { Logger } from '../kit/log.ts';
import type { Config } from './config.ts';

export type OwnerLogin = { user: string; password?: string };

export type OpenDatabase = {
  /** The owner's pool, opened when first asked for: migrations and set-up only. */
  owner: ReturnType<typeof openPool>;
  ownerLogin: OwnerLogin;
  /** How the runtime logins reach the same database. */
  connection: ConnectionSettings;
  close(): Promise<void>;
};

export async function openDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  return config.databaseUrl === undefined ? openPrivate(config, log) : openServer(config.databaseUrl, log);
}

async function openPrivate(config: Config, log: Logger): Promise<OpenDatabase> {
  const embedded = await openEmbeddedPostgres({
    dataFolder: join(config.dataFolder, 'postgresql'),
    log: ({ event }) => log.info({ event }),
  });
  embedded.onCrash(() => log.error({ event: 'database.crashed' }));
  const { host, port, user, database } = embedded.connection;
  const owner = openPool({
    host,
    port,
    database,
    user,
    max: 2,
    onLost: (code) => log.warn({ event: 'database.lost', code }),
  });
  return {
    owner,
    ownerLogin: { user },
    connection: { host, port, database },
    close: async () => {
      await owner.end();
      await embedded.stop();
    },
  };
}

function openServer(address: string, log: Logger): OpenDatabase {
  const url = new URL(address);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const port = Number(url.searchParams.get('port') ?? (url.port || 5432));
  const ssl = ['require', 'verify-ca', 'verify-full'].includes(url.searchParams.get('sslmode') ?? '');
  const database = decodeURIComponent(url.pathname.slice(1)) || 'postgres';
  const connection = { host, port, database, ...(ssl ? { ssl } : {}) };
  const user = decodeURIComponent(url.username) || 'postgres';
  const password = decodeURIComponent(url.password);
  return openAsOwner(connection, { user, ...(password ? { password } : {}) }, log);
}

/** The same database for a process that was told how to reach it. */
export function openAsOwner(connection: ConnectionSettings, ownerLogin: OwnerLogin, log: Logger): OpenDatabase {
  const owner = openPool({
    ...connection,
    ...ownerLogin,
    max: 2,
    onLost: (code) => log.warn({ event: 'database.lost', code }),
  });
  return { owner, ownerLogin, connection, close: () => owner.end() };
}
