// A matter from the first telling to where it stands on the day of init, by the rules of the room that will go on with it.
import type { HoldReason } from '../../../../../shared/domain/concern.ts';
import { isRestricted } from '../../../../../shared/domain/lane.ts';
import { joinWindowHours } from '../../../../../shared/domain/triage.ts';
import type { Matter } from '../facts.ts';
import { type Batch, MINUTE, ORIGIN, say } from './batch.ts';
import { raiseDanger } from './danger.ts';
import { aboutConcern, type Concern, endTasks, isPast, type Life } from './life.ts';
import { localDay, timeBandOf } from './local-time.ts';
import { narrativeFor } from './masked.ts';
import { answerByPerson, playRound } from './rounds.ts';
import { hold, release, sayTriageMissed } from './triage.ts';
import { sayJoined, writeTelling } from './write-telling.ts';

/** A service complaint: a figure, never a brief (decisions.md 7). */
const SERVICE_COMPLAINT = 'J04';
const NEWEST_MS = 2 * MINUTE;

export function writeMatter(batch: Batch, matter: Matter): void {
  const type = batch.stage.types.get(matter.typeCode);
  const at = matter.at.getTime();
  if (!type || at > batch.until - NEWEST_MS) return;
  const role = isRestricted(type.lane) ? ('protection-officer' as const) : ('coordinator' as const);
  const { people } = batch.stage;
  const concern = concernOf(batch, matter);
  const life: Life = {
    batch,
    matter,
    type,
    lane: type.lane,
    concern,
    told: [],
    briefs: [],
    open: new Map(),
    coordinator: { id: role === 'coordinator' ? people.coordinator : people.protectionOfficer, role },
  };
  batch.respond.concerns.push(concern);
  tell(life, at);
  settle(life, at + 3000);
}

function concernOf(batch: Batch, { typeCode, council, at, tellings }: Matter): Concern {
  const type = batch.stage.types.get(typeCode);
  const { dice } = batch;
  const id = dice.id('concern');
  const lane = type?.lane ?? 'ordinary';
  return {
    id,
    ref: batch.reference(),
    lane,
    typeCode,
    severity: type?.severity ?? 3,
    danger: type?.danger ?? false,
    areaId: council.areaId,
    placeBy: tellings[0]?.by === 'listener' ? 'listener' : 'name',
    scopeId: council.districtId,
    timeBand: timeBandOf(at),
    toldOn: localDay(at),
    ...narrativeFor(batch.keys, { lane, concernId: id, text: tellings[0]?.text ?? '' }),
    releasedNarrative: null,
    narrativeOf: null,
    voices: 1,
    sources: 1,
    state: 'triage',
    holdReasons: [],
    triageDueAt: null,
    triageMissedAt: null,
    openedAt: new Date(at.getTime() + 2000),
    releasedAt: null,
    releasedBy: null,
    answerCode: null,
    answeredAt: null,
    closedAt: null,
    closeReason: null,
    reopened: 0,
    mergedInto: null,
    origin: ORIGIN,
  };
}

/** By rule others join for the same type and place within the type's window; in a restricted lane nobody does. */
function tell(life: Life, at: number): void {
  const { batch, matter, type, concern } = life;
  const window = joinWindowHours(type.severity) * 60;
  const mayJoin = type.lane === 'ordinary' && type.code !== SERVICE_COMPLAINT;
  for (const [n, telling] of matter.tellings.entries()) {
    const toldAt = at + telling.after * MINUTE;
    if (n > 0 && (!mayJoin || telling.after >= window || toldAt > batch.until - NEWEST_MS)) continue;
    const told = writeTelling(life, telling, toldAt);
    life.told.push(told);
    batch.respond.tellings.push(told.row);
    if (n > 0) sayJoined(life, told);
    else {
      concern.narrativeOf = told.row.reportId;
      const payload = { concernId: concern.id, reportId: told.row.reportId };
      say(batch, 'concern.opened', { at: toldAt + 2000, about: aboutConcern(life), payload });
    }
  }
  concern.voices = life.told.length;
  concern.sources = new Set(life.told.map(({ row }) => row.contactId)).size;
}

function settle(life: Life, at: number): void {
  const { type, lane } = life;
  const reasons = reasonsOf(life);
  if (type.danger && lane === 'ordinary') raiseDanger(life, at);
  if (lane === 'ordinary' && reasons.length === 0) {
    release(life, at, 'rule');
    playRound(life, { from: at, round: 0 });
    return;
  }
  hold(life, { at, reasons, kind: 'triage' });
  const waited = at + life.matter.rounds[0].triage * MINUTE;
  sayTriageMissed(life, waited);
  if (isRestricted(lane)) {
    refer(life, at);
    return;
  }
  if (!isPast(life, waited)) return;
  if (type.code === SERVICE_COMPLAINT) {
    answerByPerson(life, { at: waited, answer: 'information', round: 0 });
    return;
  }
  release(life, waited, 'person');
  playRound(life, { from: waited + 10_000, round: 0 });
}

/** As respond's check-harm has it, for what these texts are. */
function reasonsOf({ matter, type, lane }: Life): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (!type.ruleRelease) reasons.push('type-not-on-list');
  if (matter.tellings[0]?.by !== 'keyword') reasons.push('type-not-her-word');
  if (lane === 'protection') reasons.push('protection-word');
  if (lane === 'oversight') reasons.push('oversight-word');
  if (type.code === 'A05' || type.code === 'B07') reasons.push('one-witness');
  if (matter.council.small) reasons.push('small-settlement');
  return reasons;
}

/** The protection officer refers it out, or answers herself. */
function refer(life: Life, at: number): void {
  const { batch, concern, lane, matter, coordinator } = life;
  const { referral } = matter;
  const referredAt = at + (referral?.after ?? matter.rounds[0].coordinator.after) * MINUTE;
  if (!isPast(life, referredAt) || lane === 'ordinary') return;
  if (!referral) {
    answerByPerson(life, { at: referredAt, answer: 'information', round: 0 });
    return;
  }
  const id = batch.dice.id('deed');
  const accepted = referredAt + (referral.acceptedAfter ?? Number.POSITIVE_INFINITY) * MINUTE;
  batch.respond.referrals.push({
    id,
    concernId: concern.id,
    lane,
    body: referral.body,
    consent: lane === 'protection' ? 'given' : 'not-needed',
    consentAt: new Date(referredAt),
    referredBy: coordinator.id,
    referredAt: new Date(referredAt),
    serviceId: null,
    sentAt: new Date(referredAt),
    acceptedAt: isPast(life, accepted) ? new Date(accepted) : null,
    declinedAt: null,
    declineReason: null,
    doneAt: null,
    withdrawnAt: null,
  });
  concern.state = 'referred';
  const fact = { about: aboutConcern(life), who: coordinator };
  say(batch, 'concern.referred', {
    ...fact,
    at: referredAt,
    payload: { concernId: concern.id, referralId: id, from: 'triage' },
  });
  endTasks(life, referredAt, ['triage']);
  if (!isPast(life, accepted)) return;
  say(batch, 'referral.moved', {
    ...fact,
    at: accepted,
    payload: { concernId: concern.id, referralId: id, from: 'accepted referred' },
  });
  const answered = accepted + 120 * MINUTE;
  if (isPast(life, answered)) answerByPerson(life, { at: answered, answer: 'referred', round: 0 });
}
