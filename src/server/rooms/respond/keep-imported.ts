// A telling from an import is history: a concern that can be read and worked, with no clock, no ladder, no rule that releases it.
import type { Ctx } from '../../db/tx.ts';
import { checkHarm } from './check-harm.ts';
import { minutesAfter } from './hold-concern.ts';
import { makeConcern, readTold, tellingRow, tellOpened } from './open-concern.ts';
import { type Concern, updateConcern } from './store-concern.ts';
import { findTelling, insertTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import type { RespondTools, Telling, Told } from './telling.ts';

/** What was told longer ago, and whose end nobody wrote down, is kept closed: it must not bury what waits today. */
const OPEN_DAYS = 30;
const DAY_MINUTES = 24 * 60;

/** Hears `report.told` of an import. Never joined to another matter by rule: its hour is not the hour at which it arrived. */
export async function keepImported(ctx: Ctx, telling: Telling, tools: RespondTools): Promise<void> {
  if (await findTelling(ctx, telling.reportId)) return;
  const told = await readTold(ctx, telling);
  const concern = await makeConcern(ctx, { told }, tools);
  await insertTelling(ctx, { ...tellingRow(ctx, told, concern), concernId: concern.id });
  await tellOpened(ctx, concern, told);
  const reason = endOf(ctx, told);
  if (reason) await closeAsTold(ctx, concern, reason);
  else await waitForPerson(ctx, concern, told);
}

function endOf(ctx: Ctx, { telling }: Told): 'solved' | 'partly' | 'silent' | undefined {
  if (telling.outcome === 'solved' || telling.outcome === 'partly') return telling.outcome;
  if (telling.outcome === 'not-solved') return undefined;
  return minutesAfter(telling.toldAt, OPEN_DAYS * DAY_MINUTES) < ctx.now ? 'silent' : undefined;
}

async function closeAsTold(ctx: Ctx, concern: Concern, reason: 'solved' | 'partly' | 'silent'): Promise<void> {
  await updateConcern(ctx, concern.id, { state: 'closed', closedAt: ctx.now, closeReason: reason });
  await ctx.emit('concern.closed', aboutConcern(concern), { concernId: concern.id, reason });
}

async function waitForPerson(ctx: Ctx, concern: Concern, told: Told): Promise<void> {
  const reasons = [...checkHarm({ ...told, sources: 1 }), 'imported' as const];
  await updateConcern(ctx, concern.id, { state: 'triage', holdReasons: reasons, triageDueAt: null });
  await ctx.emit('concern.held', aboutConcern(concern), { concernId: concern.id, reasons });
}
