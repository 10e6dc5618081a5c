// A telling is read anew: a listener marked it, she made it clearer, or added to it. What it now says is judged as if just told.
import type { HoldReason } from '../../../shared/domain/concern.ts';
import { isRestricted } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodosOutside } from '../know/index.ts';
import { checkHarm, harmReasons } from './check-harm.ts';
import { answerLadder, raiseDanger } from './climb-ladder.ts';
import { holdConcern, releaseByRule } from './hold-concern.ts';
import { findMatter, joinTelling, recount } from './join-telling.ts';
import { isDanger, severityOf } from './judge-telling.ts';
import { offerDuplicates } from './offer-duplicates.ts';
import { makeConcern, narrativeFor, openConcern, readTold, settleConcern } from './open-concern.ts';
import { withdrawBriefsOf } from './route-concern.ts';
import { type Concern, lockConcern, readNarrative, updateConcern } from './store-concern.ts';
import { deleteDuplicatesOf, insertDuplicate } from './store-duplicate.ts';
import { findTelling, updateTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import { tellNobody } from './tell-nobody.ts';
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
  await tellNobody(ctx, again.id, { told, tools });
  if (again.danger) await raiseDanger(ctx, again, tools);
  await offerDuplicates(ctx, again);
}

async function rewrite(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<Concern> {
  const { telling, type, lane } = told;
  const danger = isDanger({ type, ...telling });
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
    await answerLadder(ctx, concern.id, 'lane');
    await closeTodosOutside(ctx, concern.id, lane);
    // A coordinator reads the pairs of her district; one half of these is no longer hers to know of.
    await deleteDuplicatesOf(ctx, concern.id);
    const moved = { concernId: concern.id, from: concern.lane, to: lane };
    await ctx.emit('concern.laned', aboutConcern({ ...concern, lane }), moved);
  }
  return { ...concern, ...change };
}

/** Already before a post, or one voice of several: nothing new goes to the post; words of harm take it back. */
async function hearLater(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const raised = told.lane !== concern.lane;
  if (!raised) await keepAddedWords(ctx, { concern, told }, tools);
  const reasons = checkHarm({ ...told, sources: concern.sources });
  const harm = raised ? reasons : reasons.filter((reason) => harmReasons.includes(reason));
  if (raised || harm.length > 0)
    return takeBack(ctx, { concern: raised ? await rewrite(ctx, { concern, told }, tools) : concern, harm });
  const danger = isDanger({ type: told.type, ...told.telling });
  if (!danger || concern.danger) return;
  await updateConcern(ctx, concern.id, { danger, severity: 5 });
  await raiseDanger(ctx, { ...concern, danger, severity: 5 }, tools);
}

/** The coordinator reads all of it at once; a post goes on reading what a person released. */
async function keepAddedWords(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const text = await readNarrative(ctx, concern.id);
  if (text?.narrativeOf === told.telling.reportId)
    await updateConcern(ctx, concern.id, narrativeFor(concern.id, told, tools));
}

async function takeBack(ctx: Ctx, { concern, harm }: { concern: Concern; harm: readonly HoldReason[] }): Promise<void> {
  await withdrawBriefsOf(ctx, concern.id);
  await holdConcern(ctx, concern, { reasons: harm });
}

/** One voice of several is another matter after all: a concern of its own, judged from the beginning. */
export async function splitTelling(ctx: Ctx, { concern, told }: Revision, tools: RespondTools): Promise<void> {
  const made = await moveOut(ctx, { concern, told }, tools);
  if (!isRestricted(told.lane))
    await ctx.emit('concern.split', aboutConcern(concern), {
      concernId: concern.id,
      reportId: told.telling.reportId,
      into: made.id,
    });
  await settleConcern(ctx, made, { told, tools });
}

/** Hears `concern.split`, by a person's deed: what a rule had joined is apart, and no rule joins it again. */
export async function hearSplit(
  ctx: Ctx,
  heard: { concernId: string; reportId: string; into: string },
  tools: RespondTools,
): Promise<void> {
  const row = await findTelling(ctx, heard.reportId);
  const concern = await lockConcern(ctx, heard.concernId);
  const telling = await tools.readTelling(ctx, heard.reportId);
  if (row?.concernId !== heard.concernId || row.withdrawnAt || !telling) return;
  if (concern?.lane !== 'ordinary' || concern.voices < 2) return;
  const told = await readTold(ctx, telling);
  const made = await moveOut(ctx, { concern, told, id: heard.into }, tools);
  await insertDuplicate(ctx, {
    concernId: made.id,
    otherId: concern.id,
    score: 1,
    scopeId: made.scopeId,
    state: 'refused',
  });
  await settleConcern(ctx, made, { told, tools });
}

async function moveOut(
  ctx: Ctx,
  { concern, told, id }: Revision & { id?: string },
  tools: RespondTools,
): Promise<Concern> {
  const made = await makeConcern(ctx, { told, ...(id ? { id } : {}) }, tools);
  const { reportId } = told.telling;
  await updateTelling(ctx, reportId, { concernId: made.id, lane: told.lane, scopeId: made.scopeId });
  await forgetWords(ctx, { concern: await recount(ctx, concern), reportId }, tools);
  return made;
}

type Move = { from: Concern; into: Concern; told: Told };

async function moveInto(ctx: Ctx, { from, into, told }: Move, tools: RespondTools): Promise<void> {
  await updateTelling(ctx, told.telling.reportId, { concernId: into.id, scopeId: into.scopeId });
  await updateConcern(ctx, from.id, { state: 'merged', mergedInto: into.id, triageDueAt: null });
  await ctx.emit('concern.merged', aboutConcern(from), { concernId: from.id, into: into.id, from: from.state });
  await joinTelling(ctx, { concern: into, told, by: 'rule' }, tools);
}
