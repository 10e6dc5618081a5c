// Which language a text is in. Never a silent guess: without evidence it is 'unknown', and a person reads it.
import { francAll } from 'franc-all';
import type { Language } from '../../../../shared/domain/language.ts';
import { remember, soundKey, type Token } from './compile-terms.ts';
import { compiledGrammars } from './read-concepts.ts';
import { loanwordLanguage, unread } from './unread.ts';
import { listOf } from './words-of.ts';

/** Words of languages without a grammar, as evidence only: they name the listener's queue, never a meaning. */
export type Lexicon = {
  language: Language;
  words: ReadonlySet<string>;
  /** Every loanword by its sound, with the Portuguese word it comes from: a hint for a listener, never a meaning for a rule. */
  loans: ReadonlyMap<string, string>;
};
export type LexiconRow = { vmw: string; pt: string; tag: string };
export type Identified = {
  language: Language | 'unknown';
  /** Small words of each installed language. */
  marks: ReadonlyMap<Language, number>;
  foreignWords: number;
  /** A language so near to the one it looks like that only a listener can tell them apart; set when hardly a word is known. */
  mayBe?: Language;
  /** Hardly known in every installed language, whatever it looks like. */
  strange: boolean;
};

/** Loanwords that are not spelt as Portuguese: those would prove nothing. */
export function buildLexicon(rows: readonly LexiconRow[]): Lexicon {
  const portugueseWords = new Set(rows.flatMap((row) => [row.pt]).map(soundKey));
  const words = rows.filter((row) => row.tag === 'loan').map((row) => soundKey(row.vmw));
  const knownElsewhere = (word: string): boolean =>
    compiledGrammars.some((each) => each.terms.knows(word) || each.marks.has(word) || plain(each.language, word));
  return {
    language: loanwordLanguage,
    loans: new Map(rows.filter((row) => row.tag === 'loan').map((row) => [soundKey(row.vmw), row.pt])),
    words: new Set(words.filter((word) => word.length > 4 && !portugueseWords.has(word) && !knownElsewhere(word))),
  };
}

const byTrigram = new Map<string, Language | 'unknown'>([
  ...unread.map(({ trigrams, language }) => [trigrams, language] as const),
  ...compiledGrammars.map(({ grammar }) => [grammar.trigrams, grammar.language] as const),
]);
const candidates = [...byTrigram.keys()];
/** Below this length trigrams are noise (domain.md C3). */
const minTrigramLength = 20;

export function identifyLanguage(text: string, tokens: readonly Token[], lexicon: Lexicon): Identified {
  const marks = new Map(compiledGrammars.map((each) => [each.language, countMarks(each.language, tokens)]));
  const own = [...marks.values()].reduce((sum, count) => sum + count, 0);
  const foreignWords = tokens.filter((token) => lexicon.words.has(token.key)).length;
  const found = {
    marks,
    foreignWords,
    strange: [...marks.keys()].every((each) => isHardlyKnown(tokens, each)),
  };
  if (tokens.length === 0) return { ...found, language: 'unknown' };
  if (foreignWords >= 2 && foreignWords * 2 >= tokens.length && foreignWords > own)
    return { ...found, language: lexicon.language };
  const leading = leader(marks);
  const language =
    (leading !== undefined && own * 6 >= tokens.length ? leading : undefined) ??
    byWords(tokens, foreignWords) ??
    byTrigrams(text, tokens) ??
    leading ??
    'unknown';
  const alike = compiledGrammars.find((each) => each.language === language)?.grammar.alike;
  return alike !== undefined && language !== 'unknown' && isHardlyKnown(tokens, language)
    ? { ...found, language, mayBe: alike }
    : { ...found, language };
}

/** The language with most small words; undefined when two share the place. */
function leader(counts: ReadonlyMap<Language, number>): Language | undefined {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === 0 || first[1] === second?.[1] ? undefined : first[0];
}

