// Turns the terms of a grammar into look-up tables, once; after that a text costs a few look-ups per word.
import { fold } from '../../../../shared/kit/text.ts';
import type { Terms } from './grammar.ts';

type Word = { text: string; stem: boolean; verb: boolean };
type Element = readonly Word[] | 'gap';
export type Token = { key: string; start: number; end: number; clause: number };
/** Index after the last token of what must follow, or undefined. */
type Ending = (tokens: readonly Token[], at: number) => number | undefined;
/** A term that a word may begin. */
export type Start = { id: number; exclusive: boolean; single: boolean; ending: Ending };
/** A word of a text and what it may begin. */
export type Beginning = { from: number; starts: readonly Start[] };
export type Hit = { id: number; from: number; to: number };
export type TermTable = {
  /** What a word may begin. Kept by nobody here: who reads texts asks for all tables at once. */
  startsAt: (key: string) => readonly Start[];
  /** Some term begins with this word or holds it; a short stem does not speak for a long word. */
  knows: (key: string) => boolean;
  /** Some term is written just so, its ending aside. */
  spells: (key: string) => boolean;
};

const maxRemembered = 20_000;
const longNumber = /^\p{N}{3}/u;
const maxGap = 3;
const minStem = 4;
const maxEnding = 5;

/** Readings of a word as written; most languages have one. */
type Forms = (key: string) => readonly string[];

export function compileTerms(
  groups: readonly (readonly [id: number, terms: Terms])[],
  forms: Forms = (key) => [key],
): TermTable {
  const exact = new Map<string, Start[]>();
  const stems = new Map<string, Start[]>();
  const inside = new Map<string, boolean>();
  for (const [id, terms] of groups) {
    for (const term of terms.split(',')) addTerm(term.trim(), id, { exact, stems, inside, forms });
  }
  const misspelt = compileMisspellings(exact, stems);
  const startsOf = (key: string): Start[] => {
    const found = new Set<Start>();
    for (const form of forms(key)) for (const start of startsWith(form, exact, stems)) found.add(start);
    return [...found];
  };
  const startsAt = (key: string): readonly Start[] => {
    // No stem is a number, and nobody misspells one.
    if (number.test(key)) return exact.get(key) ?? none;
    const found = startsOf(key);
    return found.length > 0 || inside.has(key) ? found : misspelt(key);
  };
  const knows = remember((key: string): boolean => {
    if (forms(key).length > 1 && startsOf(key).length > 0) return true;
    return (
      inside.has(key) || exact.has(key) || beginsOf(key).some((part) => inside.get(part) === true || stems.has(part))
    );
  });
  const spells = (key: string): boolean => exact.has(key) || stems.has(key) || inside.has(key);
  return { startsAt, knows, spells };
}

const none: readonly Start[] = [];
const number = /^\p{N}/u;

/** The terms of one table that stand in a text, by the words that may begin one. */
export function findTerms(tokens: readonly Token[], words: readonly Beginning[]): Hit[] {
  const hits: Hit[] = [];
  const exclusive: Hit[] = [];
  for (const { from, starts } of words) {
    for (const start of starts) {
      const to = start.ending(tokens, from + 1);
      if (to !== undefined) (start.exclusive ? exclusive : hits).push({ id: start.id, from, to: to - 1 });
    }
  }
  if (exclusive.length === 0) return hits;
  const free = hits.filter((hit) => !exclusive.some((mask) => mask.from <= hit.to && hit.from <= mask.to));
  return [...free, ...exclusive].sort((a, b) => a.from - b.from);
}

function startsWith(form: string, exact: Tables['exact'], stems: Tables['stems']): Start[] {
  const found = [...(exact.get(form) ?? [])];
  for (let length = 2; length <= form.length; length += 1) found.push(...(stems.get(form.slice(0, length)) ?? []));
  return found;
}

/** The beginnings of a word that may be a stem of it. */
function beginsOf(key: string): string[] {
  const begins: string[] = [];
  for (let length = Math.max(minStem, key.length - maxEnding); length <= key.length; length += 1)
    begins.push(key.slice(0, length));
  return begins;
}

/** Writing follows the ear on keypads: k for c, z for s, one letter for two. */
export const soundKey = remember((text: string): string =>
  fold(text)
    .replace(/ph/g, 'f')
    .replace(/k/g, 'c')
    .replace(/z/g, 's')
    .replace(/([b-df-hj-np-tv-z])\1+/g, '$1')
    .replace(/([aeiou])\1{2,}/g, '$1'),
);

