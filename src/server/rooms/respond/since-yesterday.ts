// What is new since yesterday, from figures that Today has read already: what was told against what is usual, what fell due, and where
// more was told than usual. Pure; it says counts and draws no conclusion.
import type { TodayView } from '../../../shared/contract/today.ts';
import type { DayCounts, DayRow, ScopeDay } from './store-day.ts';

type Figures = {
  /** Days of all districts, at least as far back as `dates`. */
  days: readonly DayRow[];
  /** Days by district. */
  told: readonly ScopeDay[];
  /** Oldest first; the last one is today, and the one before it yesterday. */
  dates: readonly string[];
};
export type Since = Omit<TodayView['since'], 'dangers' | 'more'> & { more: readonly More[] };
export type More = { scopeId: string; told: number; usual: number };

const MOST_DISTRICTS = 3;
/** Fewer than this is no news, however rare it is there. */
const FEWEST = 4;
const TIMES = 2;

export function sinceYesterday({ days, told, dates }: Figures): Since {
  const today = dates.at(-1) ?? '';
  const yesterday = dates.at(-2) ?? '';
  const before = dates.slice(0, -2);
  const all = days.find(({ day }) => day === yesterday);
  return {
    day: yesterday,
    told: sumOn(told, [yesterday]),
    toldToday: sumOn(told, [today]),
    usual: mean(sumOn(told, before), before.length),
    ...dueOf(all),
    more: moreThanUsual(told, { yesterday, before }),
  };
}

const dueOf = (row: Pick<DayCounts, 'due' | 'answered' | 'clear'> | undefined) => ({
  due: row?.due ?? 0,
  answered: row?.answered ?? 0,
  clear: row?.clear ?? 0,
});

type Days = { yesterday: string; before: readonly string[] };

function moreThanUsual(told: readonly ScopeDay[], { yesterday, before }: Days): readonly More[] {
  return [...Map.groupBy(told, ({ scopeId }) => scopeId)]
    .map(([scopeId, rows]) => ({
      scopeId,
      told: sumOn(rows, [yesterday]),
      usual: mean(sumOn(rows, before), before.length),
    }))
    .filter((row) => row.told >= FEWEST && row.told >= TIMES * row.usual)
    .toSorted((a, b) => b.told - b.usual - (a.told - a.usual))
    .slice(0, MOST_DISTRICTS);
}

const sumOn = (rows: readonly ScopeDay[], days: readonly string[]): number =>
  rows.reduce((sum, { day, told }) => (days.includes(day) ? sum + told : sum), 0);

const mean = (sum: number, over: number): number => Math.round(sum / Math.max(over, 1));
