// S07: every text, in every language, with its marks at their longest: one GSM-7 segment, and nothing that a stranger could read in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type TextLanguage, textLanguages } from '../src/shared/domain/language.ts';
import { segmentsOf } from '../src/shared/kit/sms.ts';
import { fill, fold, words } from '../src/shared/kit/text.ts';
import { forbiddenIn } from '../test/forbidden-words.ts';
import sw from './sms.sw.json' with { type: 'json' };
import { isSmsKey, longestMarks, renderSms, type SmsKey, smsKeys, smsReader, smsTemplate, smsText } from './sms.ts';

const longest = (language: TextLanguage, key: SmsKey): string => fill(smsTemplate(language, key), longestMarks);
const every = textLanguages.flatMap((language) =>
  smsKeys.map((key) => ({ language, key, text: longest(language, key) })),
);
/** Not sent before somebody who speaks it has read them, but held to the same from the day they are written. */
const kiswahili = Object.entries(sw.texts).flatMap(([key, text]) =>
  isSmsKey(key) ? [{ language: 'sw', key, text: fill(text, longestMarks) }] : [],
);
const toTellers = every.filter(({ key }) => smsReader(key) === 'teller');

const root = join(import.meta.dirname, '..');
const table = (name: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(join(root, 'data', name), 'utf8'), { columns: true }));

/** Words of the taxonomy's labels that are too common to tell anything. */
const everyday = new Set([
  'people',
  'person',
  'other',
  'found',
  'local',
  'outro',
  'outra',
  'lugar',
  'place',
  'pessoa',
  'pessoas',
  'entre',
  'between',
  'sobre',
  'about',
]);
const labelWords = new Set(
  table('taxonomy.csv')
    .flatMap((row) => words(`${row['label_pt']} ${row['label_en']}`))
    .filter((word) => word.length >= 5 && !everyday.has(word)),
);
const placeNames = table('districts.csv').flatMap((row) =>
  [row['district'], row['province']].map((name) => fold(name ?? '')),
);

describe.each([...every, ...kiswahili])('$language $key', ({ key, text }) => {
  test('is one GSM-7 segment at its longest', () => {
    expect(segmentsOf(text)).toMatchObject({ coding: 'gsm-7', segments: 1 });
  });

  test('holds no forbidden word, no label of a type, no place', () => {
    expect(forbiddenIn(text)).toEqual([]);
    expect(words(text).filter((word) => labelWords.has(word))).toEqual([]);
    const said = ` ${words(text).join(' ')} `;
    expect(placeNames.filter((name) => said.includes(` ${name} `))).toEqual([]);
  });

  test('holds no link and nothing like a telephone number', () => {
    expect(text).not.toMatch(/https?:|www\.|\w\.(?:com|org|net|mz|app|io)\b|@/i);
    expect(text.replace(longestMarks.due, '')).not.toMatch(/\d[\d ]{4,}/);
  });

  test('carries a code only where she asked for one, a reference only to staff', () => {
    const template = smsTemplate('pt', key);
    if (key !== 'code') expect(template).not.toContain('{code}');
    if (smsReader(key) === 'teller') expect(template).not.toMatch(/\{(?:ref|due|verb)\}/);
  });
});

test('the fences catch what they are for', () => {
  const planted = [
    'A policia ja sabe.',
    'Your report was received',
    'Ataque visto',
    'Denúncia recebida',
    'Salama: obrigado',
    'O comandante vai',
    'Rape case',
    'Polisi wanajua',
    'Ripoti imepokelewa',
    'Shambulio limeonekana',
  ];
  expect(planted.filter((text) => forbiddenIn(text).length === 0)).toEqual([]);
  expect(words('Vandalização de cabos').some((word) => labelWords.has(word))).toBe(true);
  expect(placeNames).toContain(fold('Mocímboa da Praia'));
});

test('what is written in Kiswahili has its Portuguese, and only what is written can be reviewed', () => {
  expect(kiswahili.length).toBeGreaterThan(0);
  expect(Object.keys(sw.texts).filter((key) => !isSmsKey(key))).toEqual([]);
  expect(sw.reviewed.filter((key) => !Object.hasOwn(sw.texts, key))).toEqual([]);
});

test('an answer and the question after it fit one segment together', () => {
  const answers = toTellers.filter(({ key }) => key.startsWith('answer.') && key !== 'answer.call');
  const together = answers.map(({ language, text }) => `${text} ${smsTemplate(language, 'ask.clear')}`);
  expect(together.filter((text) => segmentsOf(text).segments > 1)).toEqual([]);
});

test('the first receipt says how to stop, and stopping says how to come back', () => {
  expect(smsText('pt', 'receipt.first')).toContain('PARAR');
  expect(smsText('en', 'receipt.first')).toContain('STOP');
  expect(smsText('pt', 'opted-out')).toContain('INICIAR');
  expect(smsText('en', 'opted-out')).toContain('START');
});

test('a mark longer than its room is a fault, not a second segment', () => {
  expect(() => smsText('pt', 'duty.task', { due: 'quinta-feira, 31 de Dezembro' })).toThrow(RangeError);
  expect(smsText('pt', 'post.command-done', { ref: '4F7K', verb: 'FEITO' })).toBe('4F7K: ficou registado FEITO.');
});

test('every key is filled by its own marks and no others', () => {
  for (const { language, key, text } of every) {
    const marks = [...smsTemplate(language, key).matchAll(/\{(\w+)\}/g)].map(([, mark]) => mark);
    const own = Object.fromEntries(Object.entries(longestMarks).filter(([mark]) => marks.includes(mark)));
    expect(renderSms(language, key, own)).toBe(text);
    if (marks.length > 0) expect(() => renderSms(language, key, {})).toThrow(RangeError);
  }
  expect(() => renderSms('pt', 'no.such-key', {})).toThrow(RangeError);
});