type Tables = {
  exact: Map<string, Start[]>;
  stems: Map<string, Start[]>;
  inside: Map<string, boolean>;
  forms: Forms;
};

function addTerm(term: string, id: number, tables: Tables): void {
  if (term === '') return;
  const exclusive = term.startsWith('!');
  const [first, ...rest] = (exclusive ? term.slice(1) : term).split(/\s+/).map(toElement);
  if (first === undefined || first === 'gap') return;
  for (const word of rest.flatMap((element) => (element === 'gap' ? [] : element))) {
    tables.inside.set(word.text, word.stem || tables.inside.get(word.text) === true);
  }
  const start = { id, exclusive, single: rest.length === 0, ending: compileRest(rest, tables.forms) };
  for (const word of first) {
    const table = word.stem ? tables.stems : tables.exact;
    table.set(word.text, [...(table.get(word.text) ?? []), start]);
  }
}

function toElement(text: string): Element {
  if (text === '..') return 'gap';
  return text.split('|').map((part) => ({
    text: soundKey(part.replace('*', '')),
    stem: part.endsWith('*'),
    verb: /^[~^]/.test(part),
  }));
}

const compileRest = (rest: readonly Element[], forms: Forms): Ending =>
  rest.reduceRight<Ending>(
    (then, element) => (element === 'gap' ? afterGap(then) : afterWord(element, forms, then)),
    (_, at) => at,
  );

const afterWord =
  (element: readonly Word[], forms: Forms, then: Ending): Ending =>
  (tokens, at) => {
    const token = tokens[at];
    if (token === undefined) return undefined;
    for (const word of element) if (isWord(token.key, word, forms)) return then(tokens, at + 1);
    return undefined;
  };

const afterGap =
  (then: Ending): Ending =>
  (tokens, at) => {
    for (let skip = 0; skip <= maxGap; skip += 1) {
      const to = then(tokens, at + skip);
      if (to !== undefined) return to;
    }
    return undefined;
  };

const isWord = (key: string, word: Word, forms: Forms): boolean =>
  word.verb ? forms(key).some((form) => isForm(form, word)) : isForm(key, word);
const isForm = (form: string, word: Word): boolean => (word.stem ? form.startsWith(word.text) : form === word.text);

const minMisspelt = 7;
const maxMisspelt = 24;

/** One letter wrong in a long word that nothing else knows. */
function compileMisspellings(exact: Tables['exact'], stems: Tables['stems']): (key: string) => Start[] {
  const variants = new Map<string, { text: string; stem: boolean; starts: Start[] }[]>();
  const add = (text: string, stem: boolean, starts: Start[]): void => {
    const single = starts.filter((start) => start.single);
    if (text.length < minMisspelt - 1 || single.length === 0) return;
    for (const variant of shortened(text))
      variants.set(variant, [...(variants.get(variant) ?? []), { text, stem, starts: single }]);
  };
  for (const [text, starts] of exact) add(text, false, starts);
  for (const [text, starts] of stems) add(text, true, starts);
  return (key) => {
    if (key.length < minMisspelt || key.length > maxMisspelt) return [];
    for (let length = key.length; length >= minMisspelt - 1; length -= 1) {
      const part = key.slice(0, length);
      const near = shortened(part)
        .flatMap((variant) => variants.get(variant) ?? [])
        .find(({ text, stem }) => (stem || length === key.length) && text[0] === key[0] && isNear(part, text));
      if (near !== undefined) return near.starts;
    }
    return [];
  };
}

/** People use few different words: what was found for a word is kept, up to a bound. Long numbers are as many as texts. */
export function remember<Found>(find: (key: string) => Found): (key: string) => Found {
  const seen = new Map<string, Found>();
  return (key) => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const found = find(key);
    if (seen.size < maxRemembered && key.length <= 24 && !longNumber.test(key)) seen.set(key, found);
    return found;
  };
}

export function shortened(text: string): string[] {
  const all = [text];
  for (let index = 0; index < text.length; index += 1) all.push(text.slice(0, index) + text.slice(index + 1));
  return all;
}

/** At most one letter wrong, missing, too many, or two neighbours swapped. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head += 1;
  const swapped = a.slice(head + 2) === b.slice(head + 2) && a[head] === b[head + 1] && a[head + 1] === b[head];
  return (
    swapped ||
    a.slice(head + 1) === b.slice(head + 1) ||
    a.slice(head + 1) === b.slice(head) ||
    a.slice(head) === b.slice(head + 1)
  );
}
