// What time of the year it is in the north: rains, hunger, cashew, Ramadan, school.
export const seasons = ['rains', 'hunger-gap', 'cashew', 'ramadan', 'school-holidays', 'dry'] as const;
export type Season = (typeof seasons)[number];

/** Months from 1 to 12. */
const months: Readonly<Record<Exclude<Season, 'ramadan'>, readonly number[]>> = {
  rains: [12, 1, 2, 3, 4],
  'hunger-gap': [12, 1, 2, 3],
  cashew: [10, 11, 12, 1],
  'school-holidays': [12, 1, 5, 8],
  dry: [6, 7, 8, 9, 10],
};

const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', { month: 'numeric', timeZone: 'UTC' });
const RAMADAN = '9';

export function seasonsOf(day: Date): readonly Season[] {
  const month = day.getUTCMonth() + 1;
  return seasons.filter((season) =>
    season === 'ramadan'
      ? islamic.formatToParts(day).some(({ type, value }) => type === 'month' && value === RAMADAN)
      : months[season].includes(month),
  );
}
