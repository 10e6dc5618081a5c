// What the words around a name say: that a place is meant, which kind of place, or rather a person.
import { type AreaKind, areaKinds } from '../../../../shared/domain/area.ts';
import type { Token } from './compile-terms.ts';
import { isGivenName } from './given-names.ts';
import { keysOf } from './words-of.ts';

export type PlaceSign =
  | { sign: 'noun'; kinds: readonly AreaKind[] }
  /** It happened there, or beside it. */
  | { sign: 'at' }
  /** From it, to it, of it: named, but perhaps not where it happened. */
  | { sign: 'by-the-way' }
  | { sign: 'none' };

/** What else a kind is called by: a "localidade" may be an administrative post to those who live there. */
const kindsOf: Readonly<Record<AreaKind | 'any', readonly AreaKind[]>> = {
  country: ['country'],
  village: ['village', 'locality'],
  bairro: ['bairro', 'quarteirao'],
  quarteirao: ['quarteirao'],
  locality: ['locality', 'administrative-post'],
  'administrative-post': ['administrative-post'],
  district: ['district'],
  province: ['province'],
  any: [],
};
const nouns: ReadonlyMap<string, readonly AreaKind[]> = new Map(
  [...areaKinds, 'any' as const].flatMap((kind) =>
    [...keysOf((grammar) => grammar.places.nouns[kind])].map((key) => [key, kindsOf[kind]] as const),
  ),
);
const here = keysOf((grammar) => grammar.places.here);
/** Whole words before a name; with "de", "a", "ao" behind them or not. */
const beside = keysOf((grammar) => grammar.places.beside);
const links = keysOf((grammar) => grammar.places.links);
const byTheWay = keysOf((grammar) => grammar.places.byTheWay);

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

const lastWords = (name: 'beforePlace' | 'beforeName' | 'beforeMaybeName'): string[] =>
  [...keysOf((grammar) => grammar.grammarWords[name])].map((key) => key.split(' ').at(-1) ?? '');
const placeWords = new Set(lastWords('beforePlace'));
const personWords = new Set([
  ...lastWords('beforeName'),
  ...lastWords('beforeMaybeName'),
  ...keysOf((grammar) => grammar.persons.before),
]);
const deeds = [...keysOf((grammar) => grammar.persons.deeds)];

/**
 * Villages are called after people: without a sign of a place, such a name beside a title, an article, a given name or a deed of a
 * person is taken for a person, and stays masked.
 */
export function isLikelyPerson(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  const before = tokens[from - 1];
  const after = tokens[to + 1];
  if (before !== undefined && (personWords.has(before.key) || isGivenName(before.key))) return true;
  if (after === undefined || after.clause !== tokens[to]?.clause) return false;
  return isGivenName(after.key) || deeds.some((deed) => after.key.startsWith(deed));
}
