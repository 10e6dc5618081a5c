// She was asked whether her matter may be referred out; her newest answer decides, and may be taken back at any time.
import { type ConsentAnswer, consentAnswers } from '../../../shared/domain/consent.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getOwnConcern, mustStand } from './get-own-concern.ts';
import { lockConcern } from './store-concern.ts';
import { dropConsent, insertConsent, listConsents } from './store-consent.ts';
import { listReferrals } from './store-referral.ts';
import { findTelling } from './store-telling.ts';
import { aboutConcern } from './tell.ts';

export async function recordConsent(ctx: WebCtx, id: string, answer: ConsentAnswer): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane === 'ordinary') throw problem('concern.lane', { concernId: id });
  mustStand(concern);
  // Only what was given can be taken back.
  if (answer === 'withdrawn' && (await findConsent(ctx, id))?.answer !== 'yes')
    throw problem('concern.consent', { concernId: id });
  // No id kind of its own is needed: it is a deed.
  const consentId = ctx.id('deed');
  const asked = { askedBy: ctx.person.userId, askedAt: ctx.now };
  await insertConsent(ctx, { id: consentId, concernId: id, lane: concern.lane, answer, ...asked });
  return ctx.emit('consent.recorded', aboutConcern(concern), { concernId: id, consentId });
}

/** What she agreed to when somebody entered her telling, kept with her case: where it is one of the restricted lanes, and hers alone. */
export async function keepConsent(
  ctx: Ctx,
  reportId: string,
  said: { answer: 'yes' | 'no'; askedBy: string; askedAt: Date },
): Promise<void> {
  const telling = await findTelling(ctx, reportId);
  const concern = telling && (await lockConcern(ctx, telling.concernId));
  if (!concern || concern.lane === 'ordinary' || concern.voices > 1) return;
  const consentId = ctx.id('deed');
  await insertConsent(ctx, { id: consentId, concernId: concern.id, lane: concern.lane, ...said });
  await ctx.emit('consent.recorded', aboutConcern(concern), { concernId: concern.id, consentId });
}

export type Said = { answer: ConsentAnswer; at: Date };

/** Her newest answer; undefined when nobody has asked. A yes said with an earlier referral counts as much as one recorded by itself. */
export async function findConsent(ctx: Ctx, id: string): Promise<Said | undefined> {
  const [newest] = await listConsents(ctx, id);
  if (newest) return { answer: toAnswer(newest.answer), at: newest.askedAt };
  const given = (await listReferrals(ctx, id)).find(({ consent }) => consent === 'given');
  return given && { answer: 'yes', at: given.consentAt ?? given.referredAt };
}

const toAnswer = (said: string): ConsentAnswer => consentAnswers.find((known) => known === said) ?? 'no';

export async function undoConsent(ctx: WebCtx, concernId: string, consentId: string): Promise<boolean> {
  const [newest] = await listConsents(ctx, concernId);
  if (newest?.id !== consentId) return false;
  await dropConsent(ctx, consentId);
  return true;
}
