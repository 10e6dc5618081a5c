// Where the headings of a table are: under a title, in the lower of two rows, on the second sheet. What lies above is no row of it.

export type Cell = string | Date;
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] };
export type Table = {
  columns: readonly string[];
  /** By the row's number in the file; a short row has empty cells at its end. */
  rows: readonly { row: number; cells: readonly Cell[] }[];
  /** Sheets of the workbook that hold something too: only one is read at a time. */
  unread: readonly string[];
};
/** How many of these words are headings that the asker expects. */
export type KnowsHeadings = (words: readonly string[]) => number;

export const MAX_COLUMNS = 100;
const LOOKED_AT = 10;
const MOST_HEADING = 120;
/** One word alone may be the beginning of a title. */
const ENOUGH = 2;

export const textOf = (cell: Cell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '').trim();

const isEmpty = (cell: Cell | undefined): boolean => textOf(cell) === '';

type Row = Table['rows'][number];
type Found = { name: string; rows: readonly Row[]; at: number; known: number };

/** Undefined where nothing stands at all. */
export function toTable(sheets: readonly Sheet[], knows: KnowsHeadings = () => 0): Table | undefined {
  const found = sheets.map((sheet) => findHeading(sheet, knows)).filter(({ rows }) => rows.length > 0);
  const best = mostKnown(found);
  const heading = best?.rows[best.at];
  if (!best || !heading) return undefined;
  const rows = best.rows.slice(best.at + 1);
  const unread = found.filter((one) => one !== best).map(({ name }) => name);
  return { columns: namesOf(heading.cells, rows), rows, unread };
}

function findHeading({ name, rows: all }: Sheet, knows: KnowsHeadings): Found {
  const rows = all.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !cells.every(isEmpty));
  const near = rows.slice(0, LOOKED_AT).map(({ cells }, at) => ({ at, words: cells.map((cell) => textOf(cell)) }));
  const best = mostKnown(near.map(({ at, words }) => ({ at, known: knows(words) })));
  if (best && best.known >= ENOUGH) return { name, rows, ...best };
  const wide = near.find(({ words }) => words.filter((word) => word !== '').length > 1);
  return { name, rows, at: wide?.at ?? 0, known: 0 };
}

function mostKnown<T extends { known: number }>(all: readonly T[]): T | undefined {
  return all.reduce<T | undefined>((best, each) => (best && best.known >= each.known ? best : each), undefined);
}

/** A column that has no name, or that of another, is called by its letter: everything that stands in the table can be chosen. */
function namesOf(heading: readonly Cell[], rows: readonly Row[]): string[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), heading.length);
  const names: string[] = [];
  for (let at = 0; at < Math.min(width, Math.max(heading.length, MAX_COLUMNS)); at += 1) {
    const name = textOf(heading[at]).slice(0, MOST_HEADING);
    const isOwn = name !== '' && !names.includes(name);
    const isBlank = !isOwn && rows.every(({ cells }) => isEmpty(cells[at]));
    names.push(isOwn || isBlank ? name : `${name} (${letterOf(at)})`.trim());
  }
  return names;
}

const LETTERS = 26;
/** `0` → `A`, `26` → `AA`. */
const letterOf = (at: number): string =>
  `${at < LETTERS ? '' : letterOf(Math.floor(at / LETTERS) - 1)}${String.fromCharCode(65 + (at % LETTERS))}`;
