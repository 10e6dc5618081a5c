// Codes that people say, type and copy: a teller's own code, a post's reference, the digits that confirm a command, invitations,
// recovery codes. All random; all but the post reference are kept only as keyed hashes.
import { randomInt } from 'node:crypto';
import { hmac } from './cipher.ts';
import type { ServeKeys } from './keys.ts';

type CodeKeys = Pick<ServeKeys, 'codes'>;

// Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U.
const BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 8 random characters (40 bits) and a check character; written `7K2M-9Q4T-C`. Store `tellerCodeHash` only. */
export function createTellerCode(): string {
  for (;;) {
    const code = withCheck(randomCharacters(8));
    if (isTold(code)) return group(code, 4);
  }
}

/** The code of a form that was sent: sent twice, it is answered with the same code. `ticket` is random and sealed. */
export function tellerCodeOf(keys: CodeKeys, ticket: string): string {
  for (let turn = 0; ; turn += 1) {
    const bytes = hmac(keys.codes, `v1|ticket|${turn}|${ticket}`).subarray(0, 8);
    const code = withCheck([...bytes].map((byte) => BASE_32.charAt(byte & 31)).join(''));
    if (isTold(code)) return group(code, 4);
  }
}

/** A letter and a digit: within a text it is taken neither for a word nor for a telephone number. */
const isTold = (code: string): boolean => /\d/.test(code) && /[A-Z]/.test(code);

const spelt = /(?<![\p{L}\p{N}])[0-9a-z]{4}[-–—. ]?[0-9a-z]{4}[-–—. ]?[0-9a-z](?![\p{L}\p{N}])/giu;

/**
 * The code that stands in a text, and the text without it.
 * @example findTellerCode('k7qm-4f2x-w voltaram ontem') // { code: 'K7QM4F2XW', rest: 'voltaram ontem' }
 */
export function findTellerCode(text: string): { code: string; rest: string } | undefined {
  for (const { 0: found, index } of text.matchAll(spelt)) {
    const code = readTellerCode(found);
    if (code === undefined || !isTold(found.toUpperCase())) continue;
    const rest = `${text.slice(0, index)} ${text.slice(index + found.length)}`;
    return { code, rest: rest.replace(/\s+/g, ' ').replace(/^[\s:,;.-]+|[\s:,;-]+$/g, '') };
  }
  return undefined;
}

/** Without whatever is spelt like a code, right or mistyped: its letters are chance and mean nothing. */
export const withoutCodes = (text: string): string =>
  text.replace(spelt, (found) => (isTold(found.toUpperCase()) ? ' ' : found));

/** Canonical nine characters, or undefined when it cannot be one. Forgives O for 0, I and L for 1, case, spaces, hyphens, dots. */
export const readTellerCode = (typed: string): string | undefined => readChecked(typed, 9);

export const tellerCodeHash = (keys: CodeKeys, code: string): Buffer =>
  hmac(keys.codes, `v1|teller|${canonical(code)}`);

/** Invitations and recovery codes: 11 random characters (55 bits) and a check character, `XXXX-XXXX-XXXX`. */
export const createStaffCode = (): string => group(withCheck(randomCharacters(11)), 4);
export const readStaffCode = (typed: string): string | undefined => readChecked(typed, 12);

export const invitationHash = (keys: CodeKeys, code: string): Buffer =>
  hmac(keys.codes, `v1|invitation|${canonical(code)}`);

/** Bound to the person: a code of one is no code of another. */
export const resetHash = (keys: CodeKeys, userId: string, code: string): Buffer =>
  hmac(keys.codes, `v1|reset|${userId}|${canonical(code)}`);

const RECOVERY_CODES = 10;
/** Shown once. Each is good for one sign-in without the second factor. */
export const createRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, createStaffCode);
export const recoveryHash = (keys: CodeKeys, userId: string, code: string): Buffer =>
  hmac(keys.codes, `v1|recovery|${userId}|${canonical(code)}`);

// No vowels (no words) and nothing that looks like another sign in a bad hand: no 0 1 2 5 8, no B I L O S Z.
const REFERENCE = '34679CDFGHJKMNPQRTVWXY';

/** Four characters with at least one letter and one digit: neither a word nor taken for the one-time digits. 150,110 exist. */
export function createPostReference(): string {
  for (;;) {
    const reference = Array.from({ length: 4 }, () => REFERENCE.charAt(randomInt(REFERENCE.length))).join('');
    if (isReference(reference)) return reference;
  }
}

export function readPostReference(typed: string): string | undefined {
  const reference = strip(typed);
  return isReference(reference) ? reference : undefined;
}

/** Four digits that must come back from the post's registered number. The caller sets the expiry and counts the attempts. */
export const createDigits = (): string => String(randomInt(10_000)).padStart(4, '0');

/** Bound to the one command: four digits alone would fit many. */
export const digitsHash = (keys: CodeKeys, commandId: string, digits: string): Buffer =>
  hmac(keys.codes, `v1|digits|${commandId}|${strip(digits)}`);

/**
 * The check is a weighted sum over GF(32) (x^5 + x^2 + 1), the weights being distinct powers of x. So every single wrong
 * character and every exchange of any two characters is noticed, and the check stays within the 32 characters of the code
 * (mod 37 would need `*~$=U`, which keypads and voices do not have).
 */
function withCheck(characters: string): string {
  let sum = 0;
  for (const [at, character] of [...characters].entries())
    sum ^= times(BASE_32.indexOf(character), POWERS[at + 1] ?? 1);
  return characters + BASE_32.charAt(sum);
}

const POWERS = Array.from({ length: 31 }).reduce<number[]>((powers) => [...powers, times(powers.at(-1) ?? 1, 2)], [1]);

function times(left: number, right: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if (right & (1 << bit)) product ^= left << bit;
  for (let bit = 8; bit >= 5; bit--) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
  return product;
}

function readChecked(typed: string, length: number): string | undefined {
  const code = canonical(typed);
  if (code.length !== length || [...code].some((character) => !BASE_32.includes(character))) return undefined;
  return withCheck(code.slice(0, -1)) === code ? code : undefined;
}

const canonical = (typed: string): string => strip(typed).replaceAll('O', '0').replace(/[IL]/g, '1');
const strip = (typed: string): string => typed.toUpperCase().replace(/[\s.\-–—_]/g, '');
const randomCharacters = (count: number): string =>
  Array.from({ length: count }, () => BASE_32.charAt(randomInt(32))).join('');

function group(code: string, size: number): string {
  return code.match(new RegExp(`.{1,${size}}`, 'g'))?.join('-') ?? code;
}

function isReference(text: string): boolean {
  if (text.length !== 4 || [...text].some((character) => !REFERENCE.includes(character))) return false;
  return /\d/.test(text) && /[A-Z]/.test(text);
}
