// No referral, no question (ADR 0076): who tells all the same of what nobody here answers for is not left with a promise. Danger is
// never told that nobody comes: its ladder of persons is called whatever is switched off.
import { isRestricted } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { listTypesOn } from '../know/index.ts';
import { isHerWord } from './check-harm.ts';
import { type Concern, lockConcern } from './store-concern.ts';
import { type AnswerableTelling, findTelling, listStanding, updateTelling } from './store-telling.ts';
import { tellTeller } from './tell.ts';
import type { RespondTools, Told } from './telling.ts';

/** Only where she named the matter herself: a reading of ours may be wrong, and a person looks at it first. */
export async function tellNobody(ctx: Ctx, concernId: string, { told, tools }: Telling): Promise<void> {
  if (!isHerWord(told.telling) || !(await isUnanswered(ctx, told, tools))) return;
  const concern = await lockConcern(ctx, concernId);
  const telling = await findTelling(ctx, told.telling.reportId);
  if (concern?.state === 'triage' && telling) await tellOnce(ctx, concern, telling);
}

type Telling = { told: Told; tools: RespondTools };

/** In the ordinary lane what is on goes its way, and routing finds out whether anybody is there. */
async function isUnanswered(ctx: Ctx, { telling, type, lane }: Told, { timeZone }: RespondTools): Promise<boolean> {
  if (type === undefined) return false;
  if (type.switched === 'off') return true;
  if (!isRestricted(lane)) return false;
  return !(await listTypesOn(ctx.tx, { areaId: telling.areaId ?? telling.scopeId, at: ctx.now, timeZone })).has(
    type.code,
  );
}

/** Released by rule, and no post answers for it: the coordinator looks for somebody, and nobody is promised. */
export async function tellUnrouted(ctx: Ctx, concern: Concern): Promise<void> {
  for (const telling of await listStanding(ctx, concern.id)) await tellOnce(ctx, concern, telling);
}

async function tellOnce(ctx: Ctx, concern: Concern, telling: AnswerableTelling): Promise<void> {
  if (concern.danger || telling.answerCode !== null) return;
  await tellTeller(ctx, telling, { answer: 'nobody-here', origin: concern.origin });
  await updateTelling(ctx, telling.reportId, { answerCode: 'nobody-here' });
}
