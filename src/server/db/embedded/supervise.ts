// Keeps one PostgreSQL running until told to stop: a crash is told to the listeners, then it is started again with patience.
import { setTimeout as delay } from 'node:timers/promises';
import { type Postmaster, type PostmasterPlace, startPostmaster, stopInOrder } from './postmaster.ts';
import { clearRemains } from './remains.ts';

export type Supervised = { pid(): number; onCrash(listener: () => void): void; stop(): Promise<void> };

export type Log = (line: { event: string; [key: string]: string | number }) => void;

export async function supervise(place: PostmasterPlace, log: Log): Promise<Supervised> {
  const listeners = new Set<() => void>();
  const ending = new AbortController();
  const watch: Watch = { running: await startPostmaster(place, ending.signal), signal: ending.signal, log, listeners };
  const kept = keepRunning(place, watch);
  return {
    pid: () => watch.running.pid,
    onCrash: (listener) => void listeners.add(listener),
    async stop() {
      ending.abort();
      await watch.running.end(stopInOrder);
      // A restart under way ends itself; one that had just become ready is ended here.
      await kept;
      await watch.running.end(stopInOrder);
      await clearRemains({ cluster: place.cluster, name: place.name, uid: place.account.uid });
    },
  };
}

type Watch = { running: Postmaster; signal: AbortSignal; log: Log; listeners: ReadonlySet<() => void> };

async function keepRunning(place: PostmasterPlace, watch: Watch): Promise<void> {
  let waitMs = firstWaitMs;
  while (!watch.signal.aborted) {
    const since = performance.now();
    const how = await watch.running.exited;
    if (watch.signal.aborted) return;
    watch.log({ event: 'database.crashed', pid: watch.running.pid, how });
    for (const listener of watch.listeners) listener();
    // One that crashes again and again is given longer rests.
    waitMs = performance.now() - since > steadyMs ? firstWaitMs : Math.min(waitMs * 2, longestWaitMs);
    const next = await startAgain(place, watch, waitMs);
    if (!next) return;
    watch.running = next;
    watch.log({ event: 'database.restarted', pid: next.pid });
  }
}

const firstWaitMs = 50;
const longestWaitMs = 10_000;
const steadyMs = 30_000;

/** Undefined only when told to stop: a full disk or a wrong mode may be put right by someone, so it never gives up. */
async function startAgain(place: PostmasterPlace, watch: Watch, firstMs: number): Promise<Postmaster | undefined> {
  for (let waitMs = firstMs; !watch.signal.aborted; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      await delay(waitMs, undefined, { signal: watch.signal });
      return await startPostmaster(place, watch.signal);
    } catch (error) {
      if (watch.signal.aborted) return undefined;
      watch.log({ event: 'database.restart-failed', reason: error instanceof Error ? error.message : 'unknown' });
    }
  }
  return undefined;
}
