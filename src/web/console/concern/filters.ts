// The queue's filters, read from the page's address so that a filtered queue is a link.
import { z } from 'zod';
import type { ConcernFilter } from '../../../shared/contract/concerns.ts';
import { concernStates } from '../../../shared/domain/concern.ts';
import { queueClocks, queueWaits } from '../../../shared/domain/queue.ts';
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
  'q',
] as const;

const Values = z.object({
  state: z
    .enum([...concernStates, 'waiting', 'late', 'all'])
    .optional()
    .catch(undefined),
  severity: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  lane: z.enum(['protection', 'oversight']).optional().catch(undefined),
  type: z.string().max(3).optional().catch(undefined),
  area: z.string().max(43).optional().catch(undefined),
  clock: z.enum(queueClocks).optional().catch(undefined),
  waits: z.enum(queueWaits).optional().catch(undefined),
  service: z.string().max(30).optional().catch(undefined),
  post: z.string().max(43).optional().catch(undefined),
  reopened: z.literal('yes').optional().catch(undefined),
  q: z.string().max(80).optional().catch(undefined),
});

/** What is waiting, unless the address says otherwise; a clock or whom it waits for says it already. */
export function filtersOf(values: Readonly<Record<string, string>>, kind: DeskKind): Filters {
  const { state, lane, ...others } = Values.parse(values);
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
