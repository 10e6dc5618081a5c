// One program of the check or of the tests: run to its end, its output kept until it failed, its seconds said.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A program under node_modules, run by this very Node: no shell, no PATH. */
export type Step = { name: string; script: string; args: readonly string[]; env?: Readonly<Record<string, string>> };
export type Ended = { ok: boolean; seconds: number };

/** Quiet when all is well; with everything it said when not. */
export async function runStep(step: Step): Promise<Ended> {
  const startedAt = performance.now();
  const args = [join(root, 'node_modules', step.script), ...step.args];
  const { code, said } = await runQuietly(process.execPath, args, { ...process.env, ...step.env });
  const ended = { ok: code === 0, seconds: (performance.now() - startedAt) / 1000 };
  say(ended, step.name);
  if (!ended.ok) process.stdout.write(`${said}\n`);
  return ended;
}

export function say({ ok, seconds }: Ended, name: string): void {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1).padStart(6)} s  ${name}\n`);
}

/** Two at a time: this is meant for two cores. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const waiting = [...steps];
  let allWell = true;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { ok } = await runStep(step);
      allWell &&= ok;
    }
  };
  await Promise.all([work(), work()]);
  return allWell;
}

export function runQuietly(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    endWithUs(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs with a folder of its own, which goes with it. */
export async function withFolder<T>(deed: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'salama-run-'));
  return deed(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

export const readText = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

const running = new Set<ChildProcess>();

/** Told to end, we end what we started first: a signal sent to us alone does not reach it. */
export function endWithUs(child: ChildProcess): void {
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endAll);
  running.add(child);
  child.once('close', () => running.delete(child));
}

function endAll(signal: NodeJS.Signals): void {
  process.exitCode = 130;
  for (const child of running) child.kill(signal);
}
