// The words that all installed languages have for one thing: what a reader asks instead of knowing a language.
import { words } from '../../../../shared/kit/text.ts';
import { soundKey } from './compile-terms.ts';
import type { Grammar, Terms } from './grammar.ts';
import { grammars } from './index.ts';

export const listOf = (terms: Terms): string[] =>
  terms
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');

type Pick = (grammar: Grammar) => Terms | undefined;

/** As they are written: folded. */
export const wordsOf = (pick: Pick): string[] => grammars.flatMap((grammar) => listOf(pick(grammar) ?? ''));
/** As a text is read: by sound. */
export const keysOf = (pick: Pick): ReadonlySet<string> => new Set(wordsOf(pick).map(soundKey));

/** One word for it, in the first language that has one: for what is put into words only to be read. */
export const wordFor = (pick: Pick): string => wordsOf(pick)[0] ?? '';

/** Whether what was said begins with one of them: a whole word, or its beginning where it ends in `*`. */
export const begins = (said: string, pick: Pick): boolean =>
  wordsOf(pick).some((word) =>
    word.endsWith('*') ? said.startsWith(word.slice(0, -1)) : new RegExp(`^${word}\\b`).test(said),
  );

/** Whether one of them stands in a text, word by word. */
export const holdsPhrase = (text: string, phrases: readonly string[]): boolean => {
  const said = ` ${words(text).join(' ')} `;
  return phrases.some((phrase) => said.includes(` ${phrase} `));
};

export type StemSet = { exact: ReadonlySet<string>; stems: readonly string[] };

/** Words and, marked `*`, beginnings of words. */
export const stemsOf = (pick: Pick): StemSet => {
  const all = wordsOf(pick);
  return {
    exact: new Set(all.filter((word) => !word.endsWith('*')).map(soundKey)),
    stems: all.filter((word) => word.endsWith('*')).map((word) => soundKey(word.slice(0, -1))),
  };
};

/** Any of them, as a part of a pattern. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
