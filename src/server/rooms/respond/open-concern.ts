// A telling becomes a concern, or one more voice of a concern that stands (decisions.md 1, 20).

import { isRestricted } from '../../../shared/domain/lane.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { clockOf } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { localDay, timeBandOf } from '../../kit/programme-time.ts';
import { findRootArea, getTypeIn } from '../know/index.ts';
import { createPostReference } from '../protect/index.ts';
import { checkHarm } from './check-harm.ts';
import { raiseDanger } from './climb-ladder.ts';
import { holdConcern, minutesAfter, releaseByRule, toSeverity } from './hold-concern.ts';
import { findMatter, joinTelling } from './join-telling.ts';
import { isDanger, laneOf, severityOf } from './judge-telling.ts';
import { letRouteLive } from './keep-code.ts';
import { offerDuplicates } from './offer-duplicates.ts';
import { type Concern, insertConcern, isReferenceTaken } from './store-concern.ts';
import { findTelling, insertTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';
import { tellNobody } from './tell-nobody.ts';
import type { RespondTools, Telling, Told } from './telling.ts';

/** Hears `report.told`. Hearing it twice changes nothing. */
export async function openConcern(ctx: Ctx, telling: Telling, tools: RespondTools): Promise<void> {
  if (await findTelling(ctx, telling.reportId)) return;
  const [told] = await Promise.all([readTold(ctx, telling), letRouteLive(ctx, telling.contactId)]);
  const standing = await findMatter(ctx, told);
  if (standing) {
    // Sent in this order: the row is there when the voices are counted.
    await Promise.all([
      insertTelling(ctx, { ...tellingRow(ctx, told, standing), concernId: standing.id }),
      joinTelling(ctx, { concern: standing, told, by: 'rule' }, tools),
    ]);
    return;
  }
  const concern = await makeConcern(ctx, { told }, tools);
  await insertTelling(ctx, { ...tellingRow(ctx, told, concern), concernId: concern.id });
  await settleConcern(ctx, concern, { told, tools });
}

export async function readTold(ctx: Ctx, telling: Telling): Promise<Told> {
  const { typeCode, areaId, scopeId } = telling;
  const type = typeCode === undefined ? undefined : await getTypeIn(ctx, typeCode, areaId ?? scopeId);
  return { telling, type, lane: laneOf(telling, type) };
}

/** Released by rule or held, its danger raised, its likely duplicates offered. */
export async function settleConcern(
  ctx: Ctx,
  concern: Concern,
  { told, tools }: { told: Told; tools: RespondTools },
): Promise<void> {
  await tellOpened(ctx, concern, told);
  const reasons = checkHarm({ ...told, sources: 1 });
  if (reasons.length === 0 && !isRestricted(told.lane)) await releaseByRule(ctx, concern);
  else await holdConcern(ctx, concern, { reasons });
  await tellNobody(ctx, concern.id, { told, tools });
  if (concern.danger) await raiseDanger(ctx, concern, tools);
  await offerDuplicates(ctx, concern);
}

export async function tellOpened(ctx: Ctx, concern: Concern, told: Told): Promise<void> {
  await ctx.emit('concern.opened', aboutConcern(concern), { concernId: concern.id, reportId: told.telling.reportId });
  // The report lies in the lane it came in by; who keeps it hears this and seals it for the stricter one.
  if (told.lane !== told.telling.lane) {
    const moved = { concernId: concern.id, from: told.telling.lane, to: told.lane };
    await ctx.emit('concern.laned', aboutConcern(concern), moved);
  }
}

export async function makeConcern(
  ctx: Ctx,
  { told, id = ctx.id('concern') }: { told: Told; id?: string },
  tools: RespondTools,
): Promise<Concern> {
  const { telling, type, lane } = told;
  const danger = isDanger({ type, ...telling });
  return insertConcern(ctx, {
    id,
    ref: await freshReference(ctx),
    lane,
    typeCode: type?.code ?? null,
    severity: severityOf(type, danger),
    danger,
    areaId: telling.areaId ?? null,
    placeBy: telling.placeBy,
    // Without a place it belongs to the whole country: somebody must see it.
    scopeId: telling.scopeId ?? (await findRootArea(ctx))?.id ?? null,
    timeBand: timeBandOf(telling.toldAt, tools.timeZone),
    toldOn: localDay(telling.toldAt, tools.timeZone),
    ...narrativeFor(id, told, tools),
    narrativeOf: telling.reportId,
    state: 'triage',
    openedAt: telling.origin === 'import' ? telling.toldAt : ctx.now,
    origin: telling.origin,
  });
}

/** Plain in the ordinary lane; in a restricted one sealed anew, for this concern. */
export function narrativeFor(
  concernId: string,
  { telling, lane }: Told,
  tools: RespondTools,
): { narrative: string | null; narrativeCt: Buffer | null } {
  if (lane === 'ordinary') return { narrative: telling.masked ?? null, narrativeCt: null };
  const text = telling.maskedCt
    ? tools.openNarrative(telling.lane, telling.maskedCt, telling.reportId)
    : telling.masked;
  return { narrative: null, narrativeCt: text === undefined ? null : tools.sealNarrative(lane, text, concernId) };
}

export function tellingRow(ctx: Ctx, { telling, lane }: Told, concern: Concern) {
  const { decisionMinutes } = clockOf(toSeverity(concern.severity));
  const answerDueAt = minutesAfter(ctx.now, decisionMinutes);
  return {
    reportId: telling.reportId,
    contactId: telling.contactId,
    sourceKey: telling.sourceKey,
    lane,
    scopeId: concern.scopeId,
    wayBack: telling.wayBack,
    joinedAt: ctx.now,
    answerDueAt: telling.wayBack && !isHistory(telling.origin) ? answerDueAt : null,
  };
}

async function freshReference(ctx: Ctx): Promise<string> {
  for (;;) {
    const ref = createPostReference();
    if (!(await isReferenceTaken(ctx, ref))) return ref;
  }
}
