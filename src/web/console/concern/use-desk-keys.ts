// Walking the queue by keys, marking several, and going on to the next when a deed is done.
import { useEffect, useRef } from 'react';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import type { Address } from '../../kit/address.ts';
import { ask } from '../../kit/api.ts';
import { queryClient } from '../../kit/query.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import type { DeskKind } from './desk-kind.ts';
import type { Selection } from './use-selection.ts';

type Desk = {
  kind: DeskKind;
  rows: readonly ConcernRow[];
  address: Address;
  selection: Selection;
  onHelp: () => void;
};

export function useDeskKeys({ kind, rows, address, selection, onHelp }: Desk): {
  open: (id: string) => void;
  openNext: () => void;
} {
  const here = address.values['id'];
  const at = rows.findIndex((row) => row.id === here);
  const around = useAround(rows, here);
  const open = (id: string): void => {
    address.change({ id }, { replace: true });
    document.getElementById(`row-${id}`)?.focus();
  };
  const step = (by: 1 | -1): ConcernRow | undefined => {
    const row = here === undefined ? rows[0] : around(by);
    if (row !== undefined) open(row.id);
    return row;
  };
  const mark = (by: 1 | -1) => (): void => {
    const from = rows[at];
    const next = step(by);
    if (next !== undefined) selection.set([...new Set([...selection.ids, from?.id ?? next.id, next.id])]);
  };
  const several =
    kind === 'coordinator'
      ? { x: () => (here === undefined ? undefined : selection.toggle(here)), 'shift+j': mark(1), 'shift+k': mark(-1) }
      : {};
  useShortcuts({ j: () => void step(1), k: () => void step(-1), '?': onHelp, ...several });
  useNextRead(kind === 'coordinator' ? around(1)?.id : undefined);
  return {
    open,
    // The protection officer is never led into a case: every opening is a line in the journal.
    openNext: () => {
      const next = around(1);
      if (kind === 'coordinator' && next !== undefined) open(next.id);
    },
  };
}

/**
 * The neighbours of the opened row as they stood when it was opened: a deed may move the row to another place of the list, or out of
 * it, and "next" is still the one that stood below it.
 */
function useAround(rows: readonly ConcernRow[], here: string | undefined): (by: 1 | -1) => ConcernRow | undefined {
  const seen = useRef<{ id: string | undefined; above: readonly string[]; below: readonly string[] }>(undefined);
  const ids = rows.map((row) => row.id);
  const at = here === undefined ? -1 : ids.indexOf(here);
  if (seen.current?.id !== here && at >= 0)
    seen.current = { id: here, above: ids.slice(0, at).toReversed(), below: ids.slice(at + 1) };
  return (by) => {
    const known = seen.current?.id === here ? seen.current : undefined;
    const asked = (by > 0 ? known?.below : known?.above) ?? [];
    const still = asked.find((id) => ids.includes(id));
    // Pages that were loaded meanwhile, or a list in which it never stood.
    const other = by > 0 ? rows.find((row) => row.id !== here && !known?.above.includes(row.id)) : undefined;
    return still === undefined ? other : rows[ids.indexOf(still)];
  };
}

/** The next concern is there before its key is pressed. */
function useNextRead(id: string | undefined): void {
  useEffect(() => {
    if (id === undefined) return;
    const input = { params: { id } };
    void queryClient.prefetchQuery({
      queryKey: ['getConcern', input],
      queryFn: () => ask('getConcern', input),
      staleTime: 10_000,
    });
  }, [id]);
}
