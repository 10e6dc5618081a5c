import { expect, test } from 'vitest';
import { clockOf, handOverMinutes, type Severity, severities, shownDue } from './severity.ts';

// What `respond` hands in, for Maputo: two hours ahead of Greenwich, without a summer time.
const endOfDay = (moment: Date): Date => {
  const local = new Date(moment.getTime() + 2 * 3_600_000);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 21, 59));
};

const at = (time: string): Date => new Date(`2026-11-${time}`);

test.each([
  [5, 30, 120],
  [4, 120, 1440],
  [3, 1440, 4320],
  [2, 4320, 20_160],
  [1, 4320, 20_160],
] as const)('severity %i is seen within %i minutes and decided within %i', (severity, seenMinutes, decisionMinutes) => {
  expect(clockOf(severity)).toEqual({ seenMinutes, decisionMinutes });
});

test('nothing graver has a longer clock', () => {
  for (const [index, severity] of severities.slice(1).entries()) {
    const milder = clockOf(severities[index] ?? 1);
    expect(clockOf(severity).seenMinutes).toBeLessThanOrEqual(milder.seenMinutes);
    expect(clockOf(severity).decisionMinutes).toBeLessThanOrEqual(milder.decisionMinutes);
  }
});

test.each([
  ['a grave concern', 5, '23T10:01:00Z', 30, '23T10:45:00Z'],
  ['one released on the quarter itself', 5, '23T10:15:00Z', 30, '23T10:45:00Z'],
  ['a second later', 4, '23T10:15:00.001Z', 120, '23T12:30:00Z'],
] as const)('%s is due at a quarter of an hour: minutes would tell when a message came in', (...row) => {
  const [, severity, released, minutes, due] = row;
  expect(shownDue(at(released), { severity, minutes }, endOfDay)).toEqual(at(due));
});

test.each([3, 2, 1] as const)('severity %i is due by a day, at its last minute in Maputo', (severity) => {
  expect(shownDue(at('23T08:07:00Z'), { severity, minutes: 1440 }, endOfDay)).toEqual(at('24T21:59:00Z'));
});

test('a post is never shown a time before the clock runs out', () => {
  for (const severity of severities) {
    for (let hour = 0; hour < 24; hour += 1) {
      const released = new Date(Date.UTC(2026, 10, 23, hour, 17, 3));
      const { seenMinutes, decisionMinutes } = clockOf(severity);
      for (const minutes of [seenMinutes, decisionMinutes]) {
        const due = released.getTime() + minutes * 60_000;
        // The shown minute lasts until its end.
        expect(shownDue(released, { severity, minutes }, endOfDay).getTime() + 59_999).toBeGreaterThanOrEqual(due);
      }
    }
  }
});

test('what falls due after midnight in Maputo is shown for that day, though Greenwich still has yesterday', () => {
  expect(shownDue(at('23T22:30:00Z'), { severity: 3, minutes: 1440 }, endOfDay)).toEqual(at('25T21:59:00Z'));
});

test('all that is due on one day reads the same', () => {
  const shown = ['23T22:00:00Z', '24T05:11:00Z', '24T21:59:59Z'].map((time) =>
    shownDue(at(time), { severity: 3, minutes: 1440 }, endOfDay).toISOString(),
  );
  expect(new Set(shown).size).toBe(1);
});

test.each([
  [1440, 240],
  [960, 240],
  [959, 239],
  [120, 30],
  [3, 1],
  [0, 1],
  [-50, 1],
])('of %i minutes that are left, the other post has %i to accept a hand-over', (remaining, minutes) => {
  expect(handOverMinutes(remaining)).toBe(minutes);
});

test('severities are five', () => {
  const all: readonly Severity[] = [1, 2, 3, 4, 5];
  expect(severities).toEqual(all);
});
