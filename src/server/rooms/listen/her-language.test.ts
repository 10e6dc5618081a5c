// In which language a text is to be answered: no Portuguese text in English, no English one in Portuguese.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readWorld } from '../../../../tools/understanding-world.ts';
import { languageOfWords } from './her-language.ts';

const world = readWorld();
const folder = new URL('../../../../test/fixtures/messages/', import.meta.url);
const Labelled = z.array(z.object({ text: z.string(), language: z.string() }));
const labelled = readdirSync(folder)
  .filter((name) => /-?(judging|tuning)\.csv$/.test(name))
  .flatMap((name) => Labelled.parse(parse(readFileSync(new URL(name, folder)), { columns: true })));

test.each([
  ['they stole two goats in Chiure town', 'en'],
  ['STOP', 'en'],
  ['CODE', 'en'],
  ['call', 'en'],
  ['roubaram duas cabras na vila de Chiure', 'pt'],
  ['LIGAR', 'pt'],
  ['1', undefined],
  ['NOVO NUMERO FGAN-1N1V-W', 'pt'],
  ['D5SE-8CEX-R NOVO NUMERO', 'pt'],
  ['NEW NUMBER TB13 8DNM R', 'en'],
  ['73ZCAMDF4', undefined],
  ['ok', undefined],
  ['Chiure', undefined],
  ['', undefined],
])('%j is answered in %s', (text, language) => expect(languageOfWords(text, world)).toBe(language));

test('of two thousand labelled texts none is answered in the wrong one of the two', () => {
  const wrong = labelled.filter(({ text, language }) => {
    const found = languageOfWords(text, world);
    return found !== undefined && ['pt', 'en'].includes(language) && found !== language;
  });
  expect(labelled.length).toBeGreaterThan(1_000);
  expect(wrong.map(({ text }) => text)).toEqual([]);
});