const isWordOf = (language: Language, key: string): boolean => {
  const grammar = compiledGrammars.find((each) => each.language === language);
  return grammar?.terms.knows(key) === true || grammar?.marks.has(key) === true || plain(language, key);
};

/** Fewer than two of five words are ours: it looks like the language, but is read as nobody's. */
const isHardlyKnown = (tokens: readonly Token[], language: Language): boolean => {
  const words = tokens.filter(({ key }) => isWord(key));
  return words.length >= 4 && words.filter(({ key }) => isWordOf(language, key)).length * 5 < words.length * 2;
};

const isWord = (key: string): boolean => /^\p{L}/u.test(key);

/** Short texts carry no small words: then the ideas and plain words they are made of tell. */
function byWords(tokens: readonly Token[], foreignWords: number): Language | undefined {
  if (foreignWords > 1) return undefined;
  const counts = new Map(
    compiledGrammars.map(({ language }) => [
      language,
      tokens.filter(({ key }) => key.length > 2 && isWordOf(language, key)).length,
    ]),
  );
  const first = leader(counts);
  const words = tokens.filter(({ key }) => isWord(key)).length;
  return first !== undefined && (counts.get(first) ?? 0) * 2 >= words ? first : undefined;
}

function byTrigrams(text: string, tokens: readonly Token[]): Language | 'unknown' | undefined {
  const known = tokens.filter((token) => compiledGrammars.some((each) => each.terms.knows(token.key))).length;
  const letters = tokens.filter(({ key }) => isWord(key)).reduce((sum, { key }) => sum + key.length + 1, 0);
  if (letters < minTrigramLength || known * 2 >= tokens.length) return undefined;
  const [first, second] = francAll(text, { only: candidates, minLength: minTrigramLength });
  if (first === undefined || first[0] === 'und') return undefined;
  const margin = first[1] - (second?.[1] ?? 0);
  return margin < 0.05 ? 'unknown' : (byTrigram.get(first[0]) ?? 'unknown');
}

/** A word that two languages share speaks for neither. */
const shared = new Set(
  compiledGrammars.flatMap((each) =>
    [...each.marks].filter((word) => compiledGrammars.some((other) => other !== each && other.marks.has(word))),
  ),
);

function countMarks(language: Language, tokens: readonly Token[]): number {
  const grammar = compiledGrammars.find((each) => each.language === language);
  return tokens.filter((token) => grammar?.marks.has(token.key) === true && !shared.has(token.key)).length;
}

type PlainWords = { exact: ReadonlySet<string>; stems: ReadonlySet<string> };
const plainSets = new Map<string, PlainWords>(
  compiledGrammars.map((each) => [each.language, compilePlain(each.grammar.plainWords)]),
);

const plainOf = remember(
  (word: string): ReadonlySet<string> =>
    new Set([...plainSets].filter(([, words]) => isIn(words, word, 'any')).map(([language]) => language)),
);
const plain = (language: string, word: string): boolean => plainOf(word).has(language);

/** Whether a word is an everyday word of an installed language; `spelt` = just so, its ending aside. */
export function isPlainWord(word: string, how: 'any' | 'spelt' = 'any'): boolean {
  if (compiledGrammars.some((each) => each.marks.has(word))) return true;
  return [...plainSets.values()].some((words) => isIn(words, word, how));
}

const minStem = 3;
const maxEnding = 5;

function isIn({ exact, stems }: PlainWords, word: string, how: 'any' | 'spelt'): boolean {
  if (exact.has(word) || stems.has(word)) return true;
  if (how === 'spelt') return false;
  for (let length = Math.max(minStem, word.length - maxEnding); length <= word.length; length += 1)
    if (stems.has(word.slice(0, length))) return true;
  return false;
}

function compilePlain(terms: string): PlainWords {
  const list = listOf(terms);
  return {
    exact: new Set(list.filter((term) => !term.endsWith('*')).map(soundKey)),
    stems: new Set(list.filter((term) => term.endsWith('*')).map((term) => soundKey(term.slice(0, -1)))),
  };
}
