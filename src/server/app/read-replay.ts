// Reads a table of real reports as texts of invented senders, row by row: broken quotes, missing cells and odd dates included.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { problem } from '../../shared/kit/problem.ts';

/** Which column of the file holds what. Only `text` is needed; `author` lets rows share a sender. */
const fields = ['id', 'text', 'title', 'at', 'place', 'author'] as const;
type Field = (typeof fields)[number];
export type ReplayMap = Readonly<Partial<Record<Field, string>> & { text: string }>;

export type ReplayRow = {
  externalId: string;
  /** An invented number that no operator has. */
  from: string;
  text: string;
  sentAt?: Date;
  /** The end was cut off: longer than a gateway call may be. */
  shortened: boolean;
};

/**
 * Throws `request.invalid` for a field that does not exist or a map without `text`.
 * @example readReplayMap('text=text,title=title,at=datetime,place=location,id=id')
 */
export function readReplayMap(words: string): ReplayMap {
  const pairs = words.split(',').map((pair) => pair.split('=', 2).map((part) => part.trim()));
  const Columns = z.strictObject({ text: z.string().min(1), ...optionalFields });
  const read = Columns.safeParse(Object.fromEntries(pairs));
  if (!read.success) throw problem('request.invalid', { field: 'map' }, { cause: read.error });
  const { text, ...others } = read.data;
  return { text, ...Object.fromEntries(Object.entries(others).filter(([, column]) => column !== undefined)) };
}

const column = z.string().min(1).optional();
const optionalFields = { id: column, title: column, at: column, place: column, author: column };

const Cells = z.record(z.string(), z.string());

/** The rows in the order of the file. Throws `request.invalid` when the file has no such column or ends inside a quote. */
export async function* readReplay(file: string, { map }: { map: ReplayMap }): AsyncGenerator<ReplayRow> {
  const parser = parse({
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  createReadStream(file)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  const senders = new Senders();
  const ids = new Ids(file);
  let line = 0;
  try {
    for await (const record of parser) {
      line += 1;
      const cells = Cells.parse(record);
      if (line === 1) checkColumns(map, cells);
      const id = ids.next(cellOf(cells, map.id) || `row-${line}`);
      const at = readMoment(cellOf(cells, map.at));
      const author = cellOf(cells, map.author);
      yield {
        externalId: id,
        from: senders.numberOf(author === '' ? id : `author ${author}`),
        ...shortenToFit(textOf(cells, map)),
        ...(at === undefined ? {} : { sentAt: at }),
      };
    }
  } catch (cause) {
    if (isCsvFault(cause)) throw problem('request.invalid', { field: 'file', row: line + 1 }, { cause });
    throw cause;
  }
}

const isCsvFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_');

/** A column that the first row lacks is a mistake in the map; one that a later row lacks is an empty cell. */
function checkColumns(map: ReplayMap, cells: Record<string, string>): void {
  const missing = Object.values(map).find((name) => !Object.hasOwn(cells, name));
  if (missing !== undefined) throw problem('request.invalid', { field: 'map', column: missing });
}

const cellOf = (cells: Record<string, string>, name: string | undefined): string =>
  name === undefined ? '' : (cells[name] ?? '').trim();

/** Title and text, once where one begins with the other, and the place behind them unless they name it. */
function textOf(cells: Record<string, string>, map: ReplayMap): string {
  const title = cellOf(cells, map.title);
  const text = cellOf(cells, map.text);
  const place = cellOf(cells, map.place);
  const told = text.startsWith(title) ? text : [title, text].filter((part) => part !== '').join('\n');
  return place === '' || told.includes(place) ? told : `${told}\n${place}`;
}

// A gateway call may have 16 KiB with everything around the text; JSON writes some letters with six bytes.
const MOST_BYTES = 15 * 1024;
const jsonBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

function shortenToFit(text: string): { text: string; shortened: boolean } {
  const whole = text.toWellFormed();
  if (jsonBytes(whole) <= MOST_BYTES) return { text: whole, shortened: false };
  let kept = '';
  let bytes = 2;
  for (const character of whole) {
    bytes += jsonBytes(character) - 2;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return { text: kept, shortened: true };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A moment without a zone is read as UTC; what is no date is left out: the day of a report must not cost the report. */
function readMoment(words: string): Date | undefined {
  if (!MOMENT.test(words)) return undefined;
  const iso = words.replace(' ', 'T');
  const moment = new Date(/T/.test(iso) && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The same number for the same key in every run over the same file, and never one number for two keys. */
class Senders {
  readonly #known = new Map<string, string>();
  readonly #given = new Set<number>();

  numberOf(key: string): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let last = hash(key) % SENDERS;
    while (this.#given.has(last)) last = (last + 1) % SENDERS;
    this.#given.add(last);
    const number = `+25880${String(1_000_000 + last)}`;
    this.#known.set(key, number);
    return number;
  }
}

/** No operator has numbers that begin with 80, and the simulated phones lie below these. */
const SENDERS = 8_999_999;

/** Keys of the gateway: of this file, and a second row under the same id is a second text. */
class Ids {
  readonly #file: string;
  readonly #seen = new Map<string, number>();

  constructor(file: string) {
    this.#file = hash(basename(file)).toString(36);
  }

  next(id: string): string {
    const short = id.length <= MOST_ID ? id : `${id.slice(0, MOST_ID)}~${hash(id).toString(36)}`;
    const times = (this.#seen.get(short) ?? 0) + 1;
    this.#seen.set(short, times);
    return `${this.#file}:${short}${times === 1 ? '' : `#${times}`}`;
  }
}

const MOST_ID = 80;

/** FNV-1a, 32 bits: spreads, protects nothing. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
