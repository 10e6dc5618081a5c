// From a released concern to the one post that answers for it: the brief, its clock, why this post, and a word to its duty phone.

import { isHistory } from '../../../shared/domain/origin.ts';
import { clockOf, shownDue } from '../../../shared/domain/severity.ts';
import type { Ctx } from '../../db/tx.ts';
import { dueText, endOfDay } from '../../kit/programme-time.ts';
import {
  closeTodos,
  districtOf,
  findPost,
  findResponsiblePost,
  getTypeIn,
  openTodo,
  type TypeInPlace,
} from '../know/index.ts';
import { answerLadder } from './climb-ladder.ts';
import { minutesAfter, toSeverity } from './hold-concern.ts';
import { keptFrom, SERVICE_COMPLAINT } from './judge-telling.ts';
import { type Brief, type BriefChange, insertBrief, isActive, listBriefsOf, updateBrief } from './store-brief.ts';
import { type Concern, lockConcern, readNarrative } from './store-concern.ts';
import { setAnswerDue } from './store-telling.ts';
import { aboutBrief, aboutConcern, tellPost } from './tell.ts';
import { tellUnrouted } from './tell-nobody.ts';
import type { RespondTools } from './telling.ts';

type Chosen = {
  post: { id: string; name: string; scopeId: string; superiorId: string | null };
  why: Record<string, string>;
};
export type Route = { concernId: string; by: 'rule' | 'person'; postId?: string | undefined };

/** Hears `concern.released`. Does nothing when it was undone or taken into another lane meanwhile. */
export async function routeConcern(ctx: Ctx, route: Route, tools: RespondTools): Promise<void> {
  const concern = await lockConcern(ctx, route.concernId);
  if (concern?.state !== 'open' || concern.lane !== 'ordinary' || !concern.typeCode) return;
  await closeTodos(ctx, concern.id, 'triage');
  await closeTodos(ctx, concern.id, 'worse');
  if (concern.typeCode === SERVICE_COMPLAINT) return;
  if (route.by === 'person') await answerLadder(ctx, concern.id, 'person');
  const areaId = await shownArea(ctx, concern);
  const type = await getTypeIn(ctx, concern.typeCode, areaId ?? concern.scopeId);
  const chosen = await choosePost(ctx, { concern, type, areaId, postId: route.postId });
  if (!chosen) {
    if (route.by === 'rule') await tellUnrouted(ctx, concern);
    return leaveUnrouted(ctx, concern);
  }
  await closeTodos(ctx, concern.id, 'nobody-responsible');
  await putBefore(ctx, { concern, type, areaId, chosen }, tools);
}

/** The place she named; otherwise the district, never the council looked up from her number (decisions.md 1). */
export async function shownArea(ctx: Ctx, concern: Concern): Promise<string | null> {
  if (!concern.areaId || concern.placeBy === 'none') return null;
  if (concern.placeBy !== 'council') return concern.areaId;
  return (await districtOf(ctx, concern.areaId))?.id ?? null;
}

/** Whom the rules would give it now: read before a person releases it. */
export async function findReceiver(ctx: Ctx, concern: Concern): Promise<{ id: string; name: string } | undefined> {
  if (concern.state !== 'triage' || concern.lane !== 'ordinary' || !concern.typeCode) return undefined;
  if (concern.typeCode === SERVICE_COMPLAINT) return undefined;
  const areaId = await shownArea(ctx, concern);
  const type = await getTypeIn(ctx, concern.typeCode, areaId ?? concern.scopeId);
  return (await choosePost(ctx, { concern, type, areaId, postId: undefined }))?.post;
}

type Choice = { concern: Concern; type: TypeInPlace; areaId: string | null; postId: string | undefined };

async function choosePost(ctx: Ctx, { concern, type, areaId, postId }: Choice): Promise<Chosen | undefined> {
  if (postId !== undefined) {
    const post = await findPost(ctx, postId);
    return post?.active ? { post, why: { rule: 'chosen', service: post.service } } : undefined;
  }
  const at = areaId ?? concern.scopeId;
  if (!at) return undefined;
  return findResponsiblePost(ctx, {
    typeCode: type.code,
    classCode: type.classCode,
    areaId: at,
    lane: concern.lane,
    at: ctx.now,
    exceptServices: keptFrom(type),
  });
}

/** Nobody answers for it, or a person must say who: a coordinator's task, with the matter's own clock. */
export async function leaveUnrouted(ctx: Ctx, concern: Concern): Promise<void> {
  await ctx.emit('concern.unrouted', aboutConcern(concern), { concernId: concern.id });
  await openTodo(ctx, {
    kind: 'nobody-responsible',
    role: 'coordinator',
    subjectId: concern.id,
    scopeId: concern.scopeId,
    dueAt: isHistory(concern.origin) ? null : minutesAfter(ctx.now, clockOf(toSeverity(concern.severity)).seenMinutes),
    origin: concern.origin,
  });
}

/** The clock runs from release; a post reads it in coarse steps. */
export function clocksFrom(releasedAt: Date, severityNumber: number, timeZone: string) {
  const severity = toSeverity(severityNumber);
  const { seenMinutes, decisionMinutes } = clockOf(severity);
  const shown = (minutes: number): Date => shownDue(releasedAt, { severity, minutes }, (at) => endOfDay(at, timeZone));
  return {
    releasedAt,
    seenDueAt: minutesAfter(releasedAt, seenMinutes),
    decideDueAt: minutesAfter(releasedAt, decisionMinutes),
    seenShownAt: shown(seenMinutes),
    decideShownAt: shown(decisionMinutes),
    seenMissedAt: null,
    decideMissedAt: null,
  };
}

