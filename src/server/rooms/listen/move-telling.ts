// NOVO NUMERO and her code: what is said about a telling goes to the phone that wrote this. At once, because the old one may be in other
// hands; and for two days the old one may say NAO, because the code may be (ADR 0069).
import { askTask } from '../../db/tasks.ts';
import type { Ctx } from '../../db/tx.ts';
import { hasRoute, lockWishes, updateWishes } from '../protect/index.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { queueMessage } from './outbox.ts';
import {
  deleteMovesSince,
  deleteMovesUntil,
  findMove,
  giveToContact,
  insertMove,
  suppressAbout,
} from './store-moves.ts';
import { findReport } from './store-reports.ts';
import { keepReport } from './withdraw-report.ts';

const GRACE_HOURS = 48;
const hoursFrom = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const graceOf = ({ now }: Ctx): Date => hoursFrom(now, -GRACE_HOURS);

/** `heard` is of the new phone. `reportId` is absent when the code opened nothing that can be moved. */
export async function moveToPhone(
  ctx: Ctx,
  heard: Heard,
  { reportId, tools }: { reportId: string | undefined; tools: ListenTools },
): Promise<Outcome> {
  const { contactId } = heard;
  const report = reportId === undefined ? undefined : await findReport(ctx, reportId);
  const left = report && (await findMove(ctx, { reportId: report.id, fromContact: contactId }, graceOf(ctx)));
  // It went from this very phone: as good as its NAO, and whoever had it in between says none.
  if (left) return takeHome(ctx, heard, { report, movedAt: left.movedAt, tools });
  const mayMove = report && !report.withdrawnAt && (await hasRoute(ctx, contactId));
  await queueMessage(ctx, tools, { contactId, template: mayMove ? 'number.moved' : 'number.unknown' });
  if (!mayMove) return { kind: 'reply' };
  if (report.contactId === contactId) return { kind: 'reply', subjectId: report.id };
  const before = await lockWishes(ctx, report.contactId);
  // Her hours are of her life, not of her telephone.
  if (heard.wishes.safeFrom === null)
    await updateWishes(ctx, contactId, { safeFrom: before.safeFrom, safeTo: before.safeTo });
  const movedAt = ctx.now;
  await insertMove(ctx, { reportId: report.id, fromContact: report.contactId, movedAt });
  const payload = { reportId: report.id, movedAt: movedAt.toISOString() };
  await askTask(ctx.tx, { id: ctx.id('task'), hearing: 'end-move', payload, runAt: hoursFrom(ctx.now, GRACE_HOURS) });
  await move(ctx, { report, from: report.contactId, to: contactId, codeEnds: false }, tools);
  if (await hasRoute(ctx, report.contactId))
    await queueMessage(ctx, tools, { contactId: report.contactId, template: 'number.left', mustReach: true });
  return { kind: 'reply', subjectId: report.id };
}

type Moving = {
  report: NonNullable<Awaited<ReturnType<typeof findReport>>>;
  from: string;
  to: string;
  codeEnds: boolean;
};

/** What waited to be said there is said here; an open question is asked again, for this phone has not read it. */
async function move(ctx: Ctx, { report, from, to, codeEnds }: Moving, tools: ListenTools): Promise<void> {
  const subjectId = report.id;
  const waiting = await suppressAbout(ctx, { contactId: from, subjectId });
  const asked = (await giveToContact(ctx, subjectId, to)).map((kind) => `ask.${kind}`);
  for (const template of new Set([...waiting, ...asked]))
    if (/^(?:answer\.|ask\.(?:clear|solved)$)/.test(template))
      await queueMessage(ctx, tools, { contactId: to, template, subjectId });
  const about = { subjectId, lane: report.lane, scopeId: report.scopeId, origin: report.origin };
  await ctx.emit('report.moved', about, { reportId: subjectId, codeEnds });
}

/** NAO from the old phone: everything is as before, and the code that was in other hands opens nothing any more. */
export async function hearNotMoved(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const moved = await findMove(ctx, { fromContact: heard.contactId }, graceOf(ctx));
  const report = moved && (await findReport(ctx, moved.reportId));
  return report && takeHome(ctx, heard, { report, movedAt: moved.movedAt, tools });
}

type Returning = { report: Moving['report']; movedAt: Date; tools: ListenTools };

async function takeHome(ctx: Ctx, heard: Heard, { report, movedAt, tools }: Returning): Promise<Outcome> {
  const { contactId } = heard;
  await deleteMovesSince(ctx, { reportId: report.id, movedAt });
  await move(ctx, { report, from: report.contactId, to: contactId, codeEnds: true }, tools);
  // What was taken back from that phone was not taken back by her.
  if (report.withdrawnAt && report.withdrawnAt >= movedAt) await keepReport(ctx, heard, { report, tools });
  await queueMessage(ctx, tools, { contactId, template: 'number.kept', mustReach: true });
  return { kind: 'reply', subjectId: report.id };
}

/** Hears the task 'end-move' at the end of the grace: nothing says any more which phone it was. */
export const endMove = (ctx: Ctx, ended: { reportId: string; movedAt: string }): Promise<void> =>
  deleteMovesUntil(ctx, { reportId: ended.reportId, movedAt: new Date(ended.movedAt) });
