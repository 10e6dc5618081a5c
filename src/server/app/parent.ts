// The small parent: opens the database, starts `serve` and `courier`, starts them again when they fall, and ends them with itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Logger } from '../kit/log.ts';
import { type ChildSettings, type Config, childEnvironment } from './config.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** A child that lived this long did not fall at once: the wait begins anew. */
const STEADY_MS = 30_000;
const READY_MS = 60_000;

const News = z.object({ ready: z.literal(true), url: z.string().optional() });

export type Family = { url: string; stop(): Promise<void> };
const Rotated = z.object({ rotated: z.literal(true) });

/** Resolves when both processes are ready. Rejects when one of them does not get ready in a minute. */
export async function raiseFamily(config: Config, child: ChildSettings, log: Logger): Promise<Family> {
  const { owner, ...common } = child;
  const serve = keepAlive('serve', { config, child: common, log });
  const courier = keepAlive('courier', { config, child: { ...common, play: false }, log });
  const keys = owner && keepKeysFresh({ config, child, log }, [serve, courier]);
  const stop = async (): Promise<void> => {
    keys?.stop();
    await Promise.all([serve.stop(), courier.stop()]);
  };
  try {
    const [{ url = '' }] = await Promise.all([serve.ready, courier.ready]);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const ROTATE_MS = 6 * 3_600_000;

/** Looks four times a day, so that a key's day is kept by a computer that is often off. */
function keepKeysFresh(
  { config, child, log }: { config: Config; child: ChildSettings; log: Logger },
  kept: readonly Kept[],
): { stop(): void } {
  const look = async (): Promise<void> => {
    try {
      if (!(await runRotate(config, child))) return;
      for (const one of kept) one.tell({ keysChanged: true });
    } catch {
      log.error({ event: 'keys.not-rotated' });
    }
  };
  const timer = setInterval(() => void look(), ROTATE_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Changes what is due of the keys, in a process that ends. True when something changed. Rejects when it could not. */
export async function runRotate(config: Config, child: ChildSettings): Promise<boolean> {
  const rotating = spawnChild('rotate', { config, child });
  let rotated = false;
  rotating.on('message', (message) => {
    rotated ||= Rotated.safeParse(message).success;
  });
  const code = await ended(rotating);
  if (code !== 0) throw new Error('As chaves não foram mudadas. / The keys were not changed.');
  return rotated;
}

/** Keys, schema and programme, in a process that ends before the others begin. Rejects when it could not. */
export async function runPrepare(config: Config, child: ChildSettings): Promise<void> {
  const code = await ended(spawnChild('prepare', { config, child }));
  if (code !== 0) throw new Error('Não foi possível preparar a base de dados. / The database could not be prepared.');
}

/** Goes on behind the family and ends by itself. When it falls it is not started again: the next start goes on with it. */
export function runHistory(config: Config, child: ChildSettings, log: Logger): { stop(): Promise<void> } {
  const one = spawnChild('history', { config, child });
  one.on('error', () => log.error({ event: 'child.not-started', process: 'history' }));
  one.on('exit', (code) => {
    if (code !== 0 && code !== null) log.error({ event: 'child.fell', process: 'history' });
  });
  return { stop: () => endChild(one) };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });

type Role = 'serve' | 'courier';
type ProcessName = Role | 'prepare' | 'rotate' | 'history';
type Kept = { ready: Promise<z.infer<typeof News>>; tell(message: object): void; stop(): Promise<void> };

function keepAlive(role: Role, settings: { config: Config; child: ChildSettings; log: Logger }): Kept {
  const { log } = settings;
  let stopping = false;
  let waitMs = FIRST_WAIT_MS;
  let current: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  const ready = Promise.withResolvers<z.infer<typeof News>>();
  const limit = setTimeout(() => ready.reject(new Error(`${role} did not start`)), READY_MS);

  const start = (): void => {
    const startedAt = performance.now();
    const one = spawnChild(role, settings);
    current = one;
    one.on('message', (message) => {
      const news = News.safeParse(message);
      if (!news.success) return;
      clearTimeout(limit);
      ready.resolve(news.data);
    });
    one.on('error', () => log.error({ event: 'child.not-started', process: role }));
    one.on('exit', () => {
      if (stopping) return;
      log.error({ event: 'child.fell', process: role });
      if (performance.now() - startedAt > STEADY_MS) waitMs = FIRST_WAIT_MS;
      again = setTimeout(start, waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    });
  };
  start();

  return {
    ready: ready.promise,
    tell: (message) => {
      if (current?.connected) current.send(message);
    },
    stop: () => {
      stopping = true;
      clearTimeout(limit);
      clearTimeout(again);
      return endChild(current);
    },
  };
}

// Without a ceiling a heap grows with the memory of the machine, not with what is kept: after a flood it stayed at twice the size.
// What lives is 60 MiB in `serve` and 25 in the courier; a small young space costs the busy one time, so it has the larger, and its
// old space grows by a third before it is swept instead of doubling.
const memory: Readonly<Record<ProcessName, readonly string[]>> = {
  prepare: ['--max-semi-space-size=8'],
  rotate: ['--max-semi-space-size=8'],
  history: ['--max-semi-space-size=8'],
  serve: ['--max-semi-space-size=4', '--heap-growing-percent=30', '--max-old-space-size=256'],
  courier: ['--max-semi-space-size=1', '--max-old-space-size=64'],
};

function spawnChild(role: ProcessName, { config, child }: { config: Config; child: ChildSettings }): ChildProcess {
  // A Ctrl-C reaches the children too; they leave it to the parent to end them in order.
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...memory[role], CHILD, role], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: childEnvironment(config, child),
  });
}

const KILL_MS = 10_000;

async function endChild(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
  await gone;
  clearTimeout(limit);
}
