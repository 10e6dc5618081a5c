// From release to an answer: the brief, the post's work against its clock, the superior where it is late; then the tellers' replies.
import type { AnswerCode } from '../../../../../shared/domain/answer.ts';
import { clockOf } from '../../../../../shared/domain/severity.ts';
import type { Round } from '../facts.ts';
import { MINUTE, say } from './batch.ts';
import { aboutBrief, endOfWork, escalationOf, isActive, makeBrief, playWork, renewBrief } from './brief.ts';
import { aboutConcern, endTasks, isPast, type Life, openTask } from './life.ts';
import { nextMorning } from './local-time.ts';
import { answerTellers, type Heard } from './loop.ts';
import { mayGoTo } from './may-go-to.ts';
import { askTaskAt } from './questions.ts';
import { hold, release, sayTriageMissed } from './triage.ts';

export type Played = { from: number; round: 0 | 1 };

const roundOf = (life: Life, round: 0 | 1): Round => life.matter.rounds[round];

/** `from` is the release, or the morning on which the post reads that it was reopened. */
export function playRound(life: Life, { from, round }: Played): void {
  const { matter, type, batch } = life;
  const plan = roundOf(life, round);
  const post = batch.stage.findPost(type.code, matter.council.lineage);
  if (!post || !mayGoTo(type.code, post.service)) {
    leaveUnrouted(life, { from, round });
    return;
  }
  const [standing] = life.briefs;
  const brief = standing
    ? renewBrief(life, standing, from)
    : makeBrief(life, { postId: post.id, at: from, kind: type.danger ? 'danger' : 'brief' });
  setAnswerDue(life, from);
  say(batch, 'concern.routed', {
    at: from + 1000,
    about: aboutConcern(life),
    payload: { concernId: life.concern.id, briefId: brief.id, postId: brief.postId },
  });
  playWork(life, { brief, plan, from, lastVoice: lastVoice(life) });
  const end = plan.coordinator.alone ? undefined : endOfWork(life, { plan, from, lastVoice: lastVoice(life) });
  if (!end) {
    const at = Math.max(from + plan.coordinator.after * MINUTE, lastVoice(life));
    answerByPerson(life, { at, answer: plan.coordinator.answer, round });
    return;
  }
  if (!isPast(life, end.at)) return;
  withdrawEscalation(life, end.at);
  answer(life, { at: end.at + 10_000, answer: end.answer, round, by: 'post' });
}

const lastVoice = (life: Life): number => Math.max(...life.told.map(({ at }) => at)) + 5 * MINUTE;

function setAnswerDue(life: Life, from: number): void {
  const due = new Date(from + clockOf(life.type.severity).decisionMinutes * MINUTE);
  for (const { row } of life.told) if (!row.answeredAt) row.answerDueAt = due;
}

function leaveUnrouted(life: Life, { from, round }: Played): void {
  const { concern, batch } = life;
  setAnswerDue(life, from);
  say(batch, 'concern.unrouted', { at: from + 1000, about: aboutConcern(life), payload: { concernId: concern.id } });
  openTask(life, { kind: 'nobody-responsible', at: from + 1000, minutes: clockOf(life.type.severity).seenMinutes });
  const plan = roundOf(life, round).coordinator;
  answerByPerson(life, { at: from + plan.after * MINUTE, answer: plan.answer, round });
}

function withdrawEscalation(life: Life, at: number): void {
  const escalation = escalationOf(life);
  if (!escalation || !isActive(escalation)) return;
  escalation.state = 'withdrawn';
  const { postId: _post, ...about } = aboutBrief(life, escalation);
  say(life.batch, 'brief.withdrawn', { at, about, payload: { briefId: escalation.id } });
}

export function answerByPerson(life: Life, given: { at: number; answer: AnswerCode; round: 0 | 1 }): void {
  if (isPast(life, given.at)) answer(life, { ...given, by: 'person' });
}

type Answer = { at: number; answer: AnswerCode; round: 0 | 1; by: 'post' | 'person' };

function answer(life: Life, { at, answer: code, round, by }: Answer): void {
  const { concern, batch, coordinator } = life;
  concern.state = 'answered';
  concern.answerCode = code;
  concern.answeredAt = new Date(at);
  const who = by === 'person' ? { who: coordinator } : {};
  say(batch, 'concern.answered', {
    at,
    about: aboutConcern(life),
    payload: { concernId: concern.id, answer: code },
    ...who,
  });
  endTasks(life, at + 1000, [
    'triage',
    'worse',
    'nobody-responsible',
    ...(by === 'person' ? (['post-cannot'] as const) : []),
  ]);
  const against = answerTellers(life, { at: at + 1000, round });
  if (against) openAgain(life, against);
}

/** "No" is in the post's list the next morning; "worse" stops at a person first. */
function openAgain(life: Life, { at, mark }: Heard): void {
  const { concern, batch, matter } = life;
  concern.reopened = (concern.reopened ?? 0) + 1;
  say(batch, 'concern.reopened', { at, about: aboutConcern(life), payload: { concernId: concern.id, solved: mark } });
  const [, again] = matter.rounds;
  const waited = at + again.triage * MINUTE;
  if (mark === 3) Object.assign(concern, { answerCode: null, answeredAt: null });
  if (mark === 3 && life.briefs.length > 0) {
    showInTheMorning(life, at);
    return;
  }
  hold(life, { at, reasons: mark === 4 ? ['worse'] : [], kind: mark === 4 ? 'worse' : 'triage' });
  sayTriageMissed(life, waited);
  if (!isPast(life, waited)) return;
  if (life.briefs.length === 0) {
    answerByPerson(life, { at: waited, answer: again.coordinator.answer, round: 1 });
    return;
  }
  release(life, waited, 'person');
  playRound(life, { from: waited + 10_000, round: 1 });
}

function showInTheMorning(life: Life, at: number): void {
  const { concern } = life;
  concern.state = 'open';
  const morning = nextMorning(at);
  if (isPast(life, morning)) {
    playRound(life, { from: morning, round: 1 });
    return;
  }
  const payload = { concernId: concern.id, reopened: concern.reopened ?? 1 };
  askTaskAt(life, {
    id: `ta_reopened_${concern.id}_${payload.reopened}`,
    hearing: 'show-reopened',
    payload,
    at: morning,
  });
}
