// One run of PostgreSQL: started, ready when it truly answers, ended without a trace.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';
import type { Programs } from './binaries.ts';
import { EmbeddedPostgresFault } from './fault.ts';
import { type EndStep, endProcess, errorCode, findProcess } from './processes.ts';
import { clearRemains } from './remains.ts';
import { database, owner, port, toArguments } from './settings.ts';
import type { SocketFolder } from './socket-folder.ts';

export type PostmasterPlace = {
  cluster: string;
  name: string;
  account: Account;
  programs: Programs;
  socketFolder: SocketFolder;
  logPath: string;
  say(chunk: Buffer): void;
};

export type Postmaster = { pid: number; exited: Promise<string>; end(steps: readonly EndStep[]): Promise<void> };

export async function startPostmaster(place: PostmasterPlace, signal: AbortSignal): Promise<Postmaster> {
  await clearRemains({ cluster: place.cluster, name: place.name, uid: place.account.uid });
  place.socketFolder.empty();
  const postmaster = await launch(place);
  try {
    await waitUntilReady(postmaster, place, signal);
    return postmaster;
  } catch (error) {
    await postmaster.end(stopNow);
    throw error;
  }
}

/** Smart lets clients finish, fast ends their work, immediate leaves recovery to the next start. */
export const stopInOrder: readonly EndStep[] = [
  { signal: 'SIGTERM', waitMs: 1500 },
  { signal: 'SIGINT', waitMs: 15_000 },
  { signal: 'SIGQUIT', waitMs: 5000 },
  { signal: 'SIGKILL', waitMs: 2000 },
];

const stopNow: readonly EndStep[] = stopInOrder.slice(1);

async function launch(place: PostmasterPlace): Promise<Postmaster> {
  const words = toArguments({ cluster: place.cluster, socketFolder: place.socketFolder.path, name: place.name });
  const { file, args, options } = place.account.toLaunch(place.programs.postgres, words);
  // Its own session: Ctrl-C in the terminal reaches us, and the last writes are done before PostgreSQL is told.
  const child = spawn(file, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', place.say);
  const exited = new Promise<string>((resolve) => child.on('exit', (code, name) => resolve(name ?? String(code))));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.on('error', (cause) => reject(new EmbeddedPostgresFault('start.failed', { about: place.logPath, cause })));
  });
  const pid = child.pid ?? 0;
  // A parent that ends without stop(), by an uncaught fault: let PostgreSQL stop too. After a kill -9 the next start does it.
  const follow = (): void => void child.kill('SIGINT');
  process.once('exit', follow);
  void exited.then(() => process.off('exit', follow));
  return {
    pid,
    exited,
    async end(steps) {
      const seen = child.exitCode === null && child.signalCode === null ? findProcess(pid) : undefined;
      if (seen && !(await endProcess(seen, steps))) throw new EmbeddedPostgresFault('remains.alive', { about: pid });
      await exited;
    },
  };
}

// Recovery after a crash may take minutes on a slow disk; a process that ended will not answer any more.
const readyWithinMs = 300_000;

async function waitUntilReady(postmaster: Postmaster, place: PostmasterPlace, signal: AbortSignal): Promise<void> {
  let ended = false;
  void postmaster.exited.then(() => {
    ended = true;
  });
  const deadline = performance.now() + readyWithinMs;
  while (!ended && !signal.aborted && performance.now() < deadline) {
    if (existsSync(place.socketFolder.socket) && (await isReady(place.socketFolder.path))) return;
    await delay(10);
  }
  throw new EmbeddedPostgresFault('start.failed', { about: place.logPath });
}

async function isReady(host: string): Promise<boolean> {
  try {
    await ask(host, database, 'select 1');
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === '3D000') {
      await ask(host, 'postgres', `create database ${database}`);
      return true;
    }
    // Not listening yet, starting up (57P03), or gone again, which the process's exit tells.
    if (['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', ''].includes(code)) return false;
    throw error;
  }
}

async function ask(host: string, name: string, sql: string): Promise<void> {
  const client = new pg.Client({
    host,
    port,
    user: owner,
    database: name,
    ssl: false,
    connectionTimeoutMillis: 10_000,
  });
  // Without it a server that stops in this moment would take the process with it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}
