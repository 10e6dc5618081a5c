// Runs what facts set off: claims tasks, gives each its own transaction, and never drops one.

import { Problem } from '../../shared/kit/problem.ts';
import type { Db } from '../db/client.ts';
import { type ClaimedTask, claimTasks, finishTask, postponeTask, releaseTask } from '../db/tasks.ts';
import { type Turn, turns } from '../db/turn.ts';
import { type Ctx, systemTx, type TxSettings, workTx } from '../db/tx.ts';
import type { Logger } from '../kit/log.ts';

export type Hearer = (ctx: Ctx, payload: unknown) => Promise<void>;
export type Hearers = Readonly<Record<string, Hearer>>;

export type Runner = {
  /** Work may be waiting: look now instead of at the next tick. */
  poke(): void;
  /** Danger is waiting: also in a crowd nobody rests now. */
  hurry(): void;
  /** Resolves when nothing that is due now is left. */
  drained(): Promise<void>;
  stop(): Promise<void>;
};

export type RunnerSettings = {
  db: Db;
  tx: TxSettings;
  hearers: Hearers;
  log: Logger;
  /** Told once when a task is buried, in the runner's own transaction. */
  onBuried(ctx: Ctx, task: ClaimedTask): Promise<void>;
  concurrency?: number;
  idleMs?: number;
  /** Whether something more urgent than follow-up is using this process right now. */
  isCrowded?(): boolean;
  /** The longest rest in a crowd. */
  restMs?: number;
  chance?: () => number;
};

class LostLease extends Error {}

/** Starts the loop. Idle it looks every 100 ms; a poke makes it look at once. */
export function startRunner(settings: RunnerSettings): Runner {
  const concurrency = settings.concurrency ?? 4;
  const idle = waker(settings.idleMs ?? 100);
  const rest = restIn(settings);
  let running = true;
  let quiet: (() => void)[] = [];

  const pauses = { work: async () => {}, 'work-in-a-crowd': rest.wait, nothing: idle.wait, away: idle.wait };
  const loop = async (): Promise<void> => {
    while (running) {
      // Who asks while a claim is on its way may have committed after it looked: he is answered by the next.
      const asked = quiet;
      quiet = [];
      const found = await workOnce(settings, { most: concurrency, isRunning: () => running });
      if (found === 'nothing') for (const resolve of asked) resolve();
      else quiet = [...asked, ...quiet];
      await pauses[found]();
    }
  };
  const ended = loop();

  return {
    poke: idle.wake,
    hurry: () => {
      rest.end();
      idle.wake();
    },
    drained: () =>
      new Promise((resolve) => {
        quiet.push(resolve);
        idle.wake();
      }),
    stop: async () => {
      running = false;
      rest.end();
      idle.wake();
      await ended;
    },
  };
}

const REST_MS = 1_000;
const LOOK_UP_MS = 50;

/** As long as the crowd is here and nothing is urgent, a second at the most. */
function restIn({ isCrowded, restMs = REST_MS }: RunnerSettings): { wait(): Promise<void>; end(): void } {
  const pause = waker(LOOK_UP_MS);
  let over = false;
  return {
    wait: async () => {
      for (let rested = 0; rested < restMs && !over && isCrowded?.(); rested += LOOK_UP_MS) await pause.wait();
      over = false;
    },
    end: () => {
      over = true;
      pause.wake();
    },
  };
}

/** Tasks of one claim per hand: enough that a claim is worth its round trip, few enough that nobody waits long for the slowest. */
const PER_HAND = 4;

