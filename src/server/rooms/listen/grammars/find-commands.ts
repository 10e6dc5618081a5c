// Whole messages that are a command, a zero report or small talk: exact, so that "mandaram parar o carro" is a telling.
import { soundKey, type Token } from './compile-terms.ts';
import { compiledGrammars } from './read-concepts.ts';
import { keysOf, listOf, type StemSet, stemsOf } from './words-of.ts';

export type Command = 'zero' | 'opt-out' | 'opt-in' | 'withdraw';

const commandKinds = ['withdraw', 'opt-out', 'opt-in', 'zero'] as const;
const commands = new Map<string, Command>();
for (const kind of [...commandKinds].reverse()) {
  for (const each of compiledGrammars)
    for (const text of listOf(each.grammar.commands[kind])) commands.set(soundKey(text), kind);
}
const polite = keysOf((grammar) => grammar.talk.polite);
const ofOneself = keysOf((grammar) => grammar.talk.ofOneself);
const smallTalk = stemsOf((grammar) => grammar.smallTalk.replaceAll(' ', ','));
const advertWords = stemsOf((grammar) => grammar.advertWords);
const minAdvertWords = 3;

export function findCommand(tokens: readonly Token[]): Command | undefined {
  const whole = tokens.map((token) => token.key).join(' ');
  const core = tokens
    .filter((token) => !polite.has(token.key))
    .map((token) => token.key)
    .join(' ');
  return commands.get(whole) ?? commands.get(core);
}

const isOneOf = ({ exact, stems }: StemSet, key: string): boolean =>
  exact.has(key) || stems.some((stem) => key.startsWith(stem));

/** Greetings, laughter, single letters, bare digits, nothing. */
export function isSmallTalk(tokens: readonly Token[]): boolean {
  if (tokens.length === 0) return true;
  if (tokens.every((token) => /^\p{N}+$/u.test(token.key) || token.key.length === 1)) return true;
  if (tokens.length === 1 && (tokens[0]?.key.length ?? 0) <= 2) return true;
  return tokens.every((token) => isOneOf(smallTalk, token.key) || /^(.{1,2})\1+$/.test(token.key));
}

/** Messages of operators and sellers; somebody who tells of such a call speaks of herself or of others. */
export function isAdvert(text: string, tokens: readonly Token[]): boolean {
  if (tokens.some((token) => ofOneself.has(token.key))) return false;
  const count = new Set(tokens.filter((token) => isOneOf(advertWords, token.key)).map((token) => token.key)).size;
  const dials = /\*\d{2,4}(?:[*#]|\b)/.test(text) ? 1 : 0;
  return count + dials * 2 >= minAdvertWords;
}

const code = /^\s*([A-Ja-j])\s?(0[1-8])(?![0-9])/;
export const findCode = (text: string): string | undefined => {
  const match = code.exec(text);
  return match === null ? undefined : `${match[1]?.toUpperCase()}${match[2]}`;
};

const keywordTypes = new Map<string, string | undefined>();
for (const each of compiledGrammars) {
  for (const [type, terms] of Object.entries(each.grammar.keywords)) {
    for (const term of listOf(terms)) {
      const key = soundKey(term);
      // A word that two types share names neither.
      keywordTypes.set(key, keywordTypes.has(key) && keywordTypes.get(key) !== type ? undefined : type);
    }
  }
}
const maxKeywordWords = 4;

/** The longest keyword that the message begins with. */
export function findKeyword(tokens: readonly Token[]): string | undefined {
  for (let length = Math.min(maxKeywordWords, tokens.length); length > 0; length -= 1) {
    const type = keywordTypes.get(
      tokens
        .slice(0, length)
        .map((token) => token.key)
        .join(' '),
    );
    if (type !== undefined) return type;
  }
  return undefined;
}
