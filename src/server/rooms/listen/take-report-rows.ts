// The unattended side of an import: fifty rows a task become reports, each of an invented contact that nobody can text.
import { z } from 'zod';
import { importChannels, importOutcomes } from '../../../shared/domain/import.ts';
import { lanes } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { countTaken, findRootArea, settleUndo } from '../know/index.ts';
import { openText, registerInvented, type ServeKeys } from '../protect/index.ts';
import { maskedFor } from './record-telling.ts';
import { forgetImported, insertImported, listKnownRows, listReportsOf } from './store-imported.ts';
import { eraseWithdrawn, insertInterpretation, insertReport, setWithdrawn } from './store-reports.ts';

const SealedRow = z.strictObject({
  row: z.int(),
  rowKey: z.base64(),
  contactId: z.string(),
  sourceKey: z.base64(),
  toldAt: z.iso.datetime(),
  areaId: z.string().nullable(),
  scopeId: z.string().nullable(),
  typeCode: z.string().nullable(),
  typeBy: z.enum(['code', 'free-text']).nullable(),
  lane: z.enum(lanes),
  language: z.string(),
  danger: z.boolean(),
  masked: z.string(),
  codes: z.record(z.string(), z.unknown()),
  channel: z.enum(importChannels),
  outcome: z.enum(importOutcomes).nullable(),
});
export type SealedRow = z.output<typeof SealedRow>;

export const TakeRows = z.object({ batchId: z.string(), taskId: z.string(), rows: z.base64() });

/** Content never lies plain in a task (docs/decisions/0014-translations-travel-sealed.md). */
export const rowsPlace = (taskId: string) => ({ textClass: 'raw', table: 'task', id: taskId }) as const;

/** Hears the task 'take-rows'. A row that some batch brought before is counted as known. */
export async function takeReportRows(ctx: Ctx, task: z.output<typeof TakeRows>, keys: ServeKeys): Promise<void> {
  const opened = openText(keys, rowsPlace(task.taskId), Buffer.from(task.rows, 'base64'));
  const rows = z.array(SealedRow).parse(JSON.parse(opened));
  const known = await listKnownRows(
    ctx,
    rows.map((row) => Buffer.from(row.rowKey, 'base64')),
  );
  const fresh = rows.filter((row) => !known.has(Buffer.from(row.rowKey, 'base64').toString('hex')));
  const rootId = (await findRootArea(ctx))?.id ?? null;
  for (const row of fresh) await fileRow(ctx, row, { batchId: task.batchId, rootId, keys });
  const counts = { added: fresh.length, known: rows.length - fresh.length };
  await countTaken(ctx, task.batchId, counts);
}

async function fileRow(
  ctx: Ctx,
  row: SealedRow,
  { batchId, rootId, keys }: { batchId: string; rootId: string | null; keys: ServeKeys },
): Promise<void> {
  const { lane, language, danger, typeCode, typeBy, areaId, contactId } = row;
  const reportId = ctx.id('report');
  const scopeId = row.scopeId ?? rootId;
  await registerInvented(ctx, contactId);
  await insertReport(ctx, {
    id: reportId,
    contactId,
    sourceKey: Buffer.from(row.sourceKey, 'base64'),
    councilId: null,
    lane,
    typeCode,
    typeBy,
    areaId,
    scopeId,
    placeBy: areaId === null ? 'none' : 'name',
    language,
    danger,
    zero: false,
    ...maskedFor(keys, { lane, reportId, masked: row.masked }),
    toldAt: new Date(row.toldAt),
    origin: 'import',
  });
  await insertInterpretation(ctx, { reportId, version: 1, by: 'rule', grammar: 'import/1', understanding: row.codes });
  const { channel, outcome } = row;
  await insertImported(ctx, {
    reportId,
    batchId,
    row: row.row,
    rowKey: Buffer.from(row.rowKey, 'base64'),
    channel,
    outcome,
  });
  await ctx.emit('report.told', { subjectId: reportId, lane, scopeId, origin: 'import' }, { reportId });
}

/** Hears the task 'undo-rows'. All or nothing: where somebody worked on one of them, the batch stays and says so. */
export async function undoReportRows(
  ctx: Ctx,
  batchId: string,
  hasWork: (reportIds: readonly string[]) => Promise<boolean>,
): Promise<void> {
  const reportIds = await listReportsOf(ctx, batchId);
  if (await hasWork(reportIds)) return settleUndo(ctx, batchId, 'in-use');
  for (const reportId of reportIds) {
    await setWithdrawn(ctx, reportId, ctx.now);
    await eraseWithdrawn(ctx, reportId, ctx.now);
    await ctx.emit('report.withdrawn', { subjectId: reportId, origin: 'import' }, { reportId });
  }
  await forgetImported(ctx, batchId);
  await settleUndo(ctx, batchId, 'undone');
  await ctx.emit('batch.undone', { subjectId: batchId, origin: 'import' }, { batchId });
}
