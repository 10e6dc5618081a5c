// Makes a browser's PNG small enough for a README: 256 colours instead of 16 million. A screen has few; letters' edges lose nothing that is seen.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

export function shrinkPicture(png: Buffer): Buffer {
  const { header, pixels } = readChunks(png);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const depth = header.readUInt8(9) === 6 ? 4 : 3;
  if (header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0) throw new Error('not a picture as a browser takes it');
  const raw = unfilter(inflateSync(pixels), { row: width * depth, height, depth });
  const colours = Array.from({ length: width * height }, (_, at) => raw.readUIntBE(at * depth, 3));
  const palette = commonest(colours);
  const place = new Map(palette.map((colour, at) => [colour, at]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, colour] of colours.entries())
    rows[at + Math.floor(at / width) + 1] = place.get(colour) ?? placeNearest(colour, palette, place);
  const newHeader = Buffer.from(header);
  newHeader.writeUInt8(3, 9);
  const table = Buffer.concat(palette.map((colour) => Buffer.from([colour >> 16, (colour >> 8) & 255, colour & 255])));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', newHeader),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): { header: Buffer; pixels: Buffer } {
  const parts: Buffer[] = [];
  let header = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (name === 'IHDR') header = Buffer.from(body);
    if (name === 'IDAT') parts.push(body);
  }
  return { header, pixels: Buffer.concat(parts) };
}

/** PNG, 9.2: every row was written as its difference from what stands left and above. */
function unfilter(data: Buffer, { row, height, depth }: { row: number; height: number; depth: number }): Buffer {
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = data.readUInt8(y * (row + 1));
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x < depth ? 0 : out.readUInt8(at - depth);
      const up = y === 0 ? 0 : out.readUInt8(at - row);
      const corner = Math.min(x - depth, y - 1) < 0 ? 0 : out.readUInt8(at - row - depth);
      out[at] = data.readUInt8(at + y + 1) + guess(filter, { left, up, corner });
    }
  }
  return out;
}

type Around = { left: number; up: number; corner: number };

function guess(filter: number, { left, up, corner }: Around): number {
  return [0, left, up, (left + up) >> 1, paeth({ left, up, corner })][filter] ?? 0;
}

function paeth({ left, up, corner }: Around): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function commonest(colours: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted((a, b) => b[1] - a[1]);
  return byCount.slice(0, COLOURS).map(([colour]) => colour);
}

function placeNearest(colour: number, palette: readonly number[], place: Map<number, number>): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const distance =
      ((colour >> 16) - (other >> 16)) ** 2 +
      (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
      ((colour & 255) - (other & 255)) ** 2;
    if (distance < least) [nearest, least] = [at, distance];
  }
  place.set(colour, nearest);
  return nearest;
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
