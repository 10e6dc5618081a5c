// Several rows marked for one deed. What leaves the list leaves the selection.
import { useCallback, useState } from 'react';
import { MOST_AT_ONCE } from '../../../shared/domain/queue.ts';

export type Selection = {
  ids: readonly string[];
  has: (id: string) => boolean;
  /** The same function while the list is the same, so that rows need not be drawn again. */
  toggle: (id: string) => void;
  add: (id: string) => void;
  set: (ids: readonly string[]) => void;
};

type Rows = readonly { id: string }[];
const among = (marked: readonly string[], rows: Rows): readonly string[] =>
  marked.filter((id) => rows.some((row) => row.id === id));

export function useSelection(shown: Rows): Selection {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const ids = among(marked, shown);
  const change = useCallback(
    (id: string, drops: boolean): void =>
      setMarked((before) => {
        const kept = among(before, shown);
        const others = kept.filter((one) => one !== id);
        return drops && kept.includes(id) ? others : [...others, id].slice(0, MOST_AT_ONCE);
      }),
    [shown],
  );
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: useCallback((id) => change(id, true), [change]),
    add: useCallback((id) => change(id, false), [change]),
    set: (next) => setMarked(next.slice(0, MOST_AT_ONCE)),
  };
}
