// Thanks and requests: what people tell when they have seen that telling helps. More of it in the later months.
import type { Theme } from '../facts.ts';
import { tellingTime } from '../hours.ts';
import { WEEKS } from '../stage.ts';

export const praise: Theme = {
  name: 'praise',
  *matters({ stage, dice, begins, index }) {
    const grown = 0.4 + 0.6 * (1 - index / WEEKS);
    for (const council of stage.councils) {
      const at = tellingTime(dice, begins, 7);
      if (dice.chance(0.045 * grown)) yield { typeCode: 'J05', council, at };
      if (dice.chance(0.05)) yield { typeCode: 'J06', council, at };
      if (dice.chance(0.02)) yield { typeCode: 'J04', council, at, outsider: dice.chance(0.4) };
    }
  },
};
