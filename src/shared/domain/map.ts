// The map's periods, and what is said of a district where a rate would mislead.

/** Weeks that a period may have. */
export const mapWeeks = [1, 4, 12, 26] as const;
export type MapWeeks = (typeof mapWeeks)[number];

/** Periods one may go back: three years of weeks. */
export const MOST_PERIODS_BACK = 156;

/** Below this a number is not shown and makes no rate (decisions.md 23, inside). */
export const FEWEST_SHOWN = 5;

/** What a rate divides by: the councils that were heard, or the people who live there. */
export const rateBases = ['council', 'people'] as const;
export type RateBase = (typeof rateBases)[number];
export const PER_PEOPLE = 100_000;

/**
 * `rate`: enough was told and councils were heard. `few`: something, but fewer than five. `no-council`: told by people of no council
 * that was heard, so there is nothing to divide by. `calm`: councils were heard, and none told of a concern. `silent`: nobody was heard.
 */
export const heardStates = ['rate', 'few', 'no-council', 'calm', 'silent'] as const;
export type HeardState = (typeof heardStates)[number];

/** @example heardState({ told: 12, reporting: 3 }) // 'rate' */
export function heardState({ told, reporting }: { told: number; reporting: number }): HeardState {
  if (told === 0) return reporting === 0 ? 'silent' : 'calm';
  if (told < FEWEST_SHOWN) return 'few';
  return reporting === 0 ? 'no-council' : 'rate';
}
