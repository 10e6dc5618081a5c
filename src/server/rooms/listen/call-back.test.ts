// From when on somebody may be called: her own hours, and some hours after a try in vain.
import { expect, test } from 'vitest';
import { notBefore } from './call-back.ts';
import type { Called } from './store-calls.ts';

/** Noon in Maputo. */
const noon = new Date('2026-11-30T10:00:00Z');
const called = (more: Partial<Called> = {}): Called => ({
  contactId: 'ct_1',
  sourceKey: Buffer.alloc(0),
  reportId: null,
  askedAt: noon,
  askedBy: 'call',
  language: 'pt',
  safeFrom: null,
  safeTo: null,
  quiet: false,
  reachable: true,
  tries: 0,
  triedAt: null,
  ...more,
});
const from = (more: Partial<Called>) => notBefore(called(more), noon, 'Africa/Maputo');

test.each([
  ['without hours, now', {}, null],
  ['within her hours, now', { safeFrom: 10, safeTo: 14 }, null],
  ['before her hours, when they begin', { safeFrom: 15, safeTo: 17 }, { at: '2026-11-30T13:00:00.000Z', why: 'hours' }],
  ['after her hours, the next day', { safeFrom: 6, safeTo: 8 }, { at: '2026-12-01T04:00:00.000Z', why: 'hours' }],
  ['over midnight too', { safeFrom: 22, safeTo: 5 }, { at: '2026-11-30T20:00:00.000Z', why: 'hours' }],
  ['two hours after the first try', { tries: 1, triedAt: noon }, { at: '2026-11-30T12:00:00.000Z', why: 'tried' }],
  ['a day after the second', { tries: 2, triedAt: noon }, { at: '2026-12-01T10:00:00.000Z', why: 'tried' }],
  ['once that is over, now', { tries: 1, triedAt: new Date('2026-11-30T07:59:00Z') }, null],
  [
    'after a try and in her hours',
    { tries: 1, triedAt: noon, safeFrom: 6, safeTo: 13 },
    { at: '2026-12-01T04:00:00.000Z', why: 'tried' },
  ],
] as const)('%s', (_when, more, expected) => {
  expect(from(more)).toEqual(expected);
});
