// Chance that falls the same way every time: the demonstration is one programme, not another one at every start.
import { type IdKind, idPrefixes } from '../../../../shared/kit/ids.ts';

export type Dice = {
  /** 0 to just under 1. */
  next(): number;
  /** 0 to n - 1. */
  below(n: number): number;
  chance(p: number): boolean;
  pick<const T>(items: readonly [T, ...T[]]): T;
  /** Around a middle value, now and then much more: how long people take. */
  around(middle: number, spread?: number): number;
  id(kind: IdKind): string;
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LETTERS = 26;

/**
 * Ids of one `family` begin alike, so that the rows of a week lie together in every index and eighteen months are written in
 * minutes. Families are in no order; that they show is no harm where every telling is invented.
 * @example openDice('week 3').chance(0.5)
 */
export function openDice(seed: string, family = ''): Dice {
  const start = startOf(family);
  const next = sfc32(seed);
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p) => next() < p,
    pick: (items) => items[below(items.length)] ?? items[0],
    around: (middle, spread = 0.6) => middle * Math.exp(spread * (next() + next() + next() - 1.5) * 1.4),
    id: (kind) => {
      let id = `${idPrefixes[kind]}_${start}`;
      for (let letter = start.length; letter < ID_LETTERS; letter += 1) id += ALPHABET.charAt(below(ALPHABET.length));
      return id;
    },
  };
}

const START_LETTERS = 4;

function startOf(family: string): string {
  if (family === '') return '';
  const next = sfc32(family);
  return Array.from({ length: START_LETTERS }, () => ALPHABET.charAt(Math.floor(next() * ALPHABET.length))).join('');
}

/** Small fast counter generator of Chris Doty-Humphrey (public domain), seeded by a 128-bit FNV-like spread of the text. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85a308d3];
  for (let at = 0; at < seed.length; at += 1) {
    const code = seed.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ a, 0x85ebca6b);
    c = Math.imul(c ^ b, 0xc2b2ae35);
    d = (d + c + code) | 0;
  }
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}
