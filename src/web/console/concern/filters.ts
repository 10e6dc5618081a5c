// The queue's filters, read from the page's address so that a filtered queue is a link.
import type { z } from 'zod';
import type { ConcernFilter } from '../../../shared/contract/concerns.ts';
import { concernStates } from '../../../shared/domain/concern.ts';
import { queueClocks, queueWaits } from '../../../shared/domain/queue.ts';
import { oneOf, wholeOf } from '../../kit/fields.ts';
import type { DeskKind } from './desk-kind.ts';

export type Filters = Omit<z.input<typeof ConcernFilter>, 'cursor' | 'limit'>;

export const stateChoices = [
  'waiting',
  'late',
  'triage',
  'open',
  'answered',
  'referred',
  'closed',
  'merged',
  'withdrawn',
  'all',
] as const;
export const filterKeys = [
  'state',
  'severity',
  'lane',
  'type',
  'area',
  'areaName',
  'clock',
  'waits',
  'service',
  'post',
  'postName',
  'reopened',
  'mine',
  'q',
] as const;

/** Every filter taken off. */
export const noFilters = Object.fromEntries(filterKeys.map((key) => [key, undefined]));

const states = [...concernStates, 'waiting', 'late', 'all'] as const;
const short = (value: string | undefined, most: number): string | undefined =>
  value !== undefined && value.length <= most ? value : undefined;

/** What the address says and the server would understand; the rest is as if it were not said. */
const understood = (values: Readonly<Record<string, string>>) => ({
  state: oneOf(states, values['state']),
  severity: wholeOf(values['severity'], { least: 1, most: 5 }),
  lane: oneOf(['protection', 'oversight'], values['lane']),
  type: short(values['type'], 3),
  area: short(values['area'], 43),
  clock: oneOf(queueClocks, values['clock']),
  waits: oneOf(queueWaits, values['waits']),
  service: short(values['service'], 30),
  post: short(values['post'], 43),
  reopened: oneOf(['yes'], values['reopened']),
  mine: oneOf(['yes'], values['mine']),
  q: short(values['q'], 80),
});

/** What is waiting, unless the address says otherwise; a clock or whom it waits for says it already. */
export function filtersOf(values: Readonly<Record<string, string>>, kind: DeskKind): Filters {
  const { state, lane, ...others } = understood(values);
  const said: Filters = kind === 'protection' && lane !== undefined ? { lane } : {};
  const wanted = state ?? (others.clock === undefined && others.waits === undefined ? 'waiting' : 'all');
  if (wanted !== 'all') said.state = wanted;
  for (const [key, value] of Object.entries(others)) if (value !== undefined) Object.assign(said, { [key]: value });
  return said;
}

/** The board has the clock for its columns: it takes neither a state nor a clock. */
export function boardFiltersOf(values: Readonly<Record<string, string>>, kind: DeskKind): Filters {
  const { state: _, clock: __, ...others } = filtersOf(values, kind);
  return others;
}

/** The address of a view: its filters, and whether it is a board. Never the concern that happens to stand open. */
export function viewQuery(values: Readonly<Record<string, string>>): string {
  const kept = new URLSearchParams();
  for (const key of [...filterKeys, 'view'] as const) {
    const value = values[key];
    if (value !== undefined) kept.set(key, value);
  }
  return kept.toString();
}

/** Every filter said, those of the view set and all others taken away. */
export function viewChanges(query: string): Record<string, string | undefined> {
  const kept = new URLSearchParams(query);
  return Object.fromEntries([...filterKeys, 'view'].map((key) => [key, kept.get(key) ?? undefined]));
}
