// The one reader of tables that people hand in: CSV however it was saved, and XLSX. Cells come out as text or as dates, never as formulas.
import { parse } from 'csv-parse/sync';
import { problem } from '../../../../shared/kit/problem.ts';
import { refuseBomb } from './refuse-bomb.ts';

export type Cell = string | Date;
export type Table = {
  columns: readonly string[];
  /** By the row's number in the file, the heading being 1; a short row has empty cells at its end. */
  rows: readonly { row: number; cells: readonly Cell[] }[];
};

export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
export const MAX_TABLE_ROWS = 20_000;
const MAX_COLUMNS = 100;

/** Throws `import.unreadable` for what is no table, `import.too-large` for more than this house reads at once. */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length > MAX_TABLE_BYTES) throw problem('import.too-large', { bytes: MAX_TABLE_BYTES });
  const sheet = isZip(bytes) ? await readSheet(bytes) : readCsv(bytes);
  const filled = sheet.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !cells.every(isEmpty));
  const [heading, ...rows] = filled;
  if (!heading || heading.cells.length > MAX_COLUMNS) throw problem('import.unreadable');
  if (rows.length > MAX_TABLE_ROWS) throw problem('import.too-large', { rows: MAX_TABLE_ROWS });
  return { columns: heading.cells.map((cell) => textOf(cell)), rows };
}

export const textOf = (cell: Cell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '').trim();

const isEmpty = (cell: Cell): boolean => !(cell instanceof Date) && cell.trim() === '';
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

async function readSheet(bytes: Buffer): Promise<Cell[][]> {
  refuseBomb(bytes);
  // Loaded only when a workbook comes: serve stays small.
  const { readSheet: read } = await import('read-excel-file/node');
  try {
    const rows = await read(bytes);
    return rows.map((cells) => cells.map(toCell));
  } catch (cause) {
    throw problem('import.unreadable', {}, { cause });
  }
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return value;
  return value === null || value === undefined ? '' : String(value);
}

function readCsv(bytes: Buffer): Cell[][] {
  const text = decode(bytes);
  // A NUL is in no table: a picture or a program was renamed.
  if (text.includes('\u0000')) throw problem('import.unreadable');
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true });
  } catch (cause) {
    throw problem('import.unreadable', {}, { cause });
  }
}

/** UTF-16 by its mark, UTF-8 when it is valid, otherwise what older Excel writes here: Windows-1252. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What parts the columns of the heading: the sign that stands in it most often, quoted words left out. */
function delimiterOf(text: string): string {
  const heading = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)[0] ?? '';
  const counted = [';', '\t', ','].map((sign) => ({ sign, n: heading.split(sign).length }));
  return counted.reduce((most, each) => (each.n > most.n ? each : most)).sign;
}
