// What she typed, against what an item waits for. Pure; digits, words and copied lines ("1 sim") are forgiven, the rest is not guessed.
import { fold } from '../../../../shared/kit/text.ts';
import { wordsOf } from '../grammars/words-of.ts';
import type { Choice, Item } from './flow.ts';

/** Folded, every mark a single space: `"3) Não!"` → `3 nao`. */
export function plainWords(text: string): string {
  if (text === last.text) return last.words;
  const words = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  last = { text, words };
  return words;
}

/** A dozen questions are asked of one text, one after the other. */
let last = { text: '', words: '' };

const MOST_NUMERALS = 7;
const numerals: readonly (readonly string[])[] = Array.from({ length: MOST_NUMERALS }, (_, at) => [
  String(at + 1),
  ...wordsOf((grammar) => grammar.answers.numerals[at]),
]);

/** Politeness around an answer; none of them can carry a telling. */
const padding = new Set(wordsOf((grammar) => grammar.answers.padding));

/** @example coreOf('parar por favor') // 'parar' */
export const coreOf = (words: string): string =>
  words
    .split(' ')
    .filter((word) => !padding.has(word))
    .join(' ');

/** The position of the choice that a text names, or -1. */
export function findChoice(text: string, choices: readonly Choice[]): number {
  const said = plainWords(text);
  const exact = choices.findIndex((choice, at) => isNamed(said, choice, at));
  if (exact !== -1) return exact;
  const core = coreOf(said);
  return core === '' ? -1 : choices.findIndex((choice, at) => isNamed(core, choice, at));
}

function isNamed(said: string, { words = [] }: Choice, at: number): boolean {
  const digits = numerals[at] ?? [];
  if (digits.includes(said) || words.includes(said)) return true;
  // She may copy the line of the question: "1 sim", "sim 1".
  return digits.some((digit) => words.some((word) => said === `${digit} ${word}` || said === `${word} ${digit}`));
}

const yesAndNo = new Set(wordsOf(({ answers }) => `${answers.yes}, ${answers.no}`));

/** Digits, yes and no, politeness, and nothing else: an answer to something, whether or not it fits anything that is asked. */
export function isBareReply(text: string): boolean {
  const core = plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && !padding.has(word));
  return (
    core.length > 0 && core.every((word) => yesAndNo.has(word) || numerals.some((digits) => digits.includes(word)))
  );
}

export const isBareNumber = (text: string): boolean => /^\d{1,2}$/.test(plainWords(text));

/** The value of an answer, or undefined when it does not fit. An empty string is a skipped item. */
export function readAnswer(item: Exclude<Item, { kind: 'look-up' | 'end' }>, text: string): string | undefined {
  switch (item.kind) {
    case 'choice':
      return item.choices[findChoice(text, item.choices)]?.value;
    case 'number': {
      const said = plainWords(text);
      const value = /^\d{1,6}$/.test(said) ? Number(said) : Number.NaN;
      return value >= item.least && value <= item.most ? String(value) : undefined;
    }
    case 'words':
      return readWords(item, text);
    case 'code':
      return readCode(item.form, text);
  }
}

function readWords({ longest, maySkip }: Extract<Item, { kind: 'words' }>, text: string): string | undefined {
  const said = text.replace(/\s+/gu, ' ').trim().slice(0, longest).toWellFormed();
  if (maySkip && said === '1') return '';
  return /\p{L}/u.test(said) ? said : undefined;
}

const forms = { digits: /^[0-9]{1,8}$/, 'teller-code': /^[0-9a-z]{9}$/ } as const;

function readCode(form: keyof typeof forms, text: string): string | undefined {
  const said = plainWords(text).replaceAll(' ', '');
  return forms[form].test(said) ? said.toUpperCase() : undefined;
}
