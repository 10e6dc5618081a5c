// APAGAR: out of everybody's sight at once, erased only after a grace. Numbers can be forged, so her own phone is told and may say NAO
// (ADR 0019).
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Via } from '../../../shared/domain/via.ts';
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import type { Heard, ListenTools } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { eraseWithdrawn, findLatestReport, findWithdrawn, setWithdrawn } from './store-reports.ts';
import { tellKept, tellTakenBack } from './tell-of-undo.ts';

/** How far back "take it back" reaches: the retention of raw text. */
const WITHDRAW_DAYS = 180;
/** Two days: her safe hours come round at least once. */
export const GRACE_HOURS = 48;
const hoursAgo = (ctx: Ctx, hours: number): Date => new Date(ctx.now.getTime() - hours * 3_600_000);

type Said = { subjectId?: string };

export async function withdrawReport(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Said> {
  const { contactId } = heard;
  const report = await findLatestReport(ctx, contactId, hoursAgo(ctx, WITHDRAW_DAYS * 24));
  if (report) return takeBack(ctx, heard, { report, tools });
  await queueMessage(ctx, tools, { contactId, template: 'withdrawn.none', evenIfStopped: true });
  return {};
}

type Standing = { report: { id: string; lane: Lane; scopeId: string | null; via: Via }; tools: ListenTools };

/** `heard.contactId` is whose telling it is: her phone is told, whoever's word it was. */
export async function takeBack(ctx: Ctx, heard: Heard, { report, tools }: Standing): Promise<Said> {
  await tellTakenBack(ctx, heard, { subjectId: report.id, via: report.via, tools });
  await setWithdrawn(ctx, report.id, ctx.now);
  const payload = { reportId: report.id, withdrawnAt: ctx.now.toISOString() };
  const runAt = hoursAgo(ctx, -GRACE_HOURS);
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'erase-report', payload, runAt });
  const about = { subjectId: report.id, lane: report.lane, scopeId: report.scopeId, origin: heard.origin };
  await ctx.emit('report.withdrawn', about, { reportId: report.id });
  return { subjectId: report.id };
}

/** Hears the task 'erase-report' at the end of the grace. Idempotent. */
export const eraseReport = (ctx: Ctx, erased: { reportId: string; withdrawnAt: string }): Promise<void> =>
  eraseWithdrawn(ctx, erased.reportId, new Date(erased.withdrawnAt));

/** The telling that NAO would bring back, if its grace still runs. */
export const findInGrace = (ctx: Ctx, contactId: string) => findWithdrawn(ctx, contactId, hoursAgo(ctx, GRACE_HOURS));

/** Of all that she took back, whichever it was. */
export const isInGrace = (ctx: Ctx, { withdrawnAt }: { withdrawnAt: Date | null }): boolean =>
  withdrawnAt !== null && withdrawnAt > hoursAgo(ctx, GRACE_HOURS);

/** It was not her, or she thought better of it: as if it had never been taken back. Her phone is told of this, too. */
export async function keepReport(ctx: Ctx, heard: Heard, { report, tools }: Standing): Promise<void> {
  await setWithdrawn(ctx, report.id, null);
  const about = { subjectId: report.id, lane: report.lane, scopeId: report.scopeId, origin: heard.origin };
  await ctx.emit('report.kept', about, { reportId: report.id });
  await tellKept(ctx, heard, { via: report.via, tools });
}
