// What a person reads as date, time and number must be the same on every machine, whatever its own settings.
import { expect, test } from 'vitest';
import { dateWords, spanWords, timeWords } from './format.ts';
import { numberWords, rateWords } from './numbers.ts';

test('a telling after ten at night in Greenwich is already tomorrow in Cabo Delgado', () => {
  const at = new Date('2026-11-23T22:30:00Z');
  expect(dateWords(at, 'pt')).toBe('24 Nov 2026');
  expect(timeWords(at)).toBe('00:30');
});

test('February is Fev in Portuguese and Feb in English', () => {
  const at = new Date('2026-02-03T09:00:00Z');
  expect([dateWords(at, 'pt'), dateWords(at, 'en')]).toEqual(['3 Fev 2026', '3 Feb 2026']);
});

test('thousands are parted by a thin space, decimals by a comma in Portuguese', () => {
  expect([numberWords(1234567.5, 'pt'), numberWords(1234567.5, 'en'), numberWords(999, 'pt')]).toEqual([
    '1\u2009234\u2009567,5',
    '1\u2009234\u2009567.5',
    '999',
  ]);
});

test('a rate keeps its decimal, so that the rates of districts stand below each other', () => {
  expect([rateWords(11, 'pt'), rateWords(12.3, 'pt'), rateWords(1234, 'en')]).toEqual(['11,0', '12,3', '1\u2009234.0']);
});

test('a span is minutes under the hour, hours under two days, then days', () => {
  expect([20_000, 25 * 60_000, 3_599_000, 65 * 60_000, 30 * 3_600_000, -72 * 3_600_000].map(spanWords)).toEqual([
    '1 min',
    '25 min',
    '59 min',
    '1 h 05',
    '30 h',
    '3 d',
  ]);
});
