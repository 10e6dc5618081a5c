// What one SMS can carry: GSM-7 or UCS-2, how many segments a text takes, and Portuguese brought down to GSM-7 (3GPP TS 23.038).
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** Septets of each character: 1 in the default alphabet, 2 behind the escape. Lower-case ç, ã, õ, á, í, ó, ú, â, ê, ô are in neither. */
const septets: ReadonlyMap<string, number> = new Map([
  ...[...BASIC].map((character): [string, number] => [character, 1]),
  ...[...EXTENSION].map((character): [string, number] => [character, 2]),
]);

export type Coding = 'gsm-7' | 'ucs-2';

/** `units` are septets (GSM-7) or 16-bit units (UCS-2); `perSegment` is the room of each segment at this length. */
export type Segmentation = { coding: Coding; units: number; segments: number; perSegment: number };

/** @example segmentsOf('Recebido. Obrigado.') // { coding: 'gsm-7', units: 19, segments: 1, perSegment: 160 } */
export function segmentsOf(text: string): Segmentation {
  const coding = codingOf(text);
  const units = unitsOf(text, coding);
  const segments = splitSegments(text).length;
  return { coding, units, segments, perSegment: room(coding, segments === 1) };
}

/** The text as it is cut for the air: no pair of UTF-16 units and no escaped character is ever split. */
export function splitSegments(text: string): string[] {
  const coding = codingOf(text);
  if (unitsOf(text, coding) <= room(coding, true)) return [text];
  const limit = room(coding, false);
  const parts: string[] = [];
  let part = '';
  let filled = 0;
  for (const character of text) {
    const width = unitsOf(character, coding);
    if (filled + width > limit) {
      parts.push(part);
      part = '';
      filled = 0;
    }
    part += character;
    filled += width;
  }
  return [...parts, part];
}

export function isGsm7(text: string): boolean {
  for (const character of text) if (!septets.has(character)) return false;
  return true;
}

export const codingOf = (text: string): Coding => (isGsm7(text) ? 'gsm-7' : 'ucs-2');

/** The nearest text that GSM-7 can carry: accents fall, quotes and dashes become plain, pictures go, foreign letters become `?`. */
export function toGsm7(text: string): string {
  let plain = '';
  for (const character of text.normalize('NFC')) plain += septets.has(character) ? character : plainOf(character);
  return plain;
}

// Two parts of a long text lose 6 octets each to the header that joins them again.
const room = (coding: Coding, alone: boolean): number => {
  if (coding === 'gsm-7') return alone ? 160 : 153;
  return alone ? 70 : 67;
};

function unitsOf(text: string, coding: Coding): number {
  if (coding === 'ucs-2') return text.length;
  let units = 0;
  for (const character of text) units += septets.get(character) ?? 1;
  return units;
}

const likenesses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟«»″',
    "'": '‘’‚‛´`′ʼ',
    '-': '‐‑‒–—―−•·',
    '...': '…',
    ' ': '\t\u00a0\u2002\u2003\u2009\u202f',
    a: 'ª',
    o: 'º°',
    x: '×',
    '': '\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff',
  }).flatMap(([plain, likes]) => [...likes].map((like): [string, string] => [like, plain])),
);

function plainOf(character: string): string {
  const like = likenesses.get(character);
  if (like !== undefined) return like;
  const bare = character
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace('\u2044', '/');
  if (bare !== '' && isGsm7(bare)) return bare;
  return /[\p{L}\p{N}]/u.test(character) ? '?' : '';
}

/** GSM-7 in 160 octets: what every network carries in one USSD answer. */
export const USSD_ROOM = 182;
