// The second reader: what texts like this one were about in the examples of its language. It weighs words and parts of words, knows no
// grammar, and can show the words that moved it. Learned by `npm run train`; pure at run time.
import { remember, type Token } from './compile-terms.ts';
import { concepts } from './concepts.ts';
import type { Weights } from './grammar.ts';

export type Opinion = {
  /** How many words of the text it knows, and what share of them. */
  known: number;
  knownShare: number;
  best: { kind: string; share: number };
  /** Of a type or an end, as a share of one. */
  share: (kind: string) => number;
  /** 0 to 1, each for itself: a lane, danger, denial. */
  mark: (name: string) => number;
  /** The words that speak most for a label, the weightiest first. */
  because: (label: string) => readonly string[];
};
/** What the rules found in the text: it is a sign as a word is, so that a word nobody met still says what it means. */
export type Found = {
  tokens: readonly Token[];
  ideas: readonly number[];
  isDenied: (token: number) => boolean;
  /** Which words are a place, whichever. */
  places: ReadonlySet<number>;
};
/** Undefined when not one word of the text stood in the examples: then there is nothing to say. */
export type SecondReader = (found: Found) => Opinion | undefined;

/** Printable, and safe in JSON; the middle one is the weight 0. */
export const letters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .join('');
export const middle = Math.floor((letters.length - 1) / 2);
export const rarityStep = 0.1;

const partLengths = [3, 4, 5];
const maxWord = 24;

/** The word itself, and its parts marked `~`, with `<` and `>` where it begins and ends. A number and a place count as such. */
export const signsOfWord = remember((key: string): readonly string[] => {
  if (/\d/.test(key)) return ['#'];
  if (key.length > maxWord) return [];
  const whole = `<${key}>`;
  const parts = partLengths.flatMap((length) =>
    Array.from({ length: Math.max(0, whole.length - length + 1) }, (_, at) => `~${whole.slice(at, at + length)}`),
  );
  return [key, ...parts];
});
/** A place stands in the text, whichever. */
const placeSign = '@';
const isWord = (key: string): boolean => !/^[@!]/.test(key);

const signOfIdea = concepts.map((concept) => `=${concept}`);
const signOfDenied = (key: string): string => `!${key}`;

export const signsOf = ({ tokens, ideas, isDenied, places }: Found): Set<string> =>
  new Set([
    ...tokens.flatMap((token, at) => (places.has(at) ? [placeSign] : signsOfWord(token.key))),
    ...tokens.flatMap((token, at) => (isDenied(at) ? [signOfDenied(token.key)] : [])),
    ...ideas.flatMap((idea) => signOfIdea[idea] ?? []),
  ]);

/** All weights in two rows: a sign's own begin at its place. */
type Table = {
  places: ReadonlyMap<string, number>;
  rarities: Float64Array;
  ends: Int32Array;
  labels: Uint8Array;
  weights: Int8Array;
  /** Signs of the text at hand, by the number of the text: nothing counts twice, and nothing need be wiped. */
  seen: Int32Array;
};

export function compileReader(learned: Weights): SecondReader {
  const { kinds, marks } = learned;
  const numbers = new Map([...kinds, ...marks].map((label, at) => [label, at]));
  // Unfolded when the first text comes: a start need not wait for it.
  let table: Table | undefined;
  const placesOf = remember(
    (key: string): Int32Array =>
      Int32Array.from((isWord(key) ? signsOfWord(key) : [key]).flatMap((sign) => table?.places.get(sign) ?? [])),
  );
  let texts = 0;
  return ({ tokens, ideas, isDenied, places: covered }) => {
    table ??= unfold(learned.signs);
    const unfolded = table;
    const known = tokens.filter((token, at) => !covered.has(at) && unfolded.places.has(token.key)).length;
    if (known === 0) return undefined;
    texts = (texts + 1) % 2 ** 31;
    const words = tokens.map((token, at) => placesOf(covered.has(at) ? placeSign : token.key));
    const denied = tokens.flatMap((token, at) => (isDenied(at) ? placesOf(signOfDenied(token.key)) : []));
    const found = Int32Array.from(ideas.flatMap((idea) => unfolded.places.get(signOfIdea[idea] ?? '') ?? []));
    const sums = weigh([...words, ...denied, found], { table: unfolded, learned, text: texts });
    const shares = toShares(sums.subarray(0, kinds.length));
    const top = shares.indexOf(Math.max(...shares));
    return {
      known,
      knownShare: known / (tokens.length - covered.size),
      best: { kind: kinds[top] ?? '', share: shares[top] ?? 0 },
      share: (kind) => shares[numbers.get(kind) ?? -1] ?? 0,
      mark: (name) => toChance(sums[numbers.get(name) ?? -1] ?? Number.NEGATIVE_INFINITY),
      because: (label) => weightiest(tokens, numbers.get(label) ?? -1, unfolded),
    };
  };
}

