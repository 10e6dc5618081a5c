// The demonstration as a person starts it: a process with its family, that a test may kill in any part and start again.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, listProcesses, type ProcessSeen } from '../src/server/db/embedded/processes.ts';
import { until } from './until.ts';

export type SalamaProcess = {
  /** As printed; the same for its whole life. */
  url(): string;
  /** Beside it lie its keys. */
  dataFolder: string;
  /** `backend`: one connection's process of PostgreSQL, which then ends all others and recovers. */
  kill(part: 'serve' | 'courier' | 'postgres' | 'backend' | 'all', signal: 'SIGKILL' | 'SIGTERM'): void;
  /** Again, with its data: after all of it was killed. */
  start(): Promise<void>;
  /** What of it lives now, PostgreSQL included. */
  processes(): ProcessSeen[];
  /** What it printed and logged. */
  printed(): string;
  /** Ends it as Ctrl-C does and removes its folder; resolves with the exit code. */
  stop(): Promise<number | null>;
};

const project = join(import.meta.dirname, '..');
const START_MS = 180_000;
/** Whoever sends hundreds at once here means something else. */
const noFloods = { SALAMA_FLOOD_SENDER: '1000000', SALAMA_FLOOD_ALIKE: '1000000', SALAMA_FLOOD_ALL: '1000000' };

/** `settings`: further SALAMA_… variables. */
export async function startSalamaProcess(settings: Readonly<Record<string, string>> = {}): Promise<SalamaProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'salama-whole-'));
  // Root lends the database another account, which must be able to pass through.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const { DATABASE_URL: _server, SALAMA_KEYS: _keys, ...inherited } = process.env;
  const environment = {
    ...inherited,
    SALAMA_DATA: dataFolder,
    SALAMA_PORT: String(await findPort()),
    ...noFloods,
    ...settings,
  };
  let printed = '';
  let url = '';
  let child: ChildProcess | undefined;
  const cut = (): void => killAll(findFamily(child, dataFolder), 'SIGKILL');
  process.once('exit', cut);
  const start = async (): Promise<void> => {
    const from = printed.length;
    child = startCommand(environment, (text) => {
      printed += text;
    });
    const own = child;
    const found = await until(
      () => (own.exitCode === null && own.signalCode === null ? addressIn(printed.slice(from)) : 'ended'),
      'the address',
      START_MS,
    );
    if (found === 'ended') throw new Error(`Salama did not start:\n${printed.slice(from)}`);
    url = found;
  };
  const stop = async (): Promise<number | null> => {
    const code = await endChild(child);
    cut();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.removeListener('exit', cut);
    return code;
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: () => url,
    dataFolder,
    kill: (part, signal) => killAll(findPart(part, { child, dataFolder }), signal),
    start,
    processes: () => findFamily(child, dataFolder),
    printed: () => printed,
    stop,
  };
}

/** A free port, not port 0: a `serve` that was killed must come back where it was. */
async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function startCommand(env: NodeJS.ProcessEnv, hear: (text: string) => void): ChildProcess {
  const script = join(project, 'src/server/app/cli.ts');
  const child = spawn(process.execPath, [script, 'demo', '--quiet', '--size', 'small'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', hear);
  return child;
}

const addressIn = (text: string): string | undefined => /https?:\/\/[\w.:[\]-]+/.exec(text)?.[0];

async function endChild(child: ChildProcess | undefined): Promise<number | null> {
  if (!child) return null;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  return child.exitCode;
}

type Whole = { child: ChildProcess | undefined; dataFolder: string };

function findPart(part: Parameters<SalamaProcess['kill']>[0], { child, dataFolder }: Whole): ProcessSeen[] {
  const family = findFamily(child, dataFolder);
  // The workers of PostgreSQL name their cluster, not their folder: only the postmaster is in the family, and they follow it.
  const postmaster = family.filter((one) => one.command.includes(join(dataFolder, 'postgresql')));
  if (part === 'postgres') return postmaster;
  if (part === 'backend') return findBackends(postmaster[0]).slice(0, 1);
  if (part === 'all') return family;
  return family.filter((one) => one.command.trimEnd().endsWith(` ${part}`));
}

const findBackends = (postmaster: ProcessSeen | undefined): ProcessSeen[] =>
  listProcesses().filter((one) => parentOf(one.pid) === postmaster?.pid && / salama_\w+ salama /.test(one.command));

/** The parent, its children, and the postmaster of its folder, which outlives a killed parent. */
function findFamily(child: ChildProcess | undefined, dataFolder: string): ProcessSeen[] {
  const isParent = (pid: number | undefined): boolean => pid !== undefined && pid === child?.pid;
  return listProcesses().filter(
    (one) =>
      isParent(one.pid) ||
      (isParent(parentOf(one.pid)) && /child\.ts/.test(one.command)) ||
      one.command.includes(join(dataFolder, 'postgresql')),
  );
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s\S+\s/s, '')
        .split(' ')[0],
    );
  } catch {
    return undefined;
  }
}

function killAll(processes: readonly ProcessSeen[], signal: 'SIGKILL' | 'SIGTERM'): void {
  for (const one of processes) if (isAlive(one)) process.kill(one.pid, signal);
}
