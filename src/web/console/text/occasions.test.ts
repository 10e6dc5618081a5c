import { expect, test } from 'vitest';
import { smsKeys } from '../../../../locales/sms.ts';
import { occasionOf, occasions } from './occasions.ts';

test('every text of the catalogue is found under the occasion on which it is said', () => {
  expect(smsKeys.filter((key) => occasionOf(key) === undefined)).toEqual([]);
  expect(occasions.filter((one) => !smsKeys.some((key) => occasionOf(key) === one))).toEqual([]);
});

test.each([
  ['ask.place', 'unclear'],
  ['ask.clear', 'judged'],
  ['ask.clearer', 'unclear'],
  ['answer.done', 'answer'],
  ['answer.again.done', 'again'],
  ['menu.home.tell', 'menu'],
  ['menu.tell.what', 'menuTell'],
])('%s is said when: %s', (key, occasion) => {
  expect(occasionOf(key)).toBe(occasion);
});
