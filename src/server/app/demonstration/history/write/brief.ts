// What a post reads and does, against its clock: seen, going, handed over, done or cannot; late ones come before the superior.
import type { AnswerCode } from '../../../../../shared/domain/answer.ts';
import { clockOf, shownDue } from '../../../../../shared/domain/severity.ts';
import type { Round, Work } from '../facts.ts';
import { type About, MINUTE, ORIGIN, say, type Who } from './batch.ts';
import { aboutConcern, type Brief, isPast, type Life, openTask } from './life.ts';
import { endOfDay } from './local-time.ts';

const POST: Who = { id: 'demonstration', role: 'post-commander' };
const SUPERIOR: Who = { id: 'demonstration', role: 'district-commander' };

export const aboutBrief = (life: Life, brief: Brief): About => ({
  subjectId: brief.id,
  lane: 'ordinary',
  scopeId: life.matter.council.districtId,
  postId: brief.postId,
});

export const escalationOf = (life: Life): Brief | undefined => life.briefs.find(({ kind }) => kind === 'escalation');

function clocksFrom(life: Life, at: number) {
  const { severity } = life.type;
  const { seenMinutes, decisionMinutes } = clockOf(severity);
  const releasedAt = new Date(at);
  return {
    releasedAt,
    seenDueAt: new Date(at + seenMinutes * MINUTE),
    decideDueAt: new Date(at + decisionMinutes * MINUTE),
    seenShownAt: shownDue(releasedAt, { severity, minutes: seenMinutes }, endOfDay),
    decideShownAt: shownDue(releasedAt, { severity, minutes: decisionMinutes }, endOfDay),
    seenAt: null,
    decidedAt: null,
    cannotReason: null,
    reopenedAt: null,
    seenMissedAt: null,
    decideMissedAt: null,
    handOverTo: null,
    handOverDueAt: null,
  };
}

type Making = { postId: string; at: number; kind: Brief['kind']; why?: Record<string, string>; handedFrom?: string };

export function makeBrief(life: Life, { postId, at, kind, why, handedFrom }: Making): Brief {
  const { batch, concern, matter, type } = life;
  const service = batch.stage.posts.get(postId)?.service ?? 'police';
  const brief: Brief = {
    id: batch.dice.id('brief'),
    concernId: concern.id,
    postId,
    scopeId: matter.council.districtId,
    kind,
    ref: concern.ref,
    typeCode: type.code,
    severity: type.severity,
    areaId: matter.council.areaId,
    timeBand: concern.timeBand,
    toldOn: concern.toldOn,
    sources: (concern.sources ?? 1) > 1 ? 'several' : 'one',
    narrative: concern.releasedNarrative ?? null,
    why: why ?? { rule: 'type', service },
    state: 'new',
    ...clocksFrom(life, at),
    handedFrom: handedFrom ?? null,
    origin: ORIGIN,
  };
  life.briefs.push(brief);
  batch.respond.briefs.push(brief);
  return brief;
}

/** The post that decided it last has it again. */
export function renewBrief(life: Life, standing: Brief, at: number): Brief {
  const held = life.briefs.findLast(({ kind, state }) => kind !== 'escalation' && state !== 'handed-over') ?? standing;
  const narrative = life.concern.releasedNarrative ?? null;
  Object.assign(held, clocksFrom(life, at), { state: 'new', reopenedAt: new Date(at), narrative });
  return held;
}

type Working = { brief: Brief; plan: Round; from: number; lastVoice: number };

export function playWork(life: Life, { brief, plan, from, lastVoice }: Working): void {
  const { work } = plan;
  const seenAt = from + work.seen * MINUTE;
  missClock(life, { brief, clock: 'seen', until: seenAt });
  if (isPast(life, seenAt)) {
    brief.state = 'seen';
    brief.seenAt = new Date(seenAt);
    sayWord(life, brief, { word: 'seen', from: 'new', at: seenAt });
  }
  const held = work.handOver ? handOver(life, { brief, from, work }) : brief;
  const going = from + (work.going ?? Number.POSITIVE_INFINITY) * MINUTE;
  const ended = Math.max(from + work.end.at * MINUTE, lastVoice);
  missClock(life, { brief: held, clock: 'decision', until: ended });
  if (isPast(life, going) && going > lastVoice && going < ended) goThere(life, held, going);
  if (isPast(life, ended)) decide(life, { brief: held, work, at: ended });
}

export const isActive = ({ state = 'new' }: Pick<Brief, 'state'>): boolean => ['new', 'seen', 'going'].includes(state);

function goThere(life: Life, brief: Brief, at: number): void {
  brief.state = 'going';
  life.concern.answerCode = 'going';
  sayWord(life, brief, { word: 'going', from: 'seen', at });
  for (const { row } of life.told) row.answerCode = 'going';
}

function decide(life: Life, { brief, work, at }: { brief: Brief; work: Work; at: number }): void {
  const from = brief.state ?? 'seen';
  const about = aboutBrief(life, brief);
  brief.decidedAt = new Date(at);
  if (work.end.word === 'done') {
    brief.state = 'done';
    sayWord(life, brief, { word: 'done', from, at });
    return;
  }
  const { reason } = work.end;
  brief.state = 'cannot';
  brief.cannotReason = reason;
  say(life.batch, 'brief.cannot', { at, about, payload: { briefId: brief.id, from, reason }, who: POST });
  if (reason !== 'not-found') openTask(life, { kind: 'post-cannot', at: at + 10_000, minutes: 24 * 60 });
}

