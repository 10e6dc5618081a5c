// Passwords: argon2id at OWASP's floor, four at a time, and the same work for a name nobody has.
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { problem } from '../../../shared/kit/problem.ts';
import { fold } from '../../../shared/kit/text.ts';
import { createGate, type Gate } from './gate.ts';
import weakPasswords from './weak-passwords.json' with { type: 'json' };

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 4;
const WAITING = 64;
const LONGEST = 256;

export type Passwords = {
  hash(password: string): Promise<string>;
  /** `stored` undefined = no such user: takes as long, and is false. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
};

/** One per process: the cap of four counts only within it. */
export async function createPasswords(gate: Gate = createGate(AT_ONCE, WAITING)): Promise<Passwords> {
  const nobody = await hash(randomBytes(32), COST);
  return {
    hash: (password) => gate(() => hash(plain(password), COST)),
    verify: async (stored, password) => {
      const isRight = await gate(() => check(stored ?? nobody, password));
      return isRight && stored !== undefined;
    },
  };
}

export type PasswordWeakness = 'too-short' | 'too-long' | 'too-common' | 'about-you';

/**
 * At least 12 characters or 4 words; nothing from the list of usual ones. No rule about signs and capitals: they make
 * passwords that people write on the wall. `about` = the user's own name, e-mail, post.
 */
export function weaknessOf(password: string, about: readonly string[] = []): PasswordWeakness | undefined {
  const length = [...plain(password)].length;
  if (length > LONGEST) return 'too-long';
  if (length < 12 && wordCount(password) < 4) return 'too-short';
  if (isAboutUser(password, about)) return 'about-you';
  return isCommon(password) ? 'too-common' : undefined;
}

const weak: ReadonlySet<string> = new Set(weakPasswords);
const lettersLike: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

// One spelling of one password, whichever way a keyboard composes its accents (NIST SP 800-63B 5.1.1.2).
const plain = (password: string): string => password.normalize('NFKC');

async function check(stored: string, password: string): Promise<boolean> {
  const isRight = await verify(stored, plain(password).slice(0, LONGEST * 2)).catch(() => undefined);
  if (isRight === undefined) throw problem('server.fault', { field: 'password' });
  return isRight;
}

const wordCount = (password: string): number => new Set(fold(password).match(/\p{L}{2,}/gu) ?? []).size;

function isAboutUser(password: string, about: readonly string[]): boolean {
  const letters = lettersOf(fold(password));
  const own = about.flatMap((text) => fold(text).match(/\p{L}{4,}/gu) ?? []);
  return own.some((word) => letters.includes(word) && letters.length - word.length < 8);
}

// Common, whatever is hung on it: `Mocambique2026!`, `p@ssw0rdp@ssw0rd`, `aaaaaaaaaaaa`, a phone number, a date.
function isCommon(password: string): boolean {
  const folded = fold(password);
  const compact = folded.replace(/\s/g, '');
  if (new Set(compact).size < 5 || /^[^\p{L}]{1,24}$/u.test(compact) || weak.has(compact)) return true;
  const core = compact.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [lettersOf(compact), unleet(compact), unleet(core)].some(isOfFewWeakWords);
}

const unleet = (text: string): string => lettersOf([...text].map((sign) => lettersLike[sign] ?? sign).join(''));
const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '');

// Three usual words in a row are still usual; four different words are a passphrase.
function isOfFewWeakWords(letters: string): boolean {
  const fewest: (number | undefined)[] = [0];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 24); start < end; start++) {
      const before = fewest[start];
      if (before === undefined || !weak.has(letters.slice(start, end))) continue;
      fewest[end] = Math.min(fewest[end] ?? Number.POSITIVE_INFINITY, before + 1);
    }
  }
  return (fewest[letters.length] ?? 4) < 4;
}
