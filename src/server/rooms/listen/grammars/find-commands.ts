// Whole messages that are a command, a zero report or small talk: exact, so that "mandaram parar o carro" is a telling.
import { soundKey, type Token } from './compile-terms.ts';
import { compiledGrammars } from './read-concepts.ts';

export type Command = 'zero' | 'opt-out' | 'opt-in' | 'withdraw';

const commandKinds = ['withdraw', 'opt-out', 'opt-in', 'zero'] as const;
const commands = new Map<string, Command>();
for (const kind of [...commandKinds].reverse()) {
  for (const each of compiledGrammars)
    for (const text of each.grammar.commands[kind].split(',')) commands.set(soundKey(text), kind);
}
const polite = new Set(
  [
    'por',
    'favor',
    'pf',
    'please',
    'pls',
    'obrigado',
    'obrigada',
    'thanks',
    'ok',
    'senhor',
    'bom',
    'dia',
    'boa',
    'tarde',
    'noite',
  ].map(soundKey),
);
const smallTalk = compiledGrammars.flatMap((each) =>
  each.grammar.smallTalk.split(',').flatMap((term) => term.trim().split(' ')),
);
const smallWords = new Set(smallTalk.filter((word) => !word.endsWith('*')).map(soundKey));
const smallStems = smallTalk.filter((word) => word.endsWith('*')).map((word) => soundKey(word.slice(0, -1)));
const advert = compiledGrammars.flatMap((each) => each.grammar.advertWords.split(',').map((word) => word.trim()));
const advertWords = new Set(advert.filter((word) => !word.endsWith('*')).map(soundKey));
const advertStems = advert.filter((word) => word.endsWith('*')).map((word) => soundKey(word.slice(0, -1)));
const minAdvertWords = 3;

export function findCommand(tokens: readonly Token[]): Command | undefined {
  const whole = tokens.map((token) => token.key).join(' ');
  const core = tokens
    .filter((token) => !polite.has(token.key))
    .map((token) => token.key)
    .join(' ');
  return commands.get(whole) ?? commands.get(core);
}

/** Greetings, laughter, single letters, bare digits, nothing. */
export function isSmallTalk(tokens: readonly Token[]): boolean {
  if (tokens.length === 0) return true;
  if (tokens.every((token) => /^\p{N}+$/u.test(token.key) || token.key.length === 1)) return true;
  if (tokens.length === 1 && (tokens[0]?.key.length ?? 0) <= 2) return true;
  return tokens.every(
    (token) =>
      smallWords.has(token.key) ||
      smallStems.some((stem) => token.key.startsWith(stem)) ||
      /^(.{1,2})\1+$/.test(token.key),
  );
}

/** Messages of operators and sellers; somebody who tells of such a call speaks of herself or of others. */
export function isAdvert(text: string, tokens: readonly Token[]): boolean {
  const told = tokens.some((token) =>
    [
      'ligaram',
      'ligou',
      'diseram',
      'dise',
      'tiraram',
      'roubaram',
      'me',
      'my',
      'caled',
      'told',
      'eles',
      'enganaram',
      'minha',
      'meu',
    ].includes(token.key),
  );
  if (told) return false;
  const count = new Set(
    tokens
      .filter((token) => advertWords.has(token.key) || advertStems.some((stem) => token.key.startsWith(stem)))
      .map((token) => token.key),
  ).size;
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
    for (const term of terms.split(',')) {
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
