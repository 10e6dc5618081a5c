// What a stranger with her code may learn of the time, and of why it could not be done.
import { expect, test } from 'vitest';
import { agoOf, cannotWhyOf } from './follow.ts';

const now = new Date('2026-11-30T12:00:00Z');
const daysBefore = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test.each([
  [0, 'now'],
  [1.9, 'now'],
  [2, 'days'],
  [14, 'days'],
  [15, 'weeks'],
  [31, 'weeks'],
  [32, 'long'],
  [400, 'long'],
] as const)('%d days ago is told as "%s"', (days, ago) => {
  expect(agoOf(daysBefore(days), now)).toBe(ago);
});

test('a reason is told so coarsely that it names no service: what only one could lack is "other"', () => {
  expect(cannotWhyOf('no-fuel')).toBe('means');
  expect(cannotWhyOf('no-access')).toBe('reach');
  expect(cannotWhyOf('not-ours')).toBe('other');
  expect(cannotWhyOf('a reason of tomorrow')).toBe('other');
});
