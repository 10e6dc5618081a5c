// The words of Kannel's fake line: what a handset writes to it, and what comes down it to a handset.
import { isGsm7, splitSegments } from '../src/shared/kit/sms.ts';

/** fakesmsc messages (without the two numbers) that carry this text, as a handset would cut it. */
export function linesOf(text: string): string[] {
  // fakesmsc has no parts in UCS-2: such a text goes whole, however long.
  if (!/^[ -~]*$/.test(text) || !isGsm7(text)) return [`ucs2 ${urlEncode(Buffer.from(text, 'utf16le').swap16())}`];
  const parts = splitSegments(text);
  if (parts.length === 1) return [`text ${text}`];
  const reference = text.length % 256;
  return parts.map(
    (part, at) => `udh-text ${urlEncode(Buffer.from([5, 0, 3, reference, parts.length, at + 1]))} ${part}`,
  );
}

export type FakeLine = { number: string; text: string; part?: { reference: string; of: number } };

/** `82000 258841234567 udh %05%00%03%2A%02%01 data ol%E1` → whose, what, and which part of how many. */
export function readFakeLine(line: string): FakeLine | undefined {
  const [, number, kind, rest] = /^\S+ \+?(\d+) (text|data|ucs-2|udh) ?(.*)$/.exec(line) ?? [];
  if (number === undefined || kind === undefined || rest === undefined) return undefined;
  if (kind === 'text') return { number, text: rest };
  if (kind === 'ucs-2') return { number, text: utf16(urlDecode(rest)) };
  if (kind === 'data') return { number, text: eitherText(urlDecode(rest)) };
  const [, header = '', inner = '', payload = ''] = /^(\S+) (text|data) ?(.*)$/.exec(rest) ?? [];
  const udh = urlDecode(header);
  const text = inner === 'text' ? payload : eitherText(urlDecode(payload));
  return { number, text, part: { reference: String(udh[3]), of: udh[4] ?? 1 } };
}

const urlEncode = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const urlDecode = (text: string): Buffer =>
  Buffer.concat(
    [...text.matchAll(/%([0-9a-fA-F]{2})|([^%]+)/g)].map(([, hex, plain]) =>
      hex === undefined ? Buffer.from((plain ?? '').replaceAll('+', ' ')) : Buffer.from(hex, 'hex'),
    ),
  );

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le');

/** The line does not say the coding of a part: text in UCS-2 shows itself by its zeros, or by being no UTF-8. */
function eitherText(bytes: Buffer): string {
  const plain = bytes.toString('utf8');
  const wide = bytes.length % 2 === 0 && (bytes.includes(0) || plain.includes('\ufffd'));
  return wide ? utf16(bytes) : plain;
}
