import { expect, test } from 'vitest';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import type { Understanding } from '../../../shared/domain/understanding.ts';
import { laneOf } from './lane-of.ts';

const understood = (over: Partial<Understanding> = {}): Understanding => ({
  language: 'pt',
  kind: 'report',
  otherTypes: [],
  places: [],
  danger: false,
  laneWords: [],
  accused: [],
  minor: false,
  negated: false,
  tense: 'happened',
  quantities: {},
  masked: '',
  residue: false,
  ...over,
});

const aType = (lane: Lane, laneIf: ConcernType['laneIf'] = []): ConcernType => ({
  code: 'B01',
  classCode: 'B',
  labelEn: 'Theft',
  labelPt: 'Roubo',
  severity: 3,
  lane,
  laneIf,
  ruleRelease: false,
  danger: false,
  solvedAfterHours: 48,
});

const ifMinor = aType('ordinary', [{ lane: 'protection', when: 'minor' }]);
const ifOfficial = aType('ordinary', [{ lane: 'oversight', when: 'official' }]);

test('a telling of a stolen goat is ordinary', () => {
  expect(laneOf(understood(), aType('ordinary'))).toBe('ordinary');
});

test('a telling whose matter nobody recognised is ordinary until a word or a person says otherwise', () => {
  expect(laneOf(understood(), undefined)).toBe('ordinary');
});

test('a matter for the protection officer goes to her whatever words were used', () => {
  expect(laneOf(understood(), aType('protection'))).toBe('protection');
  expect(laneOf(understood(), aType('oversight'))).toBe('oversight');
});

test('a word of the protection lexicon moves even a theft, and even what nobody recognised', () => {
  const said = understood({ laneWords: ['protection'] });
  expect(laneOf(said, aType('ordinary'))).toBe('protection');
  expect(laneOf(said, undefined)).toBe('protection');
});

test('a word about a policeman or a leader is the stricter: no post and no officer of the ordinary chain sees it', () => {
  expect(laneOf(understood({ laneWords: ['protection', 'oversight'] }), aType('protection'))).toBe('oversight');
  expect(laneOf(understood({ laneWords: ['oversight'] }), aType('ordinary'))).toBe('oversight');
});

test('a child in it moves the single concern, not the whole type', () => {
  expect(laneOf(understood({ minor: true }), ifMinor)).toBe('protection');
  expect(laneOf(understood({ minor: false }), ifMinor)).toBe('ordinary');
  expect(laneOf(understood({ minor: true }), ifOfficial)).toBe('ordinary');
});

test.each(['police', 'force', 'leader', 'official'] as const)('harm said to be done by %s moves it', (accused) => {
  expect(laneOf(understood({ accused: [accused] }), ifOfficial)).toBe('oversight');
  expect(laneOf(understood({ accused: [accused] }), ifMinor)).toBe('ordinary');
});

test('of two conditions the first of the list that holds decides', () => {
  const both = aType('ordinary', [
    { lane: 'oversight', when: 'official' },
    { lane: 'protection', when: 'minor' },
  ]);
  expect(laneOf(understood({ minor: true, accused: ['leader'] }), both)).toBe('oversight');
  expect(laneOf(understood({ minor: true }), both)).toBe('protection');
});

test('exploitation is known by its words alone, and those were asked before', () => {
  const type = aType('ordinary', [{ lane: 'protection', when: 'exploitation' }]);
  expect(laneOf(understood(), type)).toBe('ordinary');
  expect(laneOf(understood({ laneWords: ['protection'] }), type)).toBe('protection');
});
