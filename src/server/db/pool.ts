// Pools, one per database login. Every pool has an error listener: without it a server restart would end the process.
import pg from 'pg';
import { KeepingClient, QuickClient } from './quick-client.ts';

export type ConnectionSettings = {
  host?: string;
  port?: number;
  database: string;
  ssl?: boolean;
};

export type PoolSettings = ConnectionSettings & {
  user: string;
  password?: string;
  max: number /** A class every connection of this pool starts as: for single statements without a transaction of their own. */;
  startAs?: string;
  /** Of a login that works unattended: the same statements all day. */
  keepsStatements?: boolean;
  onLost(code: string): void;
};

// A date is a day, not a moment: it stays the text it is.
const DATE_OID = 1082;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === DATE_OID ? (value: string) => value : pg.types.getTypeParser(oid, format),
};

/** A pool of one login, with the limits of protection.md 4.2. Idle clients that lose their server are dropped and reported by code. */
export function openPool(settings: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    ...(settings.host === undefined ? {} : { host: settings.host }),
    ...(settings.port === undefined ? {} : { port: settings.port }),
    ...(settings.password === undefined ? {} : { password: settings.password }),
    ...(settings.ssl ? { ssl: true } : {}),
    user: settings.user,
    database: settings.database,
    max: settings.max,
    types,
    Client: settings.keepsStatements ? KeepingClient : QuickClient,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    options: `-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s -c timezone=UTC${settings.startAs ? ` -c role=${settings.startAs}` : ''}`,
  });
  pool.on('error', (error) => settings.onLost(codeOf(error)));
  // A connection that is lost while somebody holds it says so twice: to that deed, which fails, and here, where unheard it ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'lost';
}
