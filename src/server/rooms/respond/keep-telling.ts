// It was not she who took it back (ADR 0019): the telling counts again, and a matter that had ended with it is judged as if just told.

import { isRestricted } from '../../../shared/domain/lane.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { clockOf } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { checkHarm } from './check-harm.ts';
import { raiseDanger } from './climb-ladder.ts';
import { holdConcern, minutesAfter, releaseByRule, toSeverity } from './hold-concern.ts';
import { recount } from './join-telling.ts';
import { letRouteLive } from './keep-code.ts';
import { narrativeFor, readTold } from './open-concern.ts';
import { type Concern, lockConcern, readNarrative, updateConcern } from './store-concern.ts';
import { findLadder, reopenLadder } from './store-ladder.ts';
import { findTelling, updateTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import { answerTelling } from './tell-answer.ts';
import type { RespondTools, Told } from './telling.ts';

/** Hears `report.kept`. */
export async function keepTelling(ctx: Ctx, { reportId }: { reportId: string }, tools: RespondTools): Promise<void> {
  const row = await findTelling(ctx, reportId);
  const telling = await tools.readTelling(ctx, reportId);
  if (!row?.withdrawnAt || !telling) return;
  const found = await lockConcern(ctx, row.concernId);
  if (!found) return;
  const { decisionMinutes } = clockOf(toSeverity(found.severity));
  const due = row.wayBack && !isHistory(found.origin) ? minutesAfter(ctx.now, decisionMinutes) : null;
  await updateTelling(ctx, reportId, { withdrawnAt: null, answerDueAt: row.answeredAt ? null : due });
  const concern = await recount(ctx, found);
  const told = { ...(await readTold(ctx, telling)), lane: concern.lane };
  if ((await readNarrative(ctx, concern.id))?.narrativeOf === null)
    await updateConcern(ctx, concern.id, { ...narrativeFor(concern.id, told, tools), narrativeOf: reportId });
  if (concern.state === 'answered') return answerTelling(ctx, concern, reportId);
  await letRouteLive(ctx, row.contactId);
  if (concern.state === 'withdrawn') await revive(ctx, { concern, told }, tools);
}

/** What a person had released before is released by a person again; what a rule had, by the rule. */
async function revive(
  ctx: Ctx,
  { concern, told }: { concern: Concern; told: Told },
  tools: RespondTools,
): Promise<void> {
  await updateConcern(ctx, concern.id, { state: 'triage', closedAt: null, closeReason: null });
  await ctx.emit('concern.revived', aboutConcern(concern), { concernId: concern.id });
  const reasons = checkHarm({ ...told, sources: concern.sources });
  const clean = reasons.length === 0 && !isRestricted(concern.lane) && concern.holdReasons.length === 0;
  if (clean) await releaseByRule(ctx, { ...concern, state: 'triage' });
  else await holdConcern(ctx, concern, { reasons });
  if (!concern.danger) return;
  // The ladder that ended with her telling goes on where it stood.
  if ((await findLadder(ctx, concern.id))?.answeredBy === 'withdrawn') await reopenLadder(ctx, concern.id);
  else await raiseDanger(ctx, concern, tools);
}
