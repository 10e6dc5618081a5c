// Reports that were kept elsewhere: looked at first, then taken in as one batch. Nothing of the file is kept but its rows, masked.

import { UNDO_DAYS } from '../../../shared/domain/import.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { askTask } from '../../db/tasks.ts';
import { type Ctx, takeTime } from '../../db/tx.ts';
import {
  type Epoch,
  findBatch,
  findHomeScope,
  insertBatch,
  type NewBatch,
  readDay,
  readTable,
  setBatchState,
  type Table,
} from '../know/index.ts';
import { bodyHash, inventSource, type ServeKeys, sealText } from '../protect/index.ts';
import { findCellPlace } from './find-cell-place.ts';
import { countHeadings, guessMap, isEnough, signatureOf } from './guess-map.ts';
import { type ReadRow, type ReportMap, type RowFault, type RowWorld, readReportRows } from './read-report-rows.ts';
import { codesOf } from './record-telling.ts';
import { findMap, keepMap } from './store-imported.ts';
import { rowsPlace, type SealedRow } from './take-report-rows.ts';
import type { UnderstandWorld } from './understand-text.ts';

export type ImportTools = {
  keys: ServeKeys;
  world(): Promise<UnderstandWorld>;
  /** Hours that the programme's wall clock is before UTC. */
  zoneHours: number;
  /** Throws `import.gateway` while a real gateway could carry a text to a person (decisions.md 19). */
  refuseWhenSending(): Promise<void>;
};
/** `anywhere`: the importer’s own areas are no bound. */
export type ReportFile = { file: Buffer; map?: ReportMap | undefined; epoch: Epoch; anywhere?: boolean };

const FIRST_ROWS = 12;
const ROWS_A_TASK = 50;

/** What the table would bring. Of a restricted row nothing is shown but where it goes. */
export async function previewReports(ctx: Ctx, given: ReportFile, tools: ImportTools) {
  const table = await readReports(ctx, given.file);
  const { columns, unread } = table;
  const kept = given.map ? undefined : await findMap(ctx, signatureOf(tools.keys, table));
  const map = given.map ?? kept ?? guessMap(columns);
  const told = {
    columns: [...columns],
    unread: [...unread],
    map,
    remembered: kept !== undefined,
    rows: table.rows.length,
  };
  const seen: Seen = { good: 0, restricted: 0, first: [], faults: [] };
  if (!isEnough(map)) return { ...told, ...seen };
  const world = await rowWorld(ctx, given, { tools, anywhere: given.anywhere === true });
  for await (const read of readReportRows(table, map, world)) note(seen, read);
  return { ...told, ...seen };
}

/** A first row that is a report already would be lost as a heading. */
async function readReports(ctx: Ctx, file: Buffer): Promise<Table> {
  await takeTime(ctx);
  const table = await readTable(file, countHeadings);
  const { columns } = table;
  const isDay = (word: string) =>
    /\D/.test(word) && 'day' in readDay(word, { now: ctx.now, epoch: '1900', zoneHours: 0 });
  if (countHeadings(columns) === 0 && columns.some(isDay)) throw problem('import.no-headings');
  return table;
}

type Seen = { good: number; restricted: number; first: ReturnType<typeof toPreview>[]; faults: RowFault[] };

function note(seen: Seen, read: { row: ReadRow } | { fault: RowFault }): void {
  if ('fault' in read) {
    seen.faults.push(read.fault);
    return;
  }
  seen.good += 1;
  if (read.row.lane !== 'ordinary') seen.restricted += 1;
  if (seen.first.length < FIRST_ROWS) seen.first.push(toPreview(read.row));
}

function toPreview({ row, lane, toldAt, place, typeCode, understanding, channel, outcome }: ReadRow) {
  if (lane !== 'ordinary')
    return {
      row,
      restricted: true,
      toldOn: null,
      place: null,
      typeCode: null,
      text: null,
      channel: null,
      outcome: null,
    };
  return {
    row,
    restricted: false,
    toldOn: toldAt.toISOString(),
    place: place?.name ?? null,
    typeCode: typeCode ?? null,
    text: understanding.masked,
    channel,
    outcome: outcome ?? null,
  };
}

