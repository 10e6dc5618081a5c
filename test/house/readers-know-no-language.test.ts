// What reads texts asks the grammars: no language is named, and no word of one stands, in a reader outside the languages' own folders.
// A new language to read is then one folder and one line (CONTRIBUTING.md). Texts that we write are another matter: `locales`.
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { grammars } from '../../src/server/rooms/listen/grammars/index.ts';
import { areaKinds } from '../../src/shared/domain/area.ts';
import { languages } from '../../src/shared/domain/language.ts';
import { fold, words } from '../../src/shared/kit/text.ts';
import { listProductCode, read } from './tree.ts';

const FOLDER = 'src/server/rooms/listen/grammars/';
const isOfOneLanguage = (path: string): boolean => path.startsWith(FOLDER) && path.slice(FOLDER.length).includes('/');
const readers = listProductCode().filter(
  (path) => /^src\/server\/rooms\/(listen|respond)\//.test(path) && !isOfOneLanguage(path),
);

/** Why a reader may hold what it holds. */
const allowed: Readonly<Record<string, string>> = {
  'src/server/rooms/listen/flows/menus.ts': 'languages that she may choose to be written to in',
  'src/server/rooms/listen/command-spelling.ts': 'what is written to a post',
  'src/server/rooms/listen/channels/http-gateway.ts': 'its name on the screen, and headers',
  'src/server/rooms/listen/channels/kannel.ts': 'its name on the screen',
  'src/server/rooms/listen/grammars/unread.ts': 'languages that nobody reads',
  'src/server/rooms/listen/grammars/given-names.ts': 'names of persons, whatever they speak',
};
/** Words of the code that happen to be words of a language. */
const codeWords = new Set(['via', 'move', 'insult', 'provincial', ...areaKinds]);

type Said = { text: string; line: number };

/** Everything in quotation marks, templates and patterns; not what is imported. */
function saidIn(path: string, source = read(path)): Said[] {
  const found: Said[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || isImport(node)) return;
    const text = textOf(node);
    if (text !== undefined) found.push({ text, line: source.slice(0, startOf(node)).split('\n').length });
    else for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(path, source).program);
  return found;
}

const isImport = (node: object): boolean => 'type' in node && node.type === 'ImportDeclaration';
const startOf = (node: object): number => ('start' in node && typeof node.start === 'number' ? node.start : 0);

function textOf(node: object): string | undefined {
  if (!('type' in node && 'value' in node)) return undefined;
  const pattern = Pattern.safeParse(node);
  if (pattern.success) return pattern.data.regex.pattern.replace(/\\./g, ' ');
  const template = Template.safeParse(node);
  if (template.success) return template.data.value.raw;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

const Pattern = z.object({ regex: z.object({ pattern: z.string() }) });
const Template = z.object({ type: z.literal('TemplateElement'), value: z.object({ raw: z.string() }) });

const ofLanguages = (path: string, source?: string): string[] =>
  saidIn(path, source)
    .filter(({ text }) => languages.some((language) => language === text))
    .map(({ text, line }) => `${path}:${line} '${text}'`);

/** The code is written in English, so only words of other languages give a list away; and hardly a list is kept in English alone. */
const ours = new Set(grammars.filter(({ language }) => language === 'en').flatMap((each) => wordsIn(each)));
const theirs = new Set(
  grammars
    .filter(({ language }) => language !== 'en')
    .flatMap((each) => wordsIn(each))
    .filter((word) => word.length > 2 && !ours.has(word) && !codeWords.has(word)),
);

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').flatMap((term) => (/[*~^]/.test(term) ? [] : words(term)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'learned' ? [] : wordsIn(inner)));
}

const ofWords = (path: string, source?: string): string[] =>
  saidIn(path, source)
    .filter(({ text }) => !/[./]/.test(text))
    .map(({ text, line }) => ({ line, found: words(text).filter((word) => theirs.has(fold(word))) }))
    .filter(({ found }) => found.length > 0)
    .map(({ line, found }) => `${path}:${line} ${found.join(' ')}`);

test('no reader outside the grammars names a language', () => {
  const bound = readers.filter((path) => !path.startsWith(FOLDER) && allowed[path] === undefined);
  expect(bound.length).toBeGreaterThan(100);
  expect(bound.flatMap((path) => ofLanguages(path))).toEqual([]);
});

test('no reader outside a language’s own folder holds a word of it', () => {
  const bound = readers.filter((path) => allowed[path] === undefined);
  expect(bound.flatMap((path) => ofWords(path))).toEqual([]);
});

test.each([
  ["const polite = ['obrigado', 'por favor'];", 2],
  ["const how = word === 'vipi';", 1],
  ['const hours = /^(?:somente|apenas) /;', 1],
  ['const text = `perto de`;', 1],
  ["const kind = 'bairro'; const word = 'near';", 0],
  ["import { a } from './sem-nome.ts';", 0],
])('a word of a language is seen: %s', (source, count) => {
  expect(ofWords('planted.ts', source)).toHaveLength(count);
});

test('a language that is named is seen', () => {
  expect(ofLanguages('planted.ts', "if (language === 'sw') hear('sweet');")).toEqual(["planted.ts:1 'sw'"]);
});
