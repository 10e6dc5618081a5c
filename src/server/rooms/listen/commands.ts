// Words that are orders, not tellings: a post's commands, a teller's wishes, digits alone. Pure; matched whole.
import { coreOf, plainWords } from './flows/read-answer.ts';
import { anyOf, wordsOf } from './grammars/words-of.ts';

const postVerbs = ['seen', 'going', 'done', 'cannot'] as const;
export type PostVerb = (typeof postVerbs)[number];
export type PostCommand = { verb: PostVerb; ref: string; reason?: number };

/** Crockford's letters, as read aloud or typed in a hurry: O is 0, I and L are 1. There is no U. */
const looseRef = '[0-9a-hj-np-tv-zoil]';
// Longest words first: "nao posso" before "nao".
const verbWords = postVerbs
  .flatMap((verb) => wordsOf(({ orders }) => orders.post[verb]).map((word): [string, PostVerb] => [word, verb]))
  .sort(([a], [b]) => b.length - a.length);
const commandForm = new RegExp(
  `^(${verbWords.map(([word]) => word.replaceAll(' ', ' ?')).join('|')}) ?(${looseRef}(?: ?${looseRef}){3})(?: ?([1-9]))?$`,
);

/**
 * A command is only a wish until a digit sent to the post's own number comes back (numbers can be forged), and a reference
 * that no open brief has is none: "nao vale" reads as one here.
 * @example parsePostCommand('Feito 4f7k, 2.') // { verb: 'done', ref: '4F7K', reason: 2 }
 */
export function parsePostCommand(text: string): PostCommand | undefined {
  const [, word, ref, reason] = commandForm.exec(plainWords(text)) ?? [];
  const verb = verbWords.find(([known]) => known.replaceAll(' ', '') === word?.replaceAll(' ', ''))?.[1];
  if (verb === undefined || ref === undefined) return undefined;
  // Spaced out and without a digit it is a sentence: "ok ja vi".
  if (ref.includes(' ') && !/\d/.test(ref)) return undefined;
  return { verb, ref: normaliseRef(ref), ...(reason === undefined ? {} : { reason: Number(reason) }) };
}

const normaliseRef = (typed: string): string =>
  typed.replaceAll(' ', '').replace(/o/g, '0').replace(/[il]/g, '1').toUpperCase();

/** The digits that confirm a command, alone in the text; `undefined` for anything else. */
export function parseDigits(text: string): string | undefined {
  const digits = plainWords(text).replaceAll(' ', '');
  return /^\d{1,8}$/.test(digits) ? digits : undefined;
}

const wishes = ['opt-out', 'opt-in', 'withdraw', 'quiet', 'quiet-off', 'any-hour', 'code', 'call'] as const;
export type TellerWord =
  | { kind: (typeof wishes)[number] }
  /** Whole hours 0-23; `from` after `to` goes over midnight. */
  | { kind: 'hours'; from: number; to: number };

const wishOf = new Map(
  wishes.flatMap((kind) => wordsOf(({ orders }) => orders.wishes[kind]).map((word) => [word, kind] as const)),
);

const hourWords = (part: 'only' | 'from' | 'to' | 'unit'): string => anyOf(wordsOf(({ orders }) => orders.hours[part]));
const hour = `(\\d{1,2})(?: ?${hourWords('unit')}(?: ?00)?| 00)?`;
const hoursForm = new RegExp(
  `^${hourWords('only')}(?: ${hourWords('from')})* ${hour}(?: ${hourWords('to')})* ${hour}$`,
);

/** The whole text must be the word: "mandaram parar o carro" is a telling. */
export function parseTellerWord(text: string): TellerWord | undefined {
  const said = plainWords(text);
  const kind = wishOf.get(said);
  if (kind !== undefined) return { kind };
  // Who asks politely to be left alone is left alone; no other wish is taken from more than its words.
  if (wishOf.get(coreOf(said)) === 'opt-out') return { kind: 'opt-out' };
  const [, first, second] = hoursForm.exec(said) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [from, to] = [Number(first) % 24, Number(second) % 24];
  const real = Number(first) <= 24 && Number(second) <= 24 && from !== to;
  return real ? { kind: 'hours', from, to } : undefined;
}

/** Asked at the door already, before anything else is done with a text. */
export const isOptOut = (text: string): boolean => parseTellerWord(text)?.kind === 'opt-out';

/** She writes from another telephone than before; her code stands beside it. */
export const isNewNumber = (text: string): boolean => newNumbers.has(plainWords(text));
const newNumbers: ReadonlySet<string> = new Set(wordsOf(({ orders }) => orders.newNumber));

/** No, and nothing else: what was done in her name was not hers. */
export const isNo = (text: string): boolean => noes.has(plainWords(text));
const noes: ReadonlySet<string> = new Set(wordsOf(({ answers }) => answers.notMe));
