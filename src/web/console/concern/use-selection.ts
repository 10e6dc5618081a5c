// Several rows marked for one deed. What leaves the list leaves the selection.
import { useState } from 'react';
import { MOST_AT_ONCE } from '../../../shared/domain/queue.ts';

export type Selection = {
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  add: (id: string) => void;
  set: (ids: readonly string[]) => void;
};

export function useSelection(shown: readonly { id: string }[]): Selection {
  const [marked, setMarked] = useState<readonly string[]>([]);
  const ids = marked.filter((id) => shown.some((row) => row.id === id));
  const add = (id: string): void => setMarked([...ids.filter((one) => one !== id), id].slice(0, MOST_AT_ONCE));
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: (id) => (ids.includes(id) ? setMarked(ids.filter((one) => one !== id)) : add(id)),
    add,
    set: (next) => setMarked(next.slice(0, MOST_AT_ONCE)),
  };
}
