// One more voice for a concern that stands: joined by rule only for the same type and place within the type's window.
import type { HoldReason } from '../../../shared/domain/concern.ts';
import { joinWindowHours } from '../../../shared/domain/triage.ts';
import type { Ctx } from '../../db/tx.ts';
import { checkHarm, clearedByAnother } from './check-harm.ts';
import { raiseDanger } from './climb-ladder.ts';
import { releaseByRule } from './hold-concern.ts';
import { isDanger, SERVICE_COMPLAINT, severityOf } from './judge-telling.ts';
import { updateBriefsOf } from './store-brief.ts';
import { addVoice, type Concern, findJoinable, lockMatter, updateConcern } from './store-concern.ts';
import { countVoices } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import { answerTelling } from './tell-answer.ts';
import { tellNobody } from './tell-nobody.ts';
import type { RespondTools, Told } from './telling.ts';

/** The concern this telling belongs to by rule, locked; held tellings never slip past the check by joining. */
export async function findMatter(ctx: Ctx, told: Told, exceptId?: string): Promise<Concern | undefined> {
  const { telling, type, lane } = told;
  if (lane !== 'ordinary' || telling.lane !== 'ordinary' || !type || !telling.areaId) return undefined;
  // Service complaints are counted one by one and each teller is answered for herself.
  if (type.code === SERVICE_COMPLAINT) return undefined;
  const matter = { typeCode: type.code, areaId: telling.areaId };
  const since = new Date(ctx.now.getTime() - joinWindowHours(type.severity) * 3_600_000);
  // Asked in one breath, answered in this order.
  const [, concern] = await Promise.all([
    lockMatter(ctx, matter),
    findJoinable(ctx, { ...matter, since, ...(exceptId ? { exceptId } : {}) }),
  ]);
  if (!concern || concern.origin !== telling.origin) return undefined;
  // Reasons of its own would be lost in a concern that was released, or that waits for others.
  const own = checkHarm({ ...told, sources: 2 });
  return own.every((reason) => concern.holdReasons.includes(reason) || isOfType(reason)) ? concern : undefined;
}

/** What the type or her certainty about it says is no news about the matter. */
const isOfType = (reason: HoldReason): boolean =>
  reason === 'type-not-on-list' || reason === 'type-off' || reason === 'type-not-her-word';

/** After the telling's row is there: counts, what another voice clears, danger, and an answer that was given already. */
export async function joinTelling(
  ctx: Ctx,
  joined: { concern: Concern; told: Told; by: 'rule' | 'person' },
  tools: RespondTools,
): Promise<void> {
  const { told, by } = joined;
  const { reportId } = told.telling;
  const concern = await countOneMore(ctx, joined.concern, reportId);
  await ctx.emit('concern.joined', aboutConcern(concern), { concernId: concern.id, reportId, by });
  const danger = concern.danger || isDanger({ type: told.type, ...told.telling });
  if (danger && !concern.danger) {
    await updateConcern(ctx, concern.id, { danger, severity: severityOf(told.type, danger) });
    await raiseDanger(ctx, { ...concern, danger, severity: 5 }, tools);
  }
  if (concern.state === 'triage' && checkHarm({ ...told, sources: concern.sources }).length === 0)
    await releaseIfCleared(ctx, concern);
  await tellNobody(ctx, concern.id, { told, tools });
  if (concern.state === 'answered') await answerTelling(ctx, concern, reportId);
}

/** However many have told of it, one more costs one look: whether this source spoke of it before. */
async function countOneMore(ctx: Ctx, concern: Concern, reportId: string): Promise<Concern> {
  const counted = await addVoice(ctx, concern.id, reportId);
  if (concern.sources === 1 && counted.sources > 1) await updateBriefsOf(ctx, concern.id, { sources: 'several' });
  return { ...concern, ...counted };
}

/** Tellings and independent sources as they now stand, on the concern and on what its posts read. */
export async function recount(ctx: Ctx, concern: Concern): Promise<Concern> {
  const counted = await countVoices(ctx, concern.id);
  await Promise.all([
    updateConcern(ctx, concern.id, counted),
    updateBriefsOf(ctx, concern.id, { sources: counted.sources > 1 ? 'several' : 'one' }),
  ]);
  return { ...concern, ...counted };
}

async function releaseIfCleared(ctx: Ctx, concern: Concern): Promise<void> {
  const left = concern.holdReasons.filter((reason) => !clearedByAnother.some((cleared) => cleared === reason));
  if (concern.sources < 2 || left.length > 0 || concern.holdReasons.length === 0) return;
  await releaseByRule(ctx, concern);
}
