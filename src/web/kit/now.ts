// The current moment, ticking: clocks on screen move without asking the server, all of them at once.
import { useSyncExternalStore } from 'react';

const EVERY_MS = 15_000;
const watchers = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

export const useNow = (): Date => useSyncExternalStore(watch, readNow);

const readNow = (): Date => now;

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  if (timer === undefined) {
    // Nobody looked for a while: the moment kept is an old one.
    if (Date.now() - now.getTime() > EVERY_MS) tick();
    timer = setInterval(tick, EVERY_MS);
  }
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = new Date();
  for (const watcher of watchers) watcher();
}
