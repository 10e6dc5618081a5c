// Words that are orders, not tellings: a post's commands, a teller's wishes, digits alone. Pure; matched whole.
import { plainWords } from './flows/read-answer.ts';

export type PostVerb = 'seen' | 'going' | 'done' | 'cannot';
export type PostCommand = { verb: PostVerb; ref: string; reason?: number };

const verbs: readonly [PostVerb, readonly string[]][] = [
  ['seen', ['ok', 'okay', 'okey', 'visto', 'vi', 'recebido', 'seen']],
  ['going', ['vou', 'vamos', 'a caminho', 'estou a caminho', 'going', 'on the way']],
  ['done', ['feito', 'ja feito', 'tratado', 'resolvido', 'done']],
  ['cannot', ['nao posso', 'nao podemos', 'nao', 'cannot', 'can not', 'cant', 'no']],
];

/** Crockford's letters, as read aloud or typed in a hurry: O is 0, I and L are 1. There is no U. */
const looseRef = '[0-9a-hj-np-tv-zoil]';
// Longest words first: "nao posso" before "nao".
const verbWords = verbs
  .flatMap(([verb, words]) => words.map((word): [string, PostVerb] => [word, verb]))
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

export type TellerWord =
  | { kind: 'opt-out' | 'opt-in' | 'withdraw' | 'quiet' | 'quiet-off' | 'any-hour' | 'code' | 'call' }
  /** Whole hours 0-23; `from` after `to` goes over midnight. */
  | { kind: 'hours'; from: number; to: number };

const tellerWords: readonly [Exclude<TellerWord['kind'], 'hours'>, readonly string[]][] = [
  [
    'opt-out',
    [
      'parar',
      'pare',
      'parem',
      'sair',
      'cancelar',
      'stop',
      'stop all',
      'unsubscribe',
      'quit',
      'arret',
      'acha',
      'simama',
    ],
  ],
  ['opt-in', ['iniciar', 'comecar', 'recomecar', 'voltar', 'start', 'unstop', 'anza']],
  ['withdraw', ['apagar', 'apagar tudo', 'apaguem', 'retirar', 'anular', 'withdraw', 'delete', 'futa']],
  [
    'quiet',
    [
      'nao responder',
      'nao responda',
      'nao respondam',
      'nao respondem',
      'sem resposta',
      'do not reply',
      'dont reply',
      'no reply',
    ],
  ],
  ['quiet-off', ['responder', 'pode responder', 'podem responder', 'com resposta', 'answer', 'reply']],
  ['any-hour', ['qualquer hora', 'a qualquer hora', 'todas as horas', 'any hour', 'any time', 'anytime']],
  ['code', ['codigo', 'meu codigo', 'o meu codigo', 'quero codigo', 'quero o codigo', 'code', 'my code']],
  ['call', ['ligar', 'ligue', 'liguem', 'ligar me', 'call', 'call me', 'piga simu']],
];
const tellerWordOf = new Map(tellerWords.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));

const hour = '(\\d{1,2})(?: ?h(?:oras?)?(?: ?00)?| 00)?';
const hoursForm = new RegExp(
  `^(?:so|somente|apenas|horas?|only|hours?)(?: (?:entre|das?|de|as|from|between))* ${hour}(?: (?:e|a|as|ate|to|and|till|until))* ${hour}$`,
);

/** The whole text must be the word: "mandaram parar o carro" is a telling. */
export function parseTellerWord(text: string): TellerWord | undefined {
  const said = plainWords(text);
  const kind = tellerWordOf.get(said);
  if (kind !== undefined) return { kind };
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
const newNumbers: ReadonlySet<string> = new Set([
  'novo numero',
  'numero novo',
  'novo telefone',
  'mudei de numero',
  'mudei de telefone',
  'new number',
  'new phone',
]);

/** No, and nothing else: what was done in her name was not hers. */
export const isNo = (text: string): boolean => noes.has(plainWords(text));
const noes: ReadonlySet<string> = new Set(['nao', 'nao fui eu', 'n', 'no', 'not me', 'it was not me', 'hapana']);
