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
  // Where the opened row stood: when it leaves the list after a deed, "next" is whoever stands there now.
  const place = useRef(-1);
  const at = rows.findIndex((row) => row.id === address.values['id']);
  if (at >= 0) place.current = at;
  const open = (id: string): void => {
    address.change({ id }, { replace: true });
    document.getElementById(`row-${id}`)?.focus();
  };
  const openAt = (index: number): ConcernRow | undefined => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row !== undefined) open(row.id);
    return row;
  };
  const step = (by: number): ConcernRow | undefined => {
    if (at >= 0) return openAt(at + by);
    return openAt(by > 0 ? Math.max(0, place.current) : place.current - 1);
  };
  const mark = (by: number) => (): void => {
    const from = rows[at];
    const next = step(by);
    if (next !== undefined) selection.set([...new Set([...selection.ids, from?.id ?? next.id, next.id])]);
  };
  const here = address.values['id'];
  const several =
    kind === 'coordinator'
      ? { x: () => (here === undefined ? undefined : selection.toggle(here)), 'shift+j': mark(1), 'shift+k': mark(-1) }
      : {};
  useShortcuts({ j: () => void step(1), k: () => void step(-1), '?': onHelp, ...several });
  useNextRead(kind === 'coordinator' ? rows[at + 1]?.id : undefined);
  return {
    open,
    // The protection officer is never led into a case: every opening is a line in the journal.
    openNext: () => {
      const next = rows[at + 1] ?? rows[at - 1];
      if (kind === 'coordinator' && next !== undefined) open(next.id);
    },
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
