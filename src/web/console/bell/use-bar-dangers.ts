// Danger to life that nobody has taken: all of it, and what the bar over every page has room for.
import type { BellDanger } from '../../../shared/contract/bell.ts';
import { useNarrow } from '../../kit/narrow.ts';
import { useBell } from './use-bell.ts';

const none: readonly BellDanger[] = [];
/** More than these would push the page away; the bell lists them all. */
const MOST_SHOWN = { wide: 2, narrow: 1 } as const;

type BarDangers = { all: readonly BellDanger[]; shown: readonly BellDanger[]; isPending: boolean };

export function useBarDangers(): BarDangers {
  const { data, isPending } = useBell();
  const most = MOST_SHOWN[useNarrow() ? 'narrow' : 'wide'];
  const all = data?.dangers ?? none;
  return { all, shown: all.slice(0, most), isPending };
}
