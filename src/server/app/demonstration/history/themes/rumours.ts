// Rumours: many voices in a few days, mostly cholera in the rains; each ends with what was found out.
import { seasonsOf } from '../calendar.ts';
import type { Theme } from '../facts.ts';
import { tellingTime } from '../hours.ts';

export const rumours: Theme = {
  name: 'rumours',
  *matters({ stage, dice, begins }) {
    const chance = seasonsOf(begins).includes('rains') ? 0.1 : 0.02;
    for (const councils of stage.byDistrict.values()) {
      if (!dice.chance(chance)) continue;
      const started = tellingTime(dice, begins, 4);
      for (const council of councils) {
        if (!dice.chance(0.6)) continue;
        const at = tellingTime(dice, started, 3);
        // True, false, or cannot be known: done, information, already known.
        const verdict = dice.pick(['information', 'information', 'done', 'already-known']);
        yield { typeCode: 'H04', council, at, voices: 1 + dice.below(4), verdict };
      }
    }
  },
};
