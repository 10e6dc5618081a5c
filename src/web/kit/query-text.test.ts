// A filtered queue is a link: what stands in it must be what a person would write.
import { expect, test } from 'vitest';
import { readQuery, writeQuery } from './query-text.ts';

test('a link says severity=3 and nothing in quotation marks', () => {
  expect(writeQuery({ state: 'waiting', severity: '3', area: undefined, q: '' })).toBe('?state=waiting&severity=3');
  expect(writeQuery({})).toBe('');
});

test('what was written is read again as it was, figures, signs and accents too', () => {
  const said = { severity: '3', q: 'número & "série" 0042', areaName: 'Mocímboa da Praia' };
  expect(readQuery(writeQuery(said))).toEqual(said);
});
