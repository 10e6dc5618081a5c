// A number enters, pseudonyms leave. One number has a different pseudonym for each purpose and period, and nothing but the
// key file links them. The number itself lives in a local variable and in sealed routes.
import { parsePhoneNumberFromString as parsePhone } from 'libphonenumber-js/max';
import { fold } from '../../../shared/kit/text.ts';
import { hmac } from './cipher.ts';
import type { ServeKeys } from './keys.ts';
import { pepperAt, periodOf, type RotatingPurpose } from './peppers.ts';

/** Where a number without a country code is at home: set by configuration. */
export const homeCountries = ['MZ', 'MW', 'TZ', 'ZW', 'ZM', 'ZA', 'SZ'] as const;
export type HomeCountry = (typeof homeCountries)[number];

export type Address = string & { readonly __brand: 'Address' };

/**
 * The one spelling of whoever sent a text: E.164, or `alpha:` and the folded text for a word or a short code, which nobody can
 * be called back on.
 * @example toAddress('84 123 4567', 'MZ') === toAddress('00258841234567', 'MZ') // +258841234567
 */
export function toAddress(from: string, country: HomeCountry): Address {
  const spelt = from
    .normalize('NFKC')
    .replace(/^(tel|sms|smsto):/i, '')
    .trim();
  const digits = spelt.replace(/\D/g, '');
  const isWord = /\p{L}/u.test(spelt);
  const number = isWord || digits.length <= SHORT_CODE_DIGITS ? undefined : findNumber(spelt, digits, country);
  return branded(number ?? `alpha:${isWord ? fold(spelt) : digits || fold(spelt)}`);
}

export const isPhone = (address: Address): boolean => address.startsWith('+');

/** Whether somebody could be called back on what was typed. */
export const readsAsPhone = (typed: string, country: HomeCountry): boolean => isPhone(toAddress(typed, country));

export type Pseudonyms = {
  /** Members, posts, opt-outs: as long as the programme. */
  registry: Buffer;
  /** Look up both, store the current one. */
  conversation: { current: Buffer; previous: Buffer };
  /** Counting independent sources. */
  corroborate: Buffer;
  /** Flood limits. */
  abuse: Buffer;
  /** The number's neighbourhood, its last three digits aside, for the same purpose; a word or short code has none. */
  range: Buffer | undefined;
};

export function pseudonymsOf(keys: Pick<ServeKeys, 'deployment' | 'peppers'>, address: Address, now: Date): Pseudonyms {
  const rotating = (purpose: RotatingPurpose, back = 0) => {
    const pepper = pepperAt(keys.peppers[purpose], periodOf(purpose, now) - back);
    return pseudonym(pepper, `v1|${purpose}|${keys.deployment}|${address}`);
  };
  return {
    // Made only when asked for: a sender whom the contact book remembers needs neither of these two.
    get registry() {
      return pseudonym(keys.peppers.registry, `v1|registry|${keys.deployment}|${address}`);
    },
    conversation: {
      current: rotating('conversation'),
      get previous() {
        return rotating('conversation', 1);
      },
    },
    corroborate: rotating('corroborate'),
    abuse: rotating('abuse'),
    get range() {
      if (!isPhone(address)) return undefined;
      const pepper = pepperAt(keys.peppers.abuse, periodOf('abuse', now));
      return pseudonym(pepper, `v1|range|${keys.deployment}|${address.slice(0, -RANGE_DIGITS)}`);
    },
  };
}

/** The same text from the same gateway again, for ever: one key, no date in it (a repeat may come after midnight or a restart). */
export function dedupeKey(keys: Pick<ServeKeys, 'dedupe'>, gateway: string, externalId: string): Buffer {
  return pseudonym(keys.dedupe, `v1|dedupe|${gateway.length}|${gateway}|${externalId}`);
}

/** What a delivery report is matched by: the gateway's own id of a text is somebody else's record of her. */
export function providerKey(keys: Pick<ServeKeys, 'provider'>, gateway: string, providerId: string): Buffer {
  return pseudonym(keys.provider, `v1|provider|${gateway.length}|${gateway}|${providerId}`);
}

/** Tells a repeat from another text under the same key. Keyed: an unkeyed hash would confirm a guessed text after it was erased. */
export function bodyHash(keys: Pick<ServeKeys, 'dedupe'>, text: string): Buffer {
  return pseudonym(keys.dedupe, `v1|body|${text}`);
}

const SHORT_CODE_DIGITS = 6;
const RANGE_DIGITS = 3;
const pseudonym = (key: Uint8Array, text: string): Buffer => hmac(key, text).subarray(0, 16);
const branded = (address: string) => address as Address;

// Gateways drop the plus, write 00, keep a trunk 0. A valid reading wins; then a possible one (a range newer than our metadata).
function findNumber(spelt: string, digits: string, country: HomeCountry): string | undefined {
  const spellings = spelt.startsWith('+') ? [spelt] : [spelt, `+${digits}`, digits.replace(/^0+/, '')];
  const readings = spellings.map((one) => parsePhone(one, country)).filter((one) => one !== undefined);
  const best = readings.find((one) => one.isValid()) ?? readings.find((one) => one.isPossible());
  return best?.number;
}
