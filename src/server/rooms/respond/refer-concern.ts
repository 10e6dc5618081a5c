// A restricted concern is offered to, and sent to, a service of the directory; her recorded answer decides (decisions.md 7).
import type { DeclineReason, ReferralStep } from '../../../shared/domain/referral.ts';
import { mayStep, referralStateOf, referralSteps } from '../../../shared/domain/referral.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { findRootArea, listReferralServicesAt, type ReferralService } from '../know/index.ts';
import { getOwnConcern, mustMove, refused } from './get-own-concern.ts';
import { findConsent, type Said } from './record-consent.ts';
import { type Concern, findConcern, updateConcern } from './store-concern.ts';
import { insertReferral, lockReferral, type Referral, updateReferral } from './store-referral.ts';
import { aboutConcern } from './tell.ts';

export type Referring = { serviceId: string; send: boolean };

/** Services that are there today where this happened; of the whole country when nobody knows where. */
export async function listServicesFor(
  ctx: WebCtx,
  concern: Pick<Concern, 'areaId' | 'scopeId'>,
  timeZone: string,
): Promise<ReferralService[]> {
  const areaId = concern.areaId ?? concern.scopeId ?? (await findRootArea(ctx))?.id;
  return areaId === undefined ? [] : listReferralServicesAt(ctx, areaId, timeZone);
}

export async function referConcern(
  ctx: WebCtx,
  id: string,
  { serviceId, send, timeZone }: Referring & { timeZone: string },
): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane === 'ordinary') throw problem('concern.lane', { concernId: id });
  const service = (await listServicesFor(ctx, concern, timeZone)).find((one) => one.id === serviceId);
  if (!service) throw problem('referral-service.not-found', { serviceId });
  const said = await findConsent(ctx, id);
  // What she refused is not even offered again before she was asked again.
  const leave = send ? leaveOf(concern, said, ctx.now) : offerOf(concern, said);
  // No id kind of its own is needed: a referral is a deed.
  const referralId = ctx.id('deed');
  const by = { referredBy: ctx.person.userId, referredAt: ctx.now, sentAt: send ? ctx.now : null };
  const to = { serviceId, body: service.name };
  await insertReferral(ctx, { id: referralId, concernId: id, lane: concern.lane, ...to, ...leave, ...by });
  if (send) await beReferred(ctx, concern);
  const from = send ? concern.state : 'offered';
  return ctx.emit('concern.referred', aboutConcern(concern), { concernId: id, referralId, from });
}

export type Step = { step: Exclude<ReferralStep, 'declined'> } | { step: 'declined'; reason: DeclineReason };

/** Throws `concern.consent` when it is to be sent and she has not agreed, and refuses a step out of its turn. */
export async function moveReferral(ctx: WebCtx, referralId: string, move: Step): Promise<string> {
  const referral = await lockReferral(ctx, referralId);
  const concern = referral && (await findConcern(ctx, referral.concernId));
  if (!referral || !concern) throw problem('concern.not-found', { referralId });
  if (!mayStep(referralStateOf(referral, false), move.step)) throw refused(concern);
  if (move.step === 'sent') {
    const leave = leaveOf(concern, await findConsent(ctx, concern.id), ctx.now);
    await updateReferral(ctx, referralId, { sentAt: ctx.now, ...leave });
    await beReferred(ctx, concern);
  } else await updateReferral(ctx, referralId, momentOf(move, ctx.now));
  const from = `${move.step} ${concern.state}`;
  return ctx.emit('referral.moved', aboutConcern(concern), { concernId: concern.id, referralId, from });
}

function momentOf(move: Exclude<Step, { step: 'sent' }>, now: Date): Parameters<typeof updateReferral>[2] {
  if (move.step === 'declined') return { declinedAt: now, declineReason: move.reason };
  if (move.step === 'reminded') return { remindedAt: now };
  return move.step === 'accepted' ? { acceptedAt: now } : { doneAt: now };
}

type Leave = Pick<Referral, 'consent' | 'consentAt'>;

/** A survivor's matter leaves the room only as she wishes; oversight of a post may not hang on one person's courage. */
function leaveOf(concern: Concern, said: Said | undefined, now: Date): Leave {
  if (said?.answer === 'yes') return { consent: 'given', consentAt: said.at };
  if (concern.lane === 'protection') throw problem('concern.consent', { concernId: concern.id });
  return { consent: 'not-needed', consentAt: now };
}

function offerOf(concern: Concern, said: Said | undefined): Leave {
  if (said && said.answer !== 'yes') throw problem('concern.consent', { concernId: concern.id });
  return { consent: null, consentAt: null };
}

async function beReferred(ctx: WebCtx, concern: Concern): Promise<void> {
  if (concern.state !== 'referred') mustMove(concern, 'referred');
  await updateConcern(ctx, concern.id, { state: 'referred' });
}

const undone: Readonly<Record<ReferralStep, Parameters<typeof updateReferral>[2]>> = {
  sent: { sentAt: null, consent: null, consentAt: null },
  reminded: { remindedAt: null },
  accepted: { acceptedAt: null },
  declined: { declinedAt: null, declineReason: null },
  done: { doneAt: null },
};

/** Which step was taken back; undefined when it is no longer as the deed left it. */
export async function unmoveReferral(ctx: WebCtx, referralId: string, said: string): Promise<ReferralStep | undefined> {
  const step = referralSteps.find((known) => known === said);
  const referral = await lockReferral(ctx, referralId);
  const left = step === 'reminded' ? 'sent' : step;
  if (!step || !referral || referralStateOf(referral, false) !== left) return undefined;
  await updateReferral(ctx, referralId, undone[step]);
  return step;
}