/** Claims and runs what is due. With the database away nobody knows whether anything is. */
async function workOnce(
  settings: RunnerSettings,
  { most, isRunning }: { most: number; isRunning(): boolean },
): Promise<'work' | 'work-in-a-crowd' | 'nothing' | 'away'> {
  try {
    // While texts are pouring in, taking them safely comes first (protection.md 4.2): danger is followed up at once, one task at a time;
    // of everything else a little, so that nothing stands still however long it lasts.
    const crowded = settings.isCrowded?.() ?? false;
    const hands = crowded ? 1 : most;
    const tasks = await claimTasks(settings.db, crowded ? 1 : most * PER_HAND, settings.tx.clock.offsetMs);
    const waiting = [...inTurns(tasks)];
    const work = async (): Promise<void> => {
      while (isRunning()) {
        const turn = waiting.shift();
        if (!turn) return;
        await runInTurn(settings, turn);
      }
    };
    await Promise.all(Array.from({ length: hands }, work));
    for (const task of waiting.flat()) await releaseTask(settings.db, task);
    if (crowded && tasks.some(({ turn }) => turn !== turns.first)) return 'work-in-a-crowd';
    return tasks.length > 0 ? 'work' : 'nothing';
  } catch (error) {
    settings.log.warn({ event: 'work.database-away', code: codeOf(error) });
    return 'away';
  }
}

/** What concerns one person's phone is heard in the order of its facts: a question must not overtake the answer it asks about. */
function inTurns(tasks: readonly ClaimedTask[]): readonly (readonly ClaimedTask[])[] {
  return [...Map.groupBy(tasks, (task) => contactOf(task.payload) ?? task.id).values()];
}

function contactOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('contactId' in payload)) return undefined;
  return typeof payload.contactId === 'string' ? payload.contactId : undefined;
}

async function runInTurn(settings: RunnerSettings, turn: readonly ClaimedTask[]): Promise<void> {
  for (const task of turn) await runTask(settings, task);
}

async function runTask(settings: RunnerSettings, task: ClaimedTask): Promise<void> {
  try {
    const hearer = settings.hearers[task.hearing];
    if (!hearer) throw new Error(`no hearer ${task.hearing}`);
    const rule = { id: 'rule', role: 'rule' } as const;
    // What it sets off has waited as long: a matter told first is before its post when the one told after it is opened.
    const started = { db: settings.db, tx: settings.tx, actor: rule, turn: turnAfter(task), dueAt: task.runAt };
    await workTx(started, async (ctx) => {
      await hearer(ctx, task.payload);
      if (!(await finishTask(ctx.tx, task))) throw new LostLease();
    });
  } catch (error) {
    if (error instanceof LostLease) return;
    await postponeOrLog(settings, task, error);
  }
}

/** What a danger sets off is as urgent as the danger; what a flood's text sets off, once it counts, waits no longer than anybody's. */
const turnAfter = ({ turn }: ClaimedTask): Turn => (turn === turns.first ? turns.first : turns.usual);

async function postponeOrLog(settings: RunnerSettings, task: ClaimedTask, error: unknown): Promise<void> {
  const code = codeOf(error);
  settings.log.warn({ event: 'work.failed', hearing: task.hearing, taskId: task.id, attempts: task.attempts, code });
  try {
    const chance = (settings.chance ?? Math.random)();
    // A burial and the word of it are one: what nobody was told of would lie there for ever.
    await systemTx({ db: settings.db, tx: settings.tx, actor: { id: 'rule', role: 'rule' } }, async (ctx) => {
      if (await postponeTask(ctx.tx, task, { problem: code, chance })) await settings.onBuried(ctx, task);
    });
  } catch (later) {
    // The lease ends by itself: the task is claimed again when the database is back.
    settings.log.warn({ event: 'work.database-away', code: codeOf(later) });
  }
}

/** A code that is safe to store and log: never a message, which could quote a value. */
export function codeOf(error: unknown): string {
  if (error instanceof Problem) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

function waker(idleMs: number): { wait(): Promise<void>; wake(): void } {
  let wake = (): void => {};
  let woken = false;
  return {
    wait: () =>
      new Promise((resolve) => {
        const timer = setTimeout(finish, woken ? 0 : idleMs);
        function finish(): void {
          clearTimeout(timer);
          woken = false;
          wake = () => {};
          resolve();
        }
        wake = finish;
      }),
    wake: () => {
      woken = true;
      wake();
    },
  };
}
