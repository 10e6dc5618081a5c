// Reports that were kept on paper or in spreadsheets: looked at, taken in as a batch, taken back.
import { z } from 'zod';
import { batchStates, importChannels, importOutcomes, reportFields, rowReasons } from '../domain/import.ts';
import { withoutNumber } from '../kit/text.ts';
import { route } from './route.ts';
import { Id, IdParams, Moment, Nothing, TypeCode } from './shapes.ts';

const MOST_BASE64 = 7_000_000;
const MAX_BYTES = 7_200_000;
const Heading = z.string().max(200);
/** Field → heading of its column. */
export const ReportMap = z.partialRecord(z.enum(reportFields), Heading);
export type ReportMap = z.infer<typeof ReportMap>;

const File = z.base64().max(MOST_BASE64);
const Epoch = z.enum(['1900', '1904']).default('1900');
export const RowFault = z.strictObject({ row: z.int(), reason: z.enum(rowReasons) });

/** A row as it was understood; of a restricted one nothing but where it goes. */
export const PreviewRow = z.strictObject({
  row: z.int(),
  restricted: z.boolean(),
  toldOn: z.string().nullable(),
  place: z.string().nullable(),
  typeCode: TypeCode.nullable(),
  text: z.string().nullable(),
  channel: z.enum(importChannels).nullable(),
  outcome: z.enum(importOutcomes).nullable(),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const previewReports = route({
  method: 'POST',
  path: '/api/imports/reports/preview',
  summary: 'What a table of reports would bring; nothing is kept',
  maxBytes: MAX_BYTES,
  takesTime: true,
  body: z.strictObject({ file: File, map: ReportMap.optional(), epoch: Epoch }),
  response: z.strictObject({
    columns: z.array(Heading),
    /** Other sheets of the workbook that hold something. */
    unread: z.array(Heading),
    map: ReportMap,
    remembered: z.boolean(),
    rows: z.int(),
    good: z.int(),
    restricted: z.int(),
    first: z.array(PreviewRow),
    faults: z.array(RowFault),
  }),
});

/** Where the table comes from, in words: no number in it. */
export const MOST_SOURCE = 60;
export const SourceLabel = z.string().trim().min(2).max(MOST_SOURCE).regex(withoutNumber);
export const importReports = route({
  method: 'POST',
  path: '/api/imports/reports',
  summary: 'Take a table of reports in, as one batch',
  maxBytes: MAX_BYTES,
  takesTime: true,
  body: z.strictObject({ file: File, map: ReportMap, epoch: Epoch, source: SourceLabel }),
  response: z.strictObject({ batchId: Id, rows: z.int(), good: z.int(), refused: z.int() }),
});

export const BatchView = z.strictObject({
  id: Id,
  source: z.string(),
  at: Moment,
  rows: z.int(),
  added: z.int(),
  known: z.int(),
  refused: z.int(),
  state: z.enum(batchStates),
  inUse: z.boolean(),
  undoUntil: Moment.nullable(),
});
export type BatchView = z.infer<typeof BatchView>;
export const listBatches = route({
  method: 'GET',
  path: '/api/imports',
  summary: 'My imports, newest first',
  response: z.strictObject({ batches: z.array(BatchView) }),
});
export const undoBatch = route({
  method: 'POST',
  path: '/api/imports/:id/undo',
  summary: 'Take an import back, while nobody has worked on what it brought',
  params: IdParams,
  response: Nothing,
});
