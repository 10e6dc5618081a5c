// What benches stand on: a real programme's processes on an embedded PostgreSQL in a temporary folder, and a signed gateway.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Call } from './load.ts';

const cli = fileURLToPath(new URL('../src/server/app/cli.ts', import.meta.url));

export type World = {
  port: number;
  pid: number;
  /** The owner's pool, for counting. */
  sql: pg.Pool;
  /** A signed call of the generic gateway. */
  call(id: string, from: string, text: string): Call;
  folder: string;
  /** Ends the processes and keeps the folder. */
  rest(): Promise<void>;
  stop(): Promise<void>;
};

const SINK_PORT = 4272;
const SECRET = 'bench-secret-of-more-than-thirty-two-letters';
const GATEWAY = 'bench';
/** What a bench sends is a flood by every measure; it measures how each text is worked, not how floods are held. */
const NO_FLOOD = Object.fromEntries(
  ['FLOOD_SENDER', 'FLOOD_RANGE', 'FLOOD_ALIKE', 'FLOOD_ALL', 'REPLIES'].map((limit) => [
    `SALAMA_${limit}`,
    '1000000000',
  ]),
);

/** Starts the demonstration's programme without its play, with one generic gateway. */
export async function startWorld(folder?: string): Promise<World> {
  const sink = await openSink();
  const home = folder ?? (await mkdtemp(join(tmpdir(), 'salama-bench-')));
  const env = {
    ...process.env,
    ...NO_FLOOD,
    SALAMA_DATA: join(home, 'data'),
    SALAMA_PORT: '4271',
    SALAMA_LOG: 'silent',
  };
  if (!folder) await configureGateway(home, env);
  // The sink's port is fixed: a gateway that was configured once is found again after a rest.
  const { child, url } = await startDemo(env);
  const sql = await openOwner(home);
  return {
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    sql,
    folder: home,
    call: (id, from, text) => signed({ id, from, text }),
    rest: async () => {
      await sql.end();
      await ended(child);
      sink.close();
    },
    stop: async () => {
      await sql.end();
      await ended(child);
      sink.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The demonstration with its whole past. A folder that was seeded before is used again and kept. */
export async function startSeeded(
  size: string,
  kept?: string,
): Promise<{ url: string; sql: pg.Pool; stop(): Promise<void> }> {
  const home = kept ?? (await mkdtemp(join(tmpdir(), 'salama-bench-')));
  const env = { ...process.env, SALAMA_DATA: join(home, 'data'), SALAMA_PORT: '4271', SALAMA_LOG: 'silent' };
  if (!existsSync(join(home, 'data'))) await run(['demo', '--seed', '--size', size], env);
  const { child, url } = await startDemo(env, size);
  const sql = await openOwner(home);
  const stop = async (): Promise<void> => {
    await sql.end();
    await ended(child);
    if (kept === undefined) await rm(home, { recursive: true, force: true });
  };
  return { url, sql, stop };
}

async function configureGateway(home: string, env: NodeJS.ProcessEnv): Promise<void> {
  const settings = join(home, 'gateway.json');
  await writeFile(
    settings,
    JSON.stringify({ secret: SECRET, nonce: false, sendUrl: `http://127.0.0.1:${SINK_PORT}/send` }),
  );
  const first = await startDemo(env);
  await ended(first.child);
  await run(['gateway', GATEWAY, '--channel', 'http-gateway', '--settings', settings, '--sends'], env);
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))));
  });
}

function startDemo(env: NodeJS.ProcessEnv, size = 'small'): Promise<{ child: ChildProcess; url: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, 'demo', '--quiet', '--size', size], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url && said.includes('Ctrl-C')) resolve({ child, url });
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function signed(body: { id: string; from: string; text: string }): Call {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`${timestamp}.`).update(text).digest('hex');
  return {
    path: `/gateway/${GATEWAY}/texts`,
    headers: { 'content-type': 'application/json', 'x-salama-timestamp': timestamp, 'x-salama-signature': signature },
    body: text,
  };
}

/** The owner reaches the private cluster by the socket folder that its pid file names. */
async function openOwner(home: string): Promise<pg.Pool> {
  const lines = (await readPidFile(home)).split('\n');
  const pool = new pg.Pool({
    host: lines[4] ?? '',
    port: Number(lines[3] ?? 5432),
    user: 'salama',
    database: 'salama',
    max: 2,
  });
  pool.on('error', () => undefined);
  return pool;
}

async function readPidFile(home: string): Promise<string> {
  const found = (await readdir(join(home, 'data'), { recursive: true })).find((name) =>
    name.endsWith('postmaster.pid'),
  );
  return readFile(join(home, 'data', found ?? ''), 'utf8');
}

/** The far end of the gateway: takes every text and says so. */
function openSink(): Promise<{ close(): void }> {
  let taken = 0;
  const server = createServer((call, answer) => {
    call.resume();
    call.on('end', () => {
      taken += 1;
      answer.setHeader('content-type', 'application/json').end(JSON.stringify({ id: `s-${taken}` }));
    });
  });
  return new Promise((resolve) =>
    server.listen(SINK_PORT, '127.0.0.1', () =>
      resolve({
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      }),
    ),
  );
}
