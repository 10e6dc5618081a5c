// A telling is read anew: a listener marked it, she made it clearer, or added to it. What it now says is judged as if just told.
import type { HoldReason } from '../../../shared/domain/concern.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { checkHarm, harmReasons } from './check-harm.ts';
import { answerLadder, raiseDanger } from './climb-ladder.ts';
import { holdConcern, releaseByRule } from './hold-concern.ts';
import { findMatter, joinTelling, recount } from './join-telling.ts';
import { isDanger, severityOf } from './judge-telling.ts';
import { offerDuplicates } from './offer-duplicates.ts';
import { makeConcern, narrativeFor, openConcern, readTold, settleConcern } from './open-concern.ts';
import { withdrawBrief } from './route-concern.ts';
import { listBriefsOf } from './store-brief.ts';
import { type Concern, lockConcern, updateConcern } from './store-concern.ts';
import { findTelling, updateTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import type { RespondTools, Telling, Told } from './telling.ts';
import { forgetWords } from './withdraw-telling.ts';

/** Hears `report.revised` and `report.added`. */
export async function reviseTelling(ctx: Ctx, telling: Telling, tools: RespondTools): Promise<void> {
  const row = await findTelling(ctx, telling.reportId);
  if (!row) return openConcern(ctx, telling, tools);
  const concern = await lockConcern(ctx, row.concernId);
  if (!concern || row.withdrawnAt || concern.state === 'withdrawn') return;
  const told = await readTold(ctx, telling);
  // A lane is only raised here; lowering one is the protection officer's.
  const kept = isRestricted(concern.lane) && !isRestricted(told.lane) ? { ...told, lane: concern.lane } : told;
  if (concern.voices > 1 && kept.lane !== concern.lane) return splitTelling(ctx, { concern, told: kept }, tools);
  if (concern.voices > 1 || concern.state !== 'triage') return hearLater(ctx, { concern, told: kept }, tools);
  await judgeAgain(ctx, { concern, told: kept }, tools);
}

type Revision = { concern: Concern; told: Told };

/** Its only telling, still waiting for a person: the concern becomes what it now says. */
async function judgeAgain(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const matter = await findMatter(ctx, told, concern.id);
  if (matter) return moveInto(ctx, { from: concern, into: matter, told }, tools);
  const again = await rewrite(ctx, { concern, told }, tools);
  const reasons = checkHarm({ ...told, sources: again.sources });
  if (reasons.length === 0 && !isRestricted(told.lane)) await releaseByRule(ctx, again);
  else await holdConcern(ctx, { ...again, holdReasons: [] }, { reasons });
  if (again.danger) await raiseDanger(ctx, again, tools);
  await offerDuplicates(ctx, again);
}

async function rewrite(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<Concern> {
  const { telling, type, lane } = told;
  const danger = isDanger({ type, danger: telling.danger, sources: concern.sources });
  const change = {
    lane,
    typeCode: type?.code ?? null,
    severity: severityOf(type, danger),
    danger,
    areaId: telling.areaId ?? null,
    placeBy: telling.placeBy,
    scopeId: telling.scopeId ?? concern.scopeId,
  };
  await updateConcern(ctx, concern.id, {
    ...change,
    ...narrativeFor(concern.id, told, tools),
    releasedNarrative: null,
  });
  await updateTelling(ctx, telling.reportId, { lane, scopeId: change.scopeId });
  if (lane !== concern.lane) {
    const moved = { concernId: concern.id, from: concern.lane, to: lane };
    await ctx.emit('concern.laned', aboutConcern({ ...concern, lane }), moved);
    await answerLadder(ctx, concern.id, 'lane');
  }
  return { ...concern, ...change };
}

/** Already before a post, or one voice of several: nothing new goes to the post; words of harm take it back. */
async function hearLater(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const raised = told.lane !== concern.lane;
  const reasons = checkHarm({ ...told, sources: concern.sources });
  const harm = raised ? reasons : reasons.filter((reason) => harmReasons.includes(reason));
  if (raised || harm.length > 0)
    return takeBack(ctx, { concern: raised ? await rewrite(ctx, { concern, told }, tools) : concern, harm });
  const danger = isDanger({ type: told.type, danger: told.telling.danger, sources: concern.sources });
  if (!danger || concern.danger) return;
  await updateConcern(ctx, concern.id, { danger, severity: 5 });
  await raiseDanger(ctx, { ...concern, danger, severity: 5 }, tools);
}

async function takeBack(ctx: Ctx, { concern, harm }: { concern: Concern; harm: readonly HoldReason[] }): Promise<void> {
  for (const brief of await listBriefsOf(ctx, concern.id))
    if (brief.state !== 'withdrawn') await withdrawBrief(ctx, brief);
  await holdConcern(ctx, concern, { reasons: harm });
}

/** One voice of several is another matter after all: a concern of its own, judged from the beginning. */
export async function splitTelling(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const made = await makeConcern(ctx, told, tools);
  const { reportId } = told.telling;
  await updateTelling(ctx, reportId, { concernId: made.id, lane: told.lane, scopeId: made.scopeId });
  await forgetWords(ctx, concern, reportId);
  await recount(ctx, concern);
  if (!isRestricted(told.lane))
    await ctx.emit('concern.split', aboutConcern(concern), { concernId: concern.id, reportId, into: made.id });
  await settleConcern(ctx, made, { told, tools });
}

type Move = { from: Concern; into: Concern; told: Told };

async function moveInto(ctx: Ctx, { from, into, told }: Move, tools: RespondTools): Promise<void> {
  await updateTelling(ctx, told.telling.reportId, { concernId: into.id, scopeId: into.scopeId });
  await updateConcern(ctx, from.id, { state: 'merged', mergedInto: into.id, triageDueAt: null });
  await ctx.emit('concern.merged', aboutConcern(from), { concernId: from.id, into: into.id, from: from.state });
  await joinTelling(ctx, { concern: into, told, by: 'rule' }, tools);
}