function sayWord(
  life: Life,
  brief: Brief,
  { word, from, at }: { word: 'seen' | 'going' | 'done'; from: string; at: number },
): void {
  const who = brief.kind === 'escalation' ? SUPERIOR : POST;
  say(life.batch, `brief.${word}`, { at, about: aboutBrief(life, brief), payload: { briefId: brief.id, from }, who });
}

/** The offer lapses after a while, or the other post has it from then on. */
function handOver(life: Life, { brief, from, work }: { brief: Brief; from: number; work: Work }): Brief {
  const { batch, matter } = life;
  const to = batch.stage.neighbourOf({ id: brief.postId }, matter.council.districtId);
  const offeredAt = from + (work.handOver?.at ?? 0) * MINUTE;
  if (!to || !work.handOver || !isPast(life, offeredAt)) return brief;
  const about = aboutBrief(life, brief);
  const offer = { briefId: brief.id, toPostId: to.id, from: 'seen' };
  say(batch, 'hand-over.offered', { at: offeredAt, about, payload: offer, who: POST });
  const due = offeredAt + 45 * MINUTE;
  const { acceptedAfter } = work.handOver;
  const at = acceptedAfter === undefined ? due : offeredAt + Math.min(acceptedAfter, 44) * MINUTE;
  if (!isPast(life, at)) {
    brief.handOverTo = to.id;
    brief.handOverDueAt = new Date(due);
    return brief;
  }
  if (acceptedAfter === undefined) {
    say(batch, 'hand-over.refused', { at, about, payload: { briefId: brief.id, cause: 'clock' } });
    openTask(life, { kind: 'hand-over-overdue', at, minutes: 24 * 60 });
    return brief;
  }
  brief.state = 'handed-over';
  brief.handOverTo = to.id;
  const why = { rule: 'handed-over', service: to.service };
  const taken = makeBrief(life, { postId: to.id, at: from, kind: brief.kind, why, handedFrom: brief.id });
  taken.state = 'seen';
  taken.seenAt = new Date(at);
  const accepted = { briefId: brief.id, newBriefId: taken.id, from: 'seen' };
  say(batch, 'hand-over.accepted', { at, about: { ...about, postId: to.id }, payload: accepted, who: POST });
  const routed = { concernId: life.concern.id, briefId: taken.id, postId: to.id };
  say(batch, 'concern.routed', { at: at + 10_000, about: aboutConcern(life), payload: routed });
  return taken;
}

/** What the clockwork says when a step is late; undecided or pressing matters come before the superior, once. */
function missClock(
  life: Life,
  { brief, clock, until }: { brief: Brief; clock: 'seen' | 'decision'; until: number },
): void {
  const due = new Date(clock === 'seen' ? brief.seenDueAt : brief.decideDueAt).getTime();
  if (due >= until || !isPast(life, due)) return;
  if (clock === 'seen') brief.seenMissedAt = new Date(due);
  else brief.decideMissedAt = new Date(due);
  const { postId: _post, ...about } = aboutBrief(life, brief);
  say(life.batch, 'brief.clock-missed', { at: due, about, payload: { briefId: brief.id, clock } });
  openTask(life, { kind: 'clock-missed', at: due, minutes: clockOf(life.type.severity).decisionMinutes });
  const single = life.type.code === 'A03' && brief.sources === 'one';
  const slight = clock === 'seen' && life.type.severity < 4;
  if (!single && !slight && brief.kind !== 'escalation') escalate(life, { brief, at: due, cause: `${clock}-clock` });
}

function escalate(life: Life, { brief, at, cause }: { brief: Brief; at: number; cause: string }): void {
  const { batch, concern } = life;
  const fact = { about: aboutConcern(life), payload: { concernId: concern.id, briefId: brief.id, cause } };
  say(batch, 'concern.escalated', { ...fact, at });
  const superiorId = batch.stage.posts.get(brief.postId)?.superiorId;
  if (!superiorId || escalationOf(life)) return;
  const why = { rule: 'escalated', cause, service: 'police' };
  const above = makeBrief(life, { postId: superiorId, at, kind: 'escalation', why });
  const routed = { concernId: concern.id, briefId: above.id, postId: superiorId };
  say(batch, 'concern.routed', { at: at + 1000, about: aboutConcern(life), payload: routed });
  const seenAt = at + clockOf(life.type.severity).seenMinutes * 0.6 * MINUTE;
  if (!isPast(life, seenAt)) return;
  above.state = 'seen';
  above.seenAt = new Date(seenAt);
  sayWord(life, above, { word: 'seen', from: 'new', at: seenAt });
}

/** When and with what word the posts are through; a superior that has it too does it where the post cannot. */
export function endOfWork(
  life: Life,
  { plan, from, lastVoice }: Omit<Working, 'brief'>,
): { at: number; answer: AnswerCode } | undefined {
  const { end } = plan.work;
  const at = Math.max(from + end.at * MINUTE, lastVoice);
  const above = escalationOf(life);
  if (above && isActive(above)) missClock(life, { brief: above, clock: 'decision', until: at });
  if (end.word === 'done') return { at, answer: 'done' };
  if (!above || !isActive(above)) return { at, answer: end.reason === 'not-ours' ? 'not-ours' : 'cannot' };
  const doneAt =
    Math.max(at, new Date(above.releasedAt).getTime()) + clockOf(life.type.severity).decisionMinutes * 0.4 * MINUTE;
  if (isPast(life, doneAt)) {
    above.state = 'done';
    above.decidedAt = new Date(doneAt);
    sayWord(life, above, { word: 'done', from: 'seen', at: doneAt });
  } else missClock(life, { brief: above, clock: 'decision', until: doneAt });
  return { at: doneAt, answer: 'done' };
}
