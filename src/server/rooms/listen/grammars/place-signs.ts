// What the words around a name say: that a place is meant, which kind of place, or rather a person.
import type { AreaKind } from '../../../../shared/domain/area.ts';
import { soundKey, type Token } from './compile-terms.ts';
import { isGivenName } from './given-names.ts';
import { compiledGrammars } from './read-concepts.ts';

export type PlaceSign =
  | { sign: 'noun'; kinds: readonly AreaKind[] }
  /** It happened there, or beside it. */
  | { sign: 'at' }
  /** From it, to it, of it: named, but perhaps not where it happened. */
  | { sign: 'by-the-way' }
  | { sign: 'none' };

const keysOf = (words: string): string[] => words.split(',').map((word) => soundKey(word.trim()));

const nouns: ReadonlyMap<string, readonly AreaKind[]> = new Map(
  (
    [
      ['aldeia, povoado, povoacao, village, settlement, kijiji', ['village', 'locality']],
      ['bairro, neighbourhood, neighborhood', ['bairro', 'quarteirao']],
      ['quarteirao', ['quarteirao']],
      ['localidade, locality', ['locality', 'administrative-post']],
      ['posto administrativo, administrative post', ['administrative-post']],
      ['distrito, district', ['district']],
      ['provincia, province', ['province']],
      ['vila, cidade, town, city, municipio, regulado, sede, zona, ilha, island', []],
    ] as const
  ).flatMap(([words, kinds]) => keysOf(words).map((key) => [key, kinds] as const)),
);
const here = new Set(keysOf('em, na, no, in, at'));
/** Whole words before a name; with "de", "a", "ao" behind them or not. */
const beside = new Set(
  keysOf(
    'perto, pe, junto, proximo, lado, atras, antes, depois, frente, entre, arredores, near, close, next, behind, beyond, before, after, past, between, around, outside, beside',
  ),
);
const links = new Set(keysOf('de, da, do, das, dos, a, ao, of, to, the, chamada, chamado, called'));
const byTheWay = new Set(keysOf('de, da, do, para, ate, desde, from, to, towards, of, e, and'));

/** The sign right before the token at `at`. */
export function signBefore(tokens: readonly Token[], at: number): PlaceSign {
  const before = tokens[at - 1]?.key;
  if (before === undefined) return { sign: 'none' };
  const direct = nounEndingAt(tokens, at - 1);
  if (direct !== undefined) return { sign: 'noun', kinds: direct };
  if (here.has(before) || beside.has(before)) return { sign: 'at' };
  if (links.has(before)) {
    const linked = nounEndingAt(tokens, at - 2);
    if (linked !== undefined) return { sign: 'noun', kinds: linked };
    if (beside.has(tokens[at - 2]?.key ?? '')) return { sign: 'at' };
  }
  return byTheWay.has(before) ? { sign: 'by-the-way' } : { sign: 'none' };
}

function nounEndingAt(tokens: readonly Token[], at: number): readonly AreaKind[] | undefined {
  const last = tokens[at]?.key;
  if (last === undefined) return undefined;
  return nouns.get(last) ?? nouns.get(`${tokens[at - 1]?.key ?? ''} ${last}`);
}

/** A word that is also an everyday word or a short one means a place only so. */
export function isMeantAsPlace(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const { sign } = signBefore(tokens, at);
  if (sign === 'noun' || here.has(tokens[at - 1]?.key ?? '')) return true;
  return placeWords.has(tokens[at - 1]?.key ?? '') && isWrittenAsName(text, token);
}

/** With a capital, in a text that does not shout. */
export function isWrittenAsName(text: string, token: Token): boolean {
  const initial = text.slice(token.start, token.start + 1);
  return text !== text.toUpperCase() && initial !== initial.toLowerCase();
}

const wordsOf = (name: 'beforePlace' | 'beforeName' | 'beforeMaybeName' | 'articles'): ReadonlySet<string> =>
  new Set(
    compiledGrammars.flatMap((each) =>
      each.grammar.grammarWords[name].split(',').map((word) => soundKey(word).split(' ').at(-1) ?? ''),
    ),
  );
const placeWords = wordsOf('beforePlace');
const personWords = new Set([
  ...wordsOf('beforeName'),
  ...wordsOf('beforeMaybeName'),
  ...keysOf('o, a, os, as, um, uma, por, pelo, pela, com, ao, meu, minha, seu, sua, e, by, with, the, my, his, her'),
]);
const personDeeds =
  /^(roub|bat|mat|viol|lev|diss|ped|ameac|fal|vei|rapt|vend|queim|insult|agred|esfaque|stole|beat|kill|rap|said|ask|threat|took)/;

/**
 * Villages are called after people: without a sign of a place, such a name beside a title, an article, a given name or a deed of a
 * person is taken for a person, and stays masked.
 */
export function isLikelyPerson(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  const before = tokens[from - 1];
  const after = tokens[to + 1];
  if (before !== undefined && (personWords.has(before.key) || isGivenName(before.key))) return true;
  if (after === undefined || after.clause !== tokens[to]?.clause) return false;
  return isGivenName(after.key) || personDeeds.test(after.key);
}
