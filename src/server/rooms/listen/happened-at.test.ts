// A day and a part of it, on the programme's wall clock, wherever the server stands.
import { expect, test } from 'vitest';
import { happenedAt } from './happened-at.ts';

test.each([
  ['morning', 'Africa/Maputo', '2026-11-23T07:00:00.000Z'],
  ['night', 'Africa/Maputo', '2026-11-23T19:00:00.000Z'],
  ['afternoon', 'Africa/Dar_es_Salaam', '2026-11-23T12:00:00.000Z'],
  ['morning', 'America/Lima', '2026-11-23T14:00:00.000Z'],
] as const)('the %s of a day in %s is within that day and that part', (part, zone, moment) => {
  expect(happenedAt({ on: '2026-11-23', part }, zone).toISOString()).toBe(moment);
});
