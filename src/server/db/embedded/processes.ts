// Tells one process from another that later got the same number, so nothing is stopped or taken over by mistake.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** `startedAt` is opaque; with the pid it names one process for ever, over reboots too. */
export type ProcessSeen = { pid: number; startedAt: string; uid: number; command: string };

export function findProcess(pid: number): ProcessSeen | undefined {
  return process.platform === 'linux' ? readProcess(pid) : askPs(['-p', String(pid)])[0];
}

export function listProcesses(): ProcessSeen[] {
  if (process.platform !== 'linux') return askPs(['-A']);
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => readProcess(Number(pid)) ?? []);
}

export function isAlive(seen: Pick<ProcessSeen, 'pid' | 'startedAt'>): boolean {
  return findProcess(seen.pid)?.startedAt === seen.startedAt;
}

/** Whether the kernel still gives the number to something: unlike isAlive, zombies count. */
export function isNumberTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Sends each signal in turn until the process is gone; false when even the last one did not end it in its time. */
export async function endProcess(seen: ProcessSeen, steps: readonly EndStep[]): Promise<boolean> {
  for (const step of steps) {
    if (!isAlive(seen)) return true;
    sendSignal(seen.pid, step.signal);
    if (await becomesTrue(() => !isAlive(seen), step.waitMs)) return true;
  }
  return !isAlive(seen);
}

export type EndStep = { signal: NodeJS.Signals; waitMs: number };

/** True as soon as the condition holds, false when it does not within the time. */
export async function becomesTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await delay(10);
  }
  return true;
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone in the meantime is what was wanted; not permitted shows itself as still alive.
    if (!['ESRCH', 'EPERM'].includes(errorCode(error))) throw error;
  }
}

const bootId = process.platform === 'linux' ? readText('/proc/sys/kernel/random/boot_id').slice(0, 8) : '';

function readProcess(pid: number): ProcessSeen | undefined {
  // The name in parentheses may hold spaces and parentheses: the fields begin after the last one.
  const fields = readText(`/proc/${pid}/stat`)
    .replace(/^.*\)\s/s, '')
    .split(' ');
  const [state, ticks] = [fields[0], fields[19]];
  if (!state || !ticks || state === 'Z' || state === 'X') return undefined;
  const uid = statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid;
  if (uid === undefined) return undefined;
  const command = readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return { pid, startedAt: `${bootId}-${ticks}`, uid, command };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errorCode(error))) return '';
    throw error;
  }
}

// Where there is no /proc. lstart is five words: Mon Nov 23 18:19:00 2026.
function askPs(selection: string[]): ProcessSeen[] {
  const shape = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S+\s+\S+\s+\d+\s+\S+\s+\d+)\s+(.*)$/;
  return runPs(['-ww', '-o', 'pid=,uid=,stat=,lstart=,command=', ...selection])
    .split('\n')
    .flatMap((line) => {
      const [, pid, uid, state, startedAt, command] = shape.exec(line) ?? [];
      if (!pid || !uid || !startedAt || state?.startsWith('Z')) return [];
      const started = startedAt.replaceAll(/\W+/g, '-');
      return [{ pid: Number(pid), uid: Number(uid), startedAt: started, command: `${command} ` }];
    });
}

function runPs(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } });
  } catch (error) {
    // ps ends with 1 when nothing matches.
    if (error instanceof Error && 'status' in error && error.status === 1) return '';
    throw error;
  }
}
