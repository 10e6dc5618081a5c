// The harm check and the clocks around it, without a database.
import { expect, test } from 'vitest';
import { joinWindowHours, offerWindowHours, triageMinutes } from '../../../shared/domain/triage.ts';
import { coarseMoment, dueText, nextMorning, timeBandOf } from '../../kit/programme-time.ts';
import { checkHarm, type HarmQuestion } from './check-harm.ts';
import { isDanger, keptFrom, laneOf, mayGoTo } from './judge-telling.ts';

const theft = {
  code: 'C04',
  classCode: 'C',
  labelEn: '',
  labelPt: '',
  severity: 2,
  lane: 'ordinary',
  laneIf: [],
  ruleRelease: true,
  danger: false,
  solvedAfterHours: 336,
  switched: 'on',
} as const;
const clean: HarmQuestion['telling'] = {
  typeBy: 'keyword',
  confirmed: false,
  placeBy: 'name',
  laneWords: [],
  accused: [],
  minor: false,
  residue: false,
  smallSettlement: false,
  alone: false,
};
const ask = (telling: Partial<HarmQuestion['telling']>, more: Partial<HarmQuestion> = {}) =>
  checkHarm({ telling: { ...clean, ...telling }, type: theft, lane: 'ordinary', sources: 1, ...more });

test('a theft told by its keyword, in a place she named, is clean', () => expect(ask({})).toEqual([]));

test.each([
  [{ typeBy: 'free-text' as const }, 'type-not-her-word'],
  [{ typeBy: 'listener' as const }, 'type-not-her-word'],
  [{ placeBy: 'none' as const }, 'place-unclear'],
  [{ laneWords: ['protection' as const] }, 'protection-word'],
  [{ laneWords: ['oversight' as const] }, 'oversight-word'],
  [{ accused: ['police' as const] }, 'harm-by-official'],
  [{ accused: ['leader' as const] }, 'harm-by-official'],
  [{ alone: true }, 'one-witness'],
  [{ smallSettlement: true }, 'small-settlement'],
  [{ residue: true }, 'residue'],
])('a telling with %o waits for a person', (telling, reason) => expect(ask(telling)).toEqual([reason]));

test('her yes to our guess counts as her word', () =>
  expect(ask({ typeBy: 'free-text', confirmed: true })).toEqual([]));
test('a second witness takes away that she was the only one', () =>
  expect(ask({ alone: true }, { sources: 2 })).toEqual([]));
test('without a type nothing goes out', () => expect(ask({}, { type: undefined })).toEqual(['type-unclear']));
test('a type that is switched off, or not on the list, waits', () => {
  expect(ask({}, { type: { ...theft, switched: 'off' } })).toEqual(['type-off']);
  expect(ask({}, { type: { ...theft, ruleRelease: false } })).toEqual(['type-not-on-list']);
});
test('a threat names its own witness', () =>
  expect(ask({}, { type: { ...theft, code: 'B07' } })).toEqual(['one-witness']));

test('a minor moves one abduction to protection, never the type; a lane is never lowered', () => {
  const abduction = { ...theft, code: 'A04', laneIf: [{ lane: 'protection', when: 'minor' }] } as const;
  const told = { lane: 'ordinary', laneWords: [], accused: [], minor: true, danger: true } as const;
  expect(laneOf(told, abduction)).toBe('protection');
  expect(laneOf({ ...told, minor: false }, abduction)).toBe('ordinary');
  expect(laneOf({ ...told, minor: false, lane: 'oversight' }, theft)).toBe('oversight');
});

test('strangers seen never become danger by rule, however they are told', () => {
  expect(isDanger({ type: { ...theft, code: 'A03' }, danger: true })).toBe(false);
  expect(isDanger({ type: theft, danger: true })).toBe(true);
});

test('an attack that our own reading of the words found to be denied or long past wakes nobody; her own word for it does', () => {
  const attack = { ...theft, code: 'A01', danger: true };
  expect(isDanger({ type: attack, danger: false, typeBy: 'free-text' })).toBe(false);
  expect(isDanger({ type: attack, danger: true, typeBy: 'free-text' })).toBe(true);
  expect(isDanger({ type: attack, danger: false, typeBy: 'keyword' })).toBe(true);
  expect(isDanger({ type: attack, danger: false, typeBy: 'listener' })).toBe(true);
});

test('people in flight and protests do not go to police by rule', () => {
  expect(keptFrom({ code: 'C04', usual: 'on', switched: 'on' })).toEqual([]);
  const protest = { code: 'H05', usual: 'on-without-police' } as const;
  expect(keptFrom({ ...protest, switched: 'on-without-police' })).toContain('investigation');
  expect(mayGoTo({ ...protest, switched: 'off' }, 'border')).toBe(false);
  expect(mayGoTo({ ...protest, switched: 'on' }, 'police')).toBe(true);
  const fleeing = { code: 'G02', usual: 'on-without-police', switched: 'on' } as const;
  expect(mayGoTo(fleeing, 'police')).toBe(false);
  expect(mayGoTo(fleeing, 'humanitarian')).toBe(true);
});

test('the triage clock leaves room for the post, and two attacks on two days are two', () => {
  expect([triageMinutes(5), triageMinutes(4), triageMinutes(3), triageMinutes(1)]).toEqual([15, 60, 480, 1440]);
  expect(joinWindowHours(5)).toBe(24);
  expect(offerWindowHours(3)).toBe(144);
});

const maputo = 'Africa/Maputo';
test('the daily list comes at six in the programme’s zone, and a post reads parts of the day', () => {
  expect(nextMorning(new Date('2026-11-23T10:00:00Z'), maputo).toISOString()).toBe('2026-11-24T04:00:00.000Z');
  expect(nextMorning(new Date('2026-11-23T01:30:00Z'), maputo).toISOString()).toBe('2026-11-23T04:00:00.000Z');
  expect(nextMorning(new Date('2026-11-23T03:30:00Z'), 'Africa/Nairobi').toISOString()).toBe(
    '2026-11-24T03:00:00.000Z',
  );
  expect(timeBandOf(new Date('2026-11-23T22:30:00Z'), maputo)).toBe('night');
  expect(timeBandOf(new Date('2026-11-23T02:30:00Z'), 'Africa/Nairobi')).toBe('morning');
});

test('a due time fits a text: day and hour for what presses, the day alone for what does not', () => {
  expect(dueText(new Date('2026-11-23T22:15:00Z'), 5, maputo)).toBe('24/11 00:15');
  expect(dueText(new Date('2026-11-23T22:15:00Z'), 5, 'Africa/Nairobi')).toBe('24/11 01:15');
  expect(dueText(new Date('2026-11-23T21:59:00Z'), 2, maputo)).toBe('23/11');
});

test('times a post reads are coarse: the quarter of an hour, or the day', () => {
  expect(coarseMoment(new Date('2026-11-23T10:07:13Z'), 5, maputo).toISOString()).toBe('2026-11-23T10:15:00.000Z');
  expect(coarseMoment(new Date('2026-11-23T10:07:13Z'), 2, maputo).toISOString()).toBe('2026-11-22T22:00:00.000Z');
});
