// Every word that a screen can ask for exists in both languages: no raw key, no English on a Portuguese screen.
import { describe, expect, test } from 'vitest';
import en from '../../../locales/console.en.json' with { type: 'json' };
import pt from '../../../locales/console.pt.json' with { type: 'json' };
import { answerCodes } from '../../shared/domain/answer.ts';
import { areaKinds } from '../../shared/domain/area.ts';
import { briefStates, cannotReasons, concernStates, holdReasons } from '../../shared/domain/concern.ts';
import { events, outcomeKinds } from '../../shared/domain/journal.ts';
import { lanes } from '../../shared/domain/lane.ts';
import { languages } from '../../shared/domain/language.ts';
import { problems } from '../../shared/domain/problems.ts';
import { roles } from '../../shared/domain/role.ts';
import { severities } from '../../shared/domain/severity.ts';
import { holdings, matters } from '../../shared/domain/sight.ts';

const groups: Readonly<Record<string, readonly (string | number)[]>> = {
  answer: answerCodes,
  answerMeaning: answerCodes,
  areaKind: areaKinds,
  briefState: briefStates,
  cannot: cannotReasons,
  state: concernStates,
  hold: holdReasons,
  holdNext: holdReasons,
  event: Object.keys(events),
  outcome: outcomeKinds,
  lane: lanes,
  laneMeaning: lanes,
  language: languages,
  role: roles,
  roleMeaning: roles,
  sightOwn: roles,
  matter: matters,
  matterNever: matters,
  holding: holdings,
  severity: severities,
  problem: Object.keys(problems).flatMap((code) => [`${code}.what`, `${code}.next`]),
};
const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const words = { pt: leaves(pt), en: leaves(en) } as const;

test('both languages have the same keys, and no text is empty', () => {
  expect([...words.pt.keys()].toSorted()).toEqual([...words.en.keys()].toSorted());
  expect([...words.pt, ...words.en].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('both languages fill the same marks', () => {
  const marks = (text: string | undefined): string[] => (text ?? '').match(/\{\{\w+\}\}/g)?.toSorted() ?? [];
  const differing = [...words.pt]
    .filter(([key, text]) => marks(text).join() !== marks(words.en.get(key)).join())
    .map(([key]) => key);
  expect(differing).toEqual([]);
});

describe('every code that the server can say has its word', () => {
  test.each(Object.entries(groups))('%s', (group, codes) => {
    expect(codes.map((code) => `${group}.${code}`).filter((key) => !words.pt.has(key))).toEqual([]);
  });
});

test('every key that a screen names exists', () => {
  const named = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''),
  );
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter((key) => !words.pt.has(key) && !words.pt.has(`${key}_other`))).toEqual([]);
});

test('a Portuguese text that equals the English one is a name or a borrowed word, not a forgotten translation', () => {
  const allowed = new Set([
    'role.system',
    'trouble.code',
    'clock.day',
    'language.sw',
    'language.vmw',
    'language.wmw',
    'language.kde',
  ]);
  const same = [...words.pt]
    .filter(([key, text]) => words.en.get(key) === text && !allowed.has(key))
    .map(([key]) => key);
  expect(same).toEqual([]);
});

function leaves(node: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(here, value);
    else for (const [inner, text] of leaves(value, here)) found.set(inner, text);
  }
  return found;
}
