import { expect, test } from 'vitest';
import { localHour, nextSafeMoment } from './safe-hours.ts';

const zone = 'Africa/Maputo';
/** A moment by the wall clock of Maputo, two hours ahead of UTC all year. */
const at = (time: string): Date => new Date(`2026-11-23T${time}+02:00`);
const evening = { safeFrom: 18, safeTo: 21 };
const night = { safeFrom: 22, safeTo: 5 };

test('who never named safe hours is texted at once', () => {
  const now = at('03:12:44.250');
  expect(nextSafeMoment(now, { safeFrom: null, safeTo: null }, zone)).toBe(now);
  expect(nextSafeMoment(now, { safeFrom: 18, safeTo: null }, zone)).toBe(now);
});

test('hours that begin when they end forbid nothing', () => {
  const now = at('03:12:00');
  expect(nextSafeMoment(now, { safeFrom: 7, safeTo: 7 }, zone)).toBe(now);
});

test.each(['18:00:00.000', '19:30:00.000', '20:59:59.999'])('within the hours a text goes at once: %s', (time) => {
  const now = at(time);
  expect(nextSafeMoment(now, evening, zone)).toBe(now);
});

test.each(['00:00:00.000', '03:12:44.250', '17:59:59.999'])(
  'before the hours it waits for their first minute of the same day: %s',
  (time) => {
    expect(nextSafeMoment(at(time), evening, zone)).toEqual(at('18:00:00.000'));
  },
);

test.each(['21:00:00.000', '21:00:00.001', '23:59:59.999'])(
  'after the hours it waits for the first minute of tomorrow: %s',
  (time) => {
    expect(nextSafeMoment(at(time), evening, zone)).toEqual(new Date('2026-11-24T18:00:00.000+02:00'));
  },
);

test.each(['22:00:00.000', '23:59:00.000', '00:00:00.000', '04:59:59.999'])(
  'hours may run over midnight: %s is within 22 to 5',
  (time) => {
    const now = at(time);
    expect(nextSafeMoment(now, night, zone)).toBe(now);
  },
);

test.each(['05:00:00.000', '12:30:10.010', '21:59:59.999'])('and %s is not: it waits until 22', (time) => {
  expect(nextSafeMoment(at(time), night, zone)).toEqual(at('22:00:00.000'));
});

test('the hours are those of the wall in the village, not of the server', () => {
  // 16:30 in Greenwich is 18:30 in Maputo.
  const now = new Date('2026-11-23T16:30:00Z');
  expect(localHour(now, zone)).toEqual({ hour: 18, minute: 30, second: 0 });
  expect(nextSafeMoment(now, evening, zone)).toBe(now);
  expect(nextSafeMoment(now, evening, 'UTC')).toEqual(new Date('2026-11-23T18:00:00Z'));
});

test('midnight is hour 0, never 24', () => {
  expect(localHour(at('00:00:07'), zone)).toEqual({ hour: 0, minute: 0, second: 7 });
});
