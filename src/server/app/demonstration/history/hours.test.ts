// The demonstration's people sleep at night.
import { expect, test } from 'vitest';
import { openDice } from './dice.ts';
import { tellingTime } from './hours.ts';
import { DAY_MS, WEEK_MS } from './stage.ts';

const from = new Date('2026-06-01T12:27:00Z');
const dice = openDice('hours');
const told = Array.from({ length: 5_000 }, () => tellingTime(dice, from, 7));
const between = (first: number, last: number): number =>
  told.filter((at) => (at.getUTCHours() + 2) % 24 >= first && (at.getUTCHours() + 2) % 24 < last).length / told.length;

test('one word in forty comes between midnight and five, half of them before noon', () => {
  expect(between(0, 5)).toBeGreaterThan(0.015);
  expect(between(0, 5)).toBeLessThan(0.04);
  expect(between(5, 12)).toBeGreaterThan(0.35);
  expect(between(15, 20)).toBeGreaterThan(0.28);
});

test('every moment lies in its week, and every day has its own', () => {
  for (const at of told) expect(at.getTime() - from.getTime()).toBeLessThan(WEEK_MS);
  const days = Map.groupBy(told, (at) => Math.floor((at.getTime() - from.getTime()) / DAY_MS));
  expect([...days.keys()].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  for (const each of days.values()) expect(each.length).toBeGreaterThan(600);
});
