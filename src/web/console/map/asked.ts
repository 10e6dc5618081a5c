// What the address asks of the map; anything it does not know is the usual.
import { type MapWeeks, MOST_PERIODS_BACK, mapWeeks, type RateBase, rateBases } from '../../../shared/domain/map.ts';
import { oneOf, wholeOf } from '../../kit/fields.ts';
import type { Marks } from './district-map.tsx';

export type MapAsked = { weeks: MapWeeks; back: number; marks: Marks; per: RateBase };

const USUAL_WEEKS = 4;
const choices = ['waiting', 'posts', 'planned'] as const;

export function askedOf(values: Readonly<Record<string, string>>): MapAsked {
  const weeks = Number(values['weeks']);
  return {
    weeks: mapWeeks.find((one) => one === weeks) ?? USUAL_WEEKS,
    back: wholeOf(values['back'], { least: 0, most: MOST_PERIODS_BACK }) ?? 0,
    marks: oneOf(choices, values['marks']) ?? 'waiting',
    per: oneOf(rateBases, values['per']) ?? 'council',
  };
}
