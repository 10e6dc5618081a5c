// A workbook is a zip, and a small zip can unpack to a full disk: it is measured before it is opened (protection.md: 100:1, 50 MB).
import { inflateRawSync } from 'node:zlib';
import { problem } from '../../../../shared/kit/problem.ts';

const MAX_ENTRIES = 200;
const MAX_UNPACKED = 50 * 1024 * 1024;
const MAX_RATIO = 100;
/** Small parts compress well and harm nobody. */
const ALWAYS_ALLOWED = 1024 * 1024;

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;

/** Throws `import.unreadable`. What the headers claim is not believed: every part is unpacked against the bound. */
export function refuseBomb(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw problem('import.unreadable');
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) throw problem('import.too-large', { entries: MAX_ENTRIES });
  let at = bytes.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw problem('import.unreadable');
    unpacked += measure(bytes, at, MAX_UNPACKED - unpacked);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function measure(bytes: Buffer, at: number, left: number): number {
  const packed = bytes.readUInt32LE(at + 20);
  const local = bytes.readUInt32LE(at + 42);
  if (local + 30 > bytes.length) throw problem('import.unreadable');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (bytes.readUInt16LE(at + 10) !== DEFLATED) return packed;
  const most = Math.min(left, Math.max(ALWAYS_ALLOWED, packed * MAX_RATIO));
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length;
  } catch (cause) {
    throw problem('import.too-large', { bytes: MAX_UNPACKED }, { cause });
  }
}
