// Release by rule, or a person's task with a clock: the fork every new matter comes to (decisions.md 1).

import type { HoldReason } from '../../../shared/domain/concern.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { clockOf, type Severity } from '../../../shared/domain/severity.ts';
import { triageMinutes } from '../../../shared/domain/triage.ts';
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';
import { type Concern, updateConcern } from './store-concern.ts';
import { setAnswerDue } from './store-telling.ts';
import { aboutConcern } from './tell.ts';

export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** The row's number as a severity; the table's CHECK keeps it between 1 and 5. */
export function toSeverity(value: number): Severity {
  if (value >= 5) return 5;
  if (value >= 4) return 4;
  if (value >= 3) return 3;
  return value >= 2 ? 2 : 1;
}

/** Visible to a post from here on; routing hears it. */
export async function releaseByRule(ctx: Ctx, concern: Concern): Promise<void> {
  const release = {
    state: 'open' as const,
    releasedAt: ctx.now,
    releasedBy: 'rule',
    releasedNarrative: null,
    holdReasons: [],
    triageDueAt: null,
  };
  await updateConcern(ctx, concern.id, release);
  await setAnswerDue(ctx, concern.id, minutesAfter(ctx.now, clockOf(toSeverity(concern.severity)).decisionMinutes));
  await ctx.emit('concern.released', aboutConcern(concern), { concernId: concern.id, by: 'rule', from: concern.state });
}

/** Waits for the coordinator, or in a restricted lane for the protection officer. A replay starts no clock. */
export async function holdConcern(
  ctx: Ctx,
  concern: Concern,
  held: { reasons: readonly HoldReason[]; kind?: 'triage' | 'worse' },
): Promise<void> {
  const dueAt = isHistory(concern.origin) ? null : minutesAfter(ctx.now, triageMinutes(toSeverity(concern.severity)));
  const holdReasons = [...new Set([...concern.holdReasons, ...held.reasons])];
  await updateConcern(ctx, concern.id, { state: 'triage', holdReasons, triageDueAt: dueAt, triageMissedAt: null });
  await ctx.emit('concern.held', aboutConcern(concern), { concernId: concern.id, reasons: [...held.reasons] });
  await openTodo(ctx, {
    kind: held.kind ?? 'triage',
    role: isRestricted(concern.lane) ? 'protection-officer' : 'coordinator',
    subjectId: concern.id,
    lane: concern.lane,
    scopeId: concern.scopeId,
    dueAt,
    origin: concern.origin,
  });
}
