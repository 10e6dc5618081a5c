// Ids are random, never sequential or time-ordered: an id must not tell order, volume or moment of a telling.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32, lower case

export const idPrefixes = {
  area: 'ar',
  council: 'co',
  councilStatus: 'cs',
  member: 'me',
  post: 'po',
  responsibility: 'rs',
  referralService: 'sv',
  contact: 'ct',
  route: 'rt',
  vault: 'va',
  user: 'us',
  grant: 'gr',
  invitation: 'iv',
  inbound: 'in',
  part: 'pa',
  report: 're',
  outbound: 'ou',
  question: 'qu',
  command: 'cm',
  call: 'ca',
  callBack: 'cb',
  concern: 'cn',
  brief: 'br',
  answer: 'an',
  todo: 'td',
  ladder: 'la',
  journal: 'jo',
  task: 'ta',
  deed: 'de',
  handset: 'ha',
  batch: 'ba',
  alias: 'al',
  view: 'vw',
  capacity: 'cy',
  closure: 'cl',
  reset: 'rx',
  absence: 'ab',
  flood: 'fl',
  floodGroup: 'fg',
} as const;

export type IdKind = keyof typeof idPrefixes;

/** `cn_` and 26 base-32 characters: 128 random bits. */
export function newId(kind: IdKind): string {
  return `${idPrefixes[kind]}_${base32(freshBytes())}`;
}

const ID_BYTES = 16;
// Drawn 256 at a time, each used once: a call to the system per id is a tenth of what taking a text costs.
const drawn = new Uint8Array(ID_BYTES * 256);
let drawnAt = drawn.length;

function freshBytes(): Uint8Array {
  if (drawnAt === drawn.length) {
    crypto.getRandomValues(drawn);
    drawnAt = 0;
  }
  drawnAt += ID_BYTES;
  return drawn.subarray(drawnAt - ID_BYTES, drawnAt);
}

/** Crockford base 32, lower case, no padding. */
export function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + ALPHABET[(value << (5 - bits)) & 31] : out;
}
