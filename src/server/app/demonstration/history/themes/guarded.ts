// What goes to the protection officer alone: violence at home, children, conduct. Never of a named post, never with a name.
import { seasonsOf } from '../calendar.ts';
import type { Theme } from '../facts.ts';
import { tellingTime } from '../hours.ts';

const rates: readonly (readonly [code: string, inThousand: number])[] = [
  ['D02', 14],
  ['D01', 2],
  ['D03', 3],
  ['D05', 4],
  ['E01', 4],
  ['E02', 6],
  ['E03', 1],
  ['E04', 2],
  ['E05', 1],
  ['J01', 8],
  ['J02', 2],
  ['J07', 2],
  ['D04', 0.6],
];

export const guarded: Theme = {
  name: 'guarded',
  *matters({ stage, dice, begins }) {
    // Unions of girls are arranged in the hunger gap and after the school year.
    const hunger = seasonsOf(begins).includes('hunger-gap');
    for (const council of stage.councils)
      for (const [typeCode, rate] of rates) {
        if (!dice.chance((rate / 1000) * (hunger && typeCode === 'E02' ? 2 : 1))) continue;
        const at = tellingTime(dice, begins, 7);
        yield { typeCode, council, at, outsider: dice.chance(0.5) };
      }
  },
};
