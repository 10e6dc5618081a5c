// The queue's filters, read from the page's address so that a filtered queue is a link.
import { z } from 'zod';
import type { ConcernFilter } from '../../../shared/contract/concerns.ts';
import { concernStates } from '../../../shared/domain/concern.ts';
import type { DeskKind } from './desk-kind.ts';

export type Filters = Omit<z.input<typeof ConcernFilter>, 'cursor' | 'limit'>;

export const stateChoices = [
  'waiting',
  'late',
  'open',
  'answered',
  'referred',
  'closed',
  'merged',
  'withdrawn',
  'all',
] as const;
export const filterKeys = ['state', 'severity', 'lane', 'type', 'area', 'areaName', 'q'] as const;

const Values = z.object({
  state: z
    .enum([...concernStates, 'waiting', 'late', 'all'])
    .default('waiting')
    .catch('waiting'),
  severity: z.coerce.number().int().min(1).max(5).optional().catch(undefined),
  lane: z.enum(['protection', 'oversight']).optional().catch(undefined),
  type: z.string().max(3).optional().catch(undefined),
  area: z.string().max(43).optional().catch(undefined),
  q: z.string().max(80).optional().catch(undefined),
});

export function filtersOf(values: Readonly<Record<string, string>>, kind: DeskKind): Filters {
  const { state, lane, ...others } = Values.parse(values);
  const said: Filters = kind === 'protection' && lane !== undefined ? { lane } : {};
  if (state !== 'all') said.state = state;
  for (const [key, value] of Object.entries(others)) if (value !== undefined) Object.assign(said, { [key]: value });
  return said;
}
