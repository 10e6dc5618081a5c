// A text that exists in one language only is a screen that half of the people cannot read.
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textLanguages } from '../../src/shared/domain/language.ts';
import { listFiles, read } from './tree.ts';

type Texts = { [key: string]: string | Texts };
const texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), texts])));

/** The same word in Portuguese and English, or a name: equal on purpose. */
const sameInBoth = new Set([
  'Salama',
  'SMS',
  'USSD',
  'English',
  'Portugues',
  'Kiswahili',
  'PDF',
  'CSV',
  'XLSX',
  'GSM',
  'UCS-2',
  'API',
  'ID',
  'OK',
  'URL',
  'TOTP',
  'QR',
  'Total',
  'Normal',
  'Local',
  'Final',
  'Menu',
  'Zero',
  'Email',
  'E-mail',
  'Chat',
  'Manual',
  'Real',
  'Web',
  'Português',
  'English',
  'Emakhuwa',
  'Kimwani',
  'Shimakonde',
  'Kiswahili',
  'Cabo Delgado',
  'Pemba',
  'Metuge',
]);

const pattern = new RegExp(`(^|\\.)(${textLanguages.join('|')})\\.json$`);

/** `locales/pt.json` and `locales/sms.pt.json` belong to the groups `` and `sms`. */
const groups = new Map<string, Map<string, Map<string, string>>>();
for (const path of listFiles('.').filter((p) => /(?:^|\/)locales\//.test(p) && pattern.test(basename(p)))) {
  const language = pattern.exec(basename(path))?.[2] ?? '';
  const group = join(dirname(path), basename(path).replace(pattern, ''));
  const languages = groups.get(group) ?? new Map<string, Map<string, string>>();
  groups.set(group, languages.set(language, flat(texts.parse(JSON.parse(read(path))))));
}

function flat(tree: Texts, prefix = ''): Map<string, string> {
  const pairs = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(pairs);
}

/** Portuguese has one more plural form than English: forms are compared as one key. */
const keysOf = (all: Map<string, string>): string[] =>
  [...new Set([...all.keys()].map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/, '')))].sort();

const marksOf = (text: string): string[] => [...new Set(text.match(/\{+\s*[\w.]+[^{}]*\}+/g) ?? [])].sort();

test('there are texts', () => {
  expect([...groups.keys()]).not.toEqual([]);
});

describe.each([...groups])('%s', (_group, languages) => {
  const pt = languages.get('pt') ?? new Map<string, string>();
  const en = languages.get('en') ?? new Map<string, string>();

  test('has the same keys in every language', () => {
    expect([...languages.keys()].sort()).toEqual([...textLanguages].sort());
    expect(keysOf(en)).toEqual(keysOf(pt));
  });

  test('leaves no text empty', () => {
    const empty = [...languages].flatMap(([language, all]) =>
      [...all].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  test('is translated, not copied', () => {
    const copied = [...pt].filter(([key, text]) => en.get(key) === text && /\p{L}{2}/u.test(withoutMarks(text)));
    // A language is called what it is called: Yao is Yao in both.
    const isAllowed = ([key, text]: [string, string]) =>
      key.startsWith('language.') || sameInBoth.has(withoutMarks(text));
    expect(copied.filter((one) => !isAllowed(one))).toEqual([]);
  });

  test('fills the same marks in both', () => {
    const differing = [...pt].filter(([key, text]) => {
      const other = en.get(key);
      return other !== undefined && marksOf(other).join() !== marksOf(text).join();
    });
    expect(differing).toEqual([]);
  });
});

function withoutMarks(text: string): string {
  return text.replace(/\{+[^{}]*\}+/g, '').replace(/^[\s\d%·:.,()–-]+|[\s\d%·:.,()–-]+$/g, '');
}
