// A tiny value that components watch: for what lives beside the server's answers (toasts, deeds under way).
import { useSyncExternalStore } from 'react';

export type Store<T> = { get: () => T; set: (next: T) => void; use: () => T };

export function makeStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<() => void>();
  const get = (): T => value;
  const watch = (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  return {
    get,
    set: (next) => {
      value = next;
      for (const watcher of watchers) watcher();
    },
    use: () => useSyncExternalStore(watch, get),
  };
}
