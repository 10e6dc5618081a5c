// A concern changed lanes: the masked words of its tellings change their place with it, or a coordinator could still read them.
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { openText, type ServeKeys } from '../protect/index.ts';
import { liftCalls, moveCall } from './move-calls.ts';
import { maskedFor } from './record-telling.ts';
import { findReport, updateReport } from './store-reports.ts';

/** Hears 'concern.laned', for every report of the concern. Idempotent. */
export async function moveReports(
  ctx: Ctx,
  move: { reportIds: readonly string[]; lane: Lane },
  keys: ServeKeys,
): Promise<void> {
  for (const reportId of move.reportIds) {
    const report = await findReport(ctx, reportId);
    if (!report || report.lane === move.lane) continue;
    const masked = report.maskedCt
      ? openText(keys, { textClass: report.lane, table: 'listen_report', id: reportId }, report.maskedCt)
      : (report.masked ?? '');
    await updateReport(ctx, reportId, { lane: move.lane, ...maskedFor(keys, { lane: move.lane, reportId, masked }) });
    await moveCall(ctx, reportId, move.lane);
    await liftCalls(ctx, report.contactId, move.lane);
  }
}
