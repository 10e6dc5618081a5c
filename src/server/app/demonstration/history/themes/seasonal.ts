// Everyday matters and their times of the year: theft in the hunger gap, cashew and land in the dry months, floods in the rains.
import { type Season, seasonsOf } from '../calendar.ts';
import type { Happening, Theme, ThemeWeek } from '../facts.ts';
import { tellingTime } from '../hours.ts';

type Rhythm = {
  code: string /** Matters in a thousand weeks of one council. */;
  rate: number;
  more: Partial<Record<Season, number>>;
};

export const rhythms: readonly Rhythm[] = [
  { code: 'C02', rate: 150, more: { 'hunger-gap': 1.5, cashew: 1.3, ramadan: 0.8 } },
  { code: 'C01', rate: 70, more: { 'hunger-gap': 1.4 } },
  { code: 'C04', rate: 90, more: { 'hunger-gap': 1.9, cashew: 1.3, dry: 0.8 } },
  { code: 'C03', rate: 35, more: { cashew: 1.4 } },
  { code: 'C05', rate: 22, more: { dry: 1.2 } },
  { code: 'C06', rate: 55, more: { cashew: 1.6, 'hunger-gap': 1.2 } },
  { code: 'I01', rate: 80, more: { 'school-holidays': 1.4, cashew: 1.4, ramadan: 0.4 } },
  { code: 'I02', rate: 42, more: { rains: 1.4, 'school-holidays': 1.2 } },
  { code: 'I03', rate: 26, more: { 'school-holidays': 1.9 } },
  { code: 'I04', rate: 60, more: { rains: 1.3 } },
  { code: 'B02', rate: 38, more: { cashew: 1.3, ramadan: 0.6 } },
  { code: 'B03', rate: 16, more: { cashew: 1.8 } },
  { code: 'B05', rate: 4, more: { rains: 1.4 } },
  { code: 'B06', rate: 10, more: { rains: 1.4 } },
  { code: 'B07', rate: 22, more: {} },
  { code: 'H01', rate: 45, more: { dry: 1.5 } },
  { code: 'H02', rate: 34, more: { dry: 1.9, rains: 0.5 } },
  { code: 'H03', rate: 3, more: { ramadan: 1.6 } },
  { code: 'H06', rate: 8, more: { dry: 1.6 } },
  { code: 'F01', rate: 9, more: { dry: 1.3 } },
  { code: 'F03', rate: 16, more: { cashew: 1.8 } },
  { code: 'F05', rate: 3, more: {} },
  { code: 'G06', rate: 16, more: { rains: 2.6, dry: 0.3 } },
  { code: 'G05', rate: 18, more: { 'hunger-gap': 1.8 } },
  { code: 'G04', rate: 9, more: { 'hunger-gap': 1.5 } },
];

export const seasonal: Theme = {
  name: 'seasonal',
  *matters(week) {
    const now = seasonsOf(week.begins);
    for (const { code, rate, more } of rhythms) {
      const factor = now.reduce((product, season) => product * (more[season] ?? 1), 1);
      yield* scatter(week, { code, expected: (rate / 1000) * factor });
    }
  },
};

function* scatter(week: ThemeWeek, { code, expected }: { code: string; expected: number }): Iterable<Happening> {
  const { stage, dice, begins } = week;
  for (const council of stage.councils) {
    if (!dice.chance(expected)) continue;
    const at = tellingTime(dice, begins, 7);
    const voices = dice.chance(0.12) ? 2 + dice.below(3) : 1;
    yield { typeCode: code, council, at, voices, outsider: dice.chance(0.22) };
  }
}