/** Rows travel to the unattended side masked and sealed, fifty to a task. */
export async function importReports(
  ctx: Ctx,
  given: ReportFile & { map: ReportMap; source: string },
  tools: ImportTools,
): Promise<{ batchId: string; rows: number; good: number; refused: number; faults: readonly RowFault[] }> {
  await tools.refuseWhenSending();
  const table = await readReports(ctx, given.file);
  const world = await rowWorld(ctx, given, { tools, anywhere: given.anywhere === true });
  const batchId = ctx.id('batch');
  const faults: RowFault[] = [];
  const senders = new Senders();
  const home = given.anywhere === true ? null : await findHomeScope(ctx);
  const waiting: SealedRow[] = [];
  let good = 0;
  const chunks: SealedRow[][] = [];
  for await (const read of readReportRows(table, given.map, world)) {
    if ('fault' in read) {
      faults.push(read.fault);
      continue;
    }
    good += 1;
    waiting.push(toSealedRow(read.row, { keys: tools.keys, senders, home }));
    if (waiting.length === ROWS_A_TASK) chunks.push(waiting.splice(0));
  }
  if (waiting.length > 0) chunks.push(waiting);
  const counts = { rows: table.rows.length, refused: faults.length };
  await insertBatch(ctx, newBatch(batchId, { ...counts, source: given.source, at: ctx.now, empty: good === 0 }));
  await keepMap(ctx, signatureOf(tools.keys, table), given.map);
  for (const rows of chunks) await askRows(ctx, { batchId, rows }, tools.keys);
  const imported = { batchId, kind: 'reports', rows: counts.rows, added: good, refused: counts.refused };
  await ctx.emit('batch.imported', { subjectId: batchId, origin: 'import' }, imported);
  return { batchId, good, ...counts, faults };
}

const newBatch = (
  id: string,
  { rows, refused, source, at, empty }: { rows: number; refused: number; source: string; at: Date; empty: boolean },
): NewBatch => ({
  id,
  kind: 'reports',
  source,
  rows,
  added: 0,
  refused,
  state: empty ? 'done' : 'running',
  scopeId: null,
  at,
  origin: 'import',
});

async function askRows(
  ctx: Ctx,
  { batchId, rows }: { batchId: string; rows: readonly SealedRow[] },
  keys: ServeKeys,
): Promise<void> {
  const id = ctx.id('task');
  const sealed = Buffer.from(sealText(keys, rowsPlace(id), JSON.stringify(rows))).toString('base64');
  await askTask(ctx.tx, { id, hearing: 'take-rows', payload: { batchId, taskId: id, rows: sealed }, runAt: ctx.now });
}

/** One invented contact for all rows of one number; the number itself ends here. */
class Senders {
  readonly #known = new Map<string, ReturnType<typeof inventSource>>();

  of(sender: string | undefined): ReturnType<typeof inventSource> {
    const known = sender === undefined ? undefined : this.#known.get(sender);
    if (known) return known;
    const source = inventSource();
    if (sender !== undefined) this.#known.set(sender, source);
    return source;
  }
}

function toSealedRow(
  row: ReadRow,
  { keys, senders, home }: { keys: ServeKeys; senders: Senders; home: string | null },
): SealedRow {
  const { contactId, sourceKey } = senders.of(row.sender);
  return {
    row: row.row,
    rowKey: bodyHash(keys, `import|${row.sameness}`).toString('base64'),
    contactId,
    sourceKey: sourceKey.toString('base64'),
    toldAt: row.toldAt.toISOString(),
    areaId: row.place?.areaId ?? null,
    scopeId: row.place?.scopeId ?? home,
    typeCode: row.typeCode ?? null,
    typeBy: row.typeBy ?? null,
    lane: row.lane,
    language: row.language,
    danger: row.danger,
    masked: row.understanding.masked,
    codes: codesOf(row.understanding),
    channel: row.channel,
    outcome: row.outcome ?? null,
  };
}

async function rowWorld(
  ctx: Ctx,
  { epoch }: Pick<ReportFile, 'epoch'>,
  { tools, anywhere }: { tools: ImportTools; anywhere: boolean },
): Promise<RowWorld> {
  const world = await tools.world();
  const found = new Map<string, Awaited<ReturnType<RowWorld['findPlace']>>>();
  const findPlace: RowWorld['findPlace'] = async (words) => {
    const key = `${words.place}|${words.district}`;
    if (!found.has(key)) found.set(key, await findCellPlace(ctx, words, { world, anywhere }));
    return found.get(key);
  };
  return { world, now: ctx.now, epoch, zoneHours: tools.zoneHours, findPlace };
}

const DAY_MS = 86_400_000;
export const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_DAYS * DAY_MS);

/** Asks the unattended side, which alone can see whether somebody worked on any of it. */
export async function undoReports(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await findBatch(ctx, batchId);
  if (batch?.kind !== 'reports' || batch.state !== 'done') throw problem('import.not-found', { batchId });
  if (ctx.now > undoUntil(batch.at)) throw problem('import.too-late', { batchId });
  await setBatchState(ctx, batchId, 'running');
  const payload = { batchId };
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'undo-rows', payload, runAt: ctx.now });
}
