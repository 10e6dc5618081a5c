import { expect, test } from 'vitest';
import { dayOf, dayText } from './day.ts';

const today = '2026-11-23';

test.each([
  ['23/11/2026', '2026-11-23'],
  ['3/1/2026', '2026-01-03'],
  ['03.01.26', '2026-01-03'],
  ['3-1', '2026-01-03'],
  ['03012026', '2026-01-03'],
  [' 2026-11-23 ', '2026-11-23'],
  ['29/02/2028', '2028-02-29'],
])('%s, as people write a day, is %s', (text, day) => {
  expect(dayOf(text, today)).toBe(day);
});

test.each(['', '30/02/2026', '11/23/2026', 'ontem', '23/', '1/1/1', '0/1/2026'])('%j is no day', (text) => {
  expect(dayOf(text, today)).toBeUndefined();
});

test('a day is shown day first, as it is written', () => {
  expect([dayText('2026-01-03'), dayText('')]).toEqual(['03/01/2026', '']);
});