type Placing = { concern: Concern; type: TypeInPlace; areaId: string | null; chosen: Chosen };

/** No rule gives words away: a post reads those that a person released, or none (ADR 0018). */
async function putBefore(ctx: Ctx, placing: Placing, tools: RespondTools): Promise<void> {
  const { concern, type, areaId, chosen } = placing;
  const content = {
    kind: type.danger ? ('danger' as const) : ('brief' as const),
    typeCode: type.code,
    severity: concern.severity,
    areaId,
    scopeId: concern.scopeId,
    sources: concern.sources > 1 ? ('several' as const) : ('one' as const),
    narrative: (await readNarrative(ctx, concern.id))?.releasedNarrative ?? null,
    why: JSON.stringify(chosen.why),
  };
  const standing = (await listBriefsOf(ctx, concern.id)).filter((brief) => brief.kind !== 'escalation');
  const own = standing.find((brief) => brief.postId === chosen.post.id && brief.state !== 'handed-over');
  for (const other of standing) if (other !== own && isActive(other)) await withdrawBrief(ctx, other);
  if (own && isActive(own)) return refresh(ctx, { concern, chosen, own, content }, tools);
  const clocks = clocksFrom(concern.releasedAt ?? ctx.now, concern.severity, tools.timeZone);
  const whole = { ...content, ...clocks };
  const briefId = own ? await renew(ctx, own, whole) : await make(ctx, { concern, chosen, content: whole });
  await setAnswerDue(ctx, concern.id, clocks.decideDueAt);
  await ctx.emit('concern.routed', aboutConcern(concern), { concernId: concern.id, briefId, postId: chosen.post.id });
  await notify(ctx, { concern, briefId, chosen, danger: type.danger, dueAt: clocks.seenShownAt }, tools);
}

type Content = Omit<BriefChange, 'concernId'> & { kind: 'brief' | 'danger'; severity: number };
type Refreshing = { concern: Concern; chosen: Chosen; own: Brief; content: Content };

/** The same post has it already: what it reads is brought up to date, its clock runs on and its phone stays quiet, unless it is danger now. */
async function refresh(ctx: Ctx, { concern, chosen, own, content }: Refreshing, tools: RespondTools): Promise<void> {
  const changed =
    content.severity === own.severity ? undefined : clocksFrom(own.releasedAt, content.severity, tools.timeZone);
  await updateBrief(ctx, own.id, { ...content, ...changed });
  if (changed) await setAnswerDue(ctx, concern.id, changed.decideDueAt);
  if (content.kind !== 'danger' || own.kind === 'danger') return;
  const dueAt = changed?.seenShownAt ?? own.seenShownAt;
  await notify(ctx, { concern, briefId: own.id, chosen, danger: true, dueAt }, tools);
}

/** The same post again, when it had done with it or it was taken back: reopened, with a clock of its own. */
async function renew(ctx: Ctx, own: Brief, content: BriefChange): Promise<string> {
  const again = { state: 'new', seenAt: null, decidedAt: null, cannotReason: null, reopenedAt: ctx.now } as const;
  await updateBrief(ctx, own.id, { ...content, ...again });
  return own.id;
}

type Making = { concern: Concern; chosen: Chosen; content: Omit<Parameters<typeof insertBrief>[1], BriefOwn> };
type BriefOwn = 'id' | 'concernId' | 'postId' | 'scopeId' | 'ref' | 'timeBand' | 'toldOn' | 'origin';

async function make(ctx: Ctx, { concern, chosen, content }: Making): Promise<string> {
  const id = ctx.id('brief');
  const { ref, scopeId, timeBand, toldOn, origin } = concern;
  const own = { id, concernId: concern.id, postId: chosen.post.id, ref, scopeId, timeBand, toldOn, origin };
  await insertBrief(ctx, { ...content, ...own });
  return id;
}

type Notice = { concern: Concern; briefId: string; chosen: Chosen; danger: boolean; dueAt: Date };

/** The district command above is told of danger too: it reads the same brief, so no second clock runs. */
async function notify(
  ctx: Ctx,
  { concern, briefId, chosen, danger, dueAt }: Notice,
  { timeZone }: RespondTools,
): Promise<void> {
  const { ref, severity, origin } = concern;
  const due = dueText(dueAt, severity, timeZone);
  const template = danger ? 'post.urgent' : 'post.new-brief';
  const notice = { template, ref, severity, due, subjectId: briefId, origin } as const;
  await tellPost(ctx, chosen.post.id, notice);
  if (danger && chosen.post.superiorId) await tellPost(ctx, chosen.post.superiorId, notice);
}

export async function withdrawBriefsOf(ctx: Ctx, concernId: string): Promise<void> {
  for (const brief of await listBriefsOf(ctx, concernId))
    if (brief.state !== 'withdrawn') await withdrawBrief(ctx, brief);
}

/** Nothing tells the post why: the row is gone from its list. */
export async function withdrawBrief(ctx: Ctx, brief: Brief): Promise<void> {
  await updateBrief(ctx, brief.id, { state: 'withdrawn', handOverTo: null, handOverDueAt: null });
  const { postId: _post, ...silent } = aboutBrief(brief);
  await ctx.emit('brief.withdrawn', silent, { briefId: brief.id });
}
