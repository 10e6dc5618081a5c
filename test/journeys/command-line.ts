// Salama as an operator starts it: one word on the command line, as this user or another, with what it prints and what it leaves.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listProcesses, type ProcessSeen } from '../../src/server/db/embedded/processes.ts';
import { until } from '../until.ts';

const project = join(import.meta.dirname, '../..');
export const isRoot = process.getuid?.() === 0;
/** An ordinary user that every machine has. */
export const nobody = { uid: 65_534, gid: 65_534 } as const;

export type Operator = { folder: string; who?: typeof nobody };
export type Command = {
  printed(): string;
  /** Once it has printed where it is; within a minute, unless it has work to do first. */
  url(patienceMs?: number): Promise<string>;
  interrupt(): void;
  ended: Promise<number | null>;
};

const running: ChildProcess[] = [];
const folders: string[] = [];

/** A folder that only its owner may enter; the data lies in it. */
export function anOperator(who?: typeof nobody): Operator {
  const folder = mkdtempSync(join(tmpdir(), 'salama-two-'));
  chmodSync(folder, 0o700);
  if (who) chownSync(folder, who.uid, who.gid);
  folders.push(folder);
  return who ? { folder, who } : { folder };
}

/** @example const demo = run(anOperator(), 'demo', '--quiet'); await demo.url(); */
export function run({ folder, who = undefined }: Operator, ...words: string[]): Command {
  const { DATABASE_URL: _server, SALAMA_KEYS: _keys, ...inherited } = process.env;
  const env = {
    ...inherited,
    HOME: folder,
    SALAMA_DATA: join(folder, 'dados'),
    SALAMA_PORT: '0',
    SALAMA_DEMO: 'small',
  };
  const script = join(project, 'src/server/app/cli.ts');
  const child = spawn(process.execPath, [script, ...words], {
    cwd: '/',
    env,
    ...(who ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    printed: () => printed,
    url: async (patienceMs = 60_000) => {
      const found = await until(
        () => /https?:\/\/[\w.:[\]-]+/.exec(printed)?.[0] ?? (isOver() ? 'ended' : undefined),
        'the address',
        patienceMs,
      );
      if (found === 'ended') throw new Error(`it ended:\n${printed}`);
      return found;
    },
    interrupt: () => void child.kill('SIGINT'),
    ended,
  };
}

/** Every process that works with this operator's data: named on its command line, or told in its environment. */
export const processesOf = ({ folder }: Operator): ProcessSeen[] =>
  listProcesses().filter(({ pid, command }) => command.includes(folder) || environmentOf(pid).includes(folder));

function environmentOf(pid: number): string {
  try {
    return pid === process.pid ? '' : readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

export async function clearAway(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
