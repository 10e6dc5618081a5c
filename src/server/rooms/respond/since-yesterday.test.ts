// Since yesterday: counts against what is usual, and where more was told; nothing of today is compared with a whole day.
import { expect, test } from 'vitest';
import { sinceYesterday } from './since-yesterday.ts';

const dates = Array.from({ length: 14 }, (_, index) => `2026-11-${String(17 + index).padStart(2, '0')}`);
const [yesterday, today] = dates.slice(-2);
const quiet = dates.slice(0, 12).map((day) => ({ scopeId: 'macomia', day, told: 2 }));
const dayOf = (day: string, due: number) => ({
  day,
  told: 9,
  noWayBack: 0,
  due,
  answered: 5,
  asked: 4,
  replied: 3,
  clear: 2,
});

test('what was told yesterday stands beside the usual day, and what fell due yesterday beside its answers', () => {
  const told = [
    ...quiet,
    { scopeId: 'macomia', day: yesterday ?? '', told: 3 },
    { scopeId: 'macomia', day: today ?? '', told: 1 },
  ];
  const days = [dayOf('2026-11-28', 99), dayOf(yesterday ?? '', 6)];
  expect(sinceYesterday({ days, told, dates })).toEqual({
    day: '2026-11-29',
    told: 3,
    toldToday: 1,
    usual: 2,
    due: 6,
    answered: 5,
    clear: 2,
    more: [],
  });
});

test('a district is named when it told twice the usual and not only one or two; the furthest from usual first', () => {
  const told = [
    ...quiet,
    { scopeId: 'macomia', day: yesterday ?? '', told: 9 },
    { scopeId: 'mueda', day: yesterday ?? '', told: 3 },
    { scopeId: 'palma', day: yesterday ?? '', told: 12 },
    { scopeId: 'palma', day: today ?? '', told: 40 },
  ];
  expect(sinceYesterday({ days: [], told, dates }).more).toEqual([
    { scopeId: 'palma', told: 12, usual: 0 },
    { scopeId: 'macomia', told: 9, usual: 2 },
  ]);
});

test('a new programme has no yesterday', () => {
  expect(sinceYesterday({ days: [], told: [], dates })).toMatchObject({ told: 0, usual: 0, due: 0, more: [] });
});