function unfold(signs: readonly string[]): Table {
  const pairs = signs.reduce((sum, line) => sum + (line.length - line.lastIndexOf(' ') - 2) / 2, 0);
  const table = {
    places: new Map<string, number>(),
    rarities: new Float64Array(signs.length),
    ends: new Int32Array(signs.length + 1),
    labels: new Uint8Array(pairs),
    weights: new Int8Array(pairs),
    seen: new Int32Array(signs.length),
  };
  let at = 0;
  for (const [place, line] of signs.entries()) {
    const from = line.lastIndexOf(' ') + 1;
    table.places.set(line.slice(0, from - 1), place);
    table.rarities[place] = valueAt(line, from) * rarityStep;
    for (let next = from + 1; next < line.length; next += 2) {
      table.labels[at] = valueAt(line, next);
      table.weights[at] = valueAt(line, next + 1) - middle;
      at += 1;
    }
    table.ends[place + 1] = at;
  }
  return table;
}

const values = new Map([...letters].map((letter, value) => [letter, value]));
const valueAt = (line: string, at: number): number => values.get(line[at] ?? '') ?? 0;

type Weighing = { table: Table; learned: Weights; text: number };

/** A rare sign says more; a long text says no more than a short one. */
function weigh(words: readonly Int32Array[], { table, learned: { bias, step }, text }: Weighing): Float64Array {
  const sums = new Float64Array(bias.length);
  let square = 0;
  for (const places of words)
    for (const place of places) {
      if (table.seen[place] === text) continue;
      table.seen[place] = text;
      square += addSign(sums, place, table);
    }
  const length = Math.sqrt(square) || 1;
  return sums.map((sum, label) => (sum / length + (bias[label] ?? 0)) * step);
}

/** Adds what the sign says of each label; gives the square of its rarity. */
function addSign(sums: Float64Array, place: number, { rarities, ends, labels, weights }: Table): number {
  const rarity = rarities[place] ?? 0;
  const end = ends[place + 1] ?? 0;
  for (let at = ends[place] ?? 0; at < end; at += 1) {
    const label = labels[at] ?? 0;
    sums[label] = (sums[label] ?? 0) + rarity * (weights[at] ?? 0);
  }
  return rarity * rarity;
}

const mostReasons = 5;

function weightiest(tokens: readonly Token[], label: number, table: Table): string[] {
  const pulls = new Map(tokens.map(({ key }) => [key, pullOf(signsOfWord(key), label, table)]));
  return [...pulls]
    .filter(([, pull]) => pull > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostReasons)
    .map(([key]) => key);
}

function pullOf(signs: readonly string[], label: number, table: Table): number {
  let sum = 0;
  for (const sign of signs) {
    const place = table.places.get(sign);
    if (place === undefined) continue;
    const at = table.labels.subarray(table.ends[place], table.ends[place + 1]).indexOf(label);
    if (at >= 0) sum += (table.rarities[place] ?? 0) * (table.weights[(table.ends[place] ?? 0) + at] ?? 0);
  }
  return sum;
}

function toShares(sums: Float64Array): Float64Array {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

const toChance = (sum: number): number => 1 / (1 + Math.exp(-sum));
