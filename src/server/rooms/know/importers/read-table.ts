// The one reader of tables that people hand in: CSV however it was saved, and XLSX. Cells come out as text or as dates, never as formulas.
import { parse } from 'csv-parse/sync';
import { problem } from '../../../../shared/kit/problem.ts';
import { type Cell, type KnowsHeadings, MAX_COLUMNS, type Sheet, type Table, toTable } from './find-heading.ts';
import { refuseBomb } from './refuse-bomb.ts';

export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
export const MAX_TABLE_ROWS = 20_000;
const LINES_LOOKED_AT = 10;

/** Throws `import.unreadable` for what is no table, `import.too-large` for more than this house reads at once. */
export async function readTable(bytes: Buffer, knows?: KnowsHeadings): Promise<Table> {
  if (bytes.length > MAX_TABLE_BYTES) throw problem('import.too-large', { bytes: MAX_TABLE_BYTES });
  const table = toTable(isZip(bytes) ? await readWorkbook(bytes) : [{ name: '', rows: readCsv(bytes) }], knows);
  if (!table || table.columns.length > MAX_COLUMNS) throw problem('import.unreadable');
  if (table.rows.length > MAX_TABLE_ROWS) throw problem('import.too-large', { rows: MAX_TABLE_ROWS });
  return table;
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  refuseBomb(bytes);
  // Loaded only when a workbook comes: serve stays small.
  const { default: read } = await import('read-excel-file/node');
  try {
    const sheets = await read(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((cells) => cells.map(toCell)) }));
  } catch (cause) {
    throw problem('import.unreadable', {}, { cause });
  }
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return value;
  return value === null || value === undefined ? '' : String(value);
}

function readCsv(bytes: Buffer): Cell[][] {
  // Excel's own line of which sign parts the columns is none of the table; its place is kept, so that rows keep their numbers.
  const text = decode(bytes).replace(/^\uFEFF?sep=.(?=\r|\n)/i, '');
  // A NUL is in no table: a picture or a program was renamed.
  if (text.includes('\u0000')) throw problem('import.unreadable');
  const how = { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true };
  try {
    const rows: string[][] = parse(text, how);
    if (!rows.some((cells) => cells.some(isTorn))) return rows;
  } catch {
    // A quote that never ends: read below.
  }
  return parse(text, { ...how, quote: false });
}

/** A quote that somebody forgot to close takes the lines below into its cell; such a table is read line by line, quotes as they stand. */
const isTorn = (cell: string): boolean => cell.startsWith('"') && cell.includes('\n');

/** UTF-16 by its mark or by its zeros, UTF-8 when it is valid, otherwise what older Excel writes here: Windows-1252. */
function decode(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || isZeroAt(bytes, 1)) return new TextDecoder('utf-16le').decode(bytes);
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || isZeroAt(bytes, 0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const FIRST_LETTERS = 16;

/** Whether every second byte of the first letters is zero and no other, as in Latin letters of two bytes each. */
const isZeroAt = (bytes: Buffer, parity: 0 | 1): boolean =>
  bytes.length > 2 && bytes.subarray(0, FIRST_LETTERS).every((byte, at) => (at % 2 === parity) === (byte === 0));

/** What parts the columns: the sign that stands equally often in most of the first lines, quoted words left out. */
function delimiterOf(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, LINES_LOOKED_AT);
  const counted = [';', '\t', ','].map((sign) => ({ sign, n: agreeing(lines, sign) }));
  return counted.reduce((best, each) => (each.n > best.n ? each : best)).sign;
}

/** More lines first, then more columns. */
function agreeing(lines: readonly string[], sign: string): number {
  const byColumns = Map.groupBy(lines, (line) => line.split(sign).length);
  return Math.max(
    0,
    ...[...byColumns].map(([columns, same]) => (columns > 1 ? same.length * MAX_COLUMNS + columns : 0)),
  );
}
