// The three ways a type can stand in a place.
import type { TypeStateView } from '../../../shared/contract/type-switches.ts';

export type Standing = 'asked' | 'off' | 'unanswered';
export const shownChoices = ['all', 'asked', 'off', 'unanswered'] as const;
export type Shown = (typeof shownChoices)[number];

/** What is being turned: one type, or all of a class. */
export type Turning = { name: string; types: readonly TypeStateView[] };

export function standingOf({ state, answered }: Pick<TypeStateView, 'state' | 'answered'>): Standing {
  if (state === 'off') return 'off';
  return answered ? 'asked' : 'unanswered';
}
