// A restricted concern goes to a named body outside, with consent on record (decisions.md 7).
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getOwnConcern, mustMove, refused } from './get-own-concern.ts';
import { mustNotHaveRefused } from './record-consent.ts';
import { mustBeSafe } from './safe-text.ts';
import { findConcern, updateConcern } from './store-concern.ts';
import { insertReferral, lockReferral, updateReferral } from './store-referral.ts';
import { aboutConcern } from './tell.ts';

export type Referring = { body: string; consent: 'given' | 'not-needed' };

export async function referConcern(ctx: WebCtx, id: string, { body, consent }: Referring): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane === 'ordinary') throw problem('concern.lane', { concernId: id });
  mustBeSafe(body, 'body');
  // A survivor's matter leaves the room only as she wishes; oversight of a post may not hang on one person's courage.
  if (concern.lane === 'protection' && consent !== 'given') throw problem('request.invalid', { field: 'consent' });
  if (consent === 'given') await mustNotHaveRefused(ctx, id);
  if (concern.state !== 'referred') mustMove(concern, 'referred');
  // No id kind of its own is needed: a referral is a deed.
  const referralId = ctx.id('deed');
  const by = { referredBy: ctx.person.userId, referredAt: ctx.now, consentAt: ctx.now };
  await insertReferral(ctx, { id: referralId, concernId: id, lane: concern.lane, body, consent, ...by });
  await updateConcern(ctx, id, { state: 'referred' });
  return ctx.emit('concern.referred', aboutConcern(concern), { concernId: id, referralId, from: concern.state });
}

export async function acceptReferral(ctx: WebCtx, referralId: string): Promise<string> {
  const referral = await lockReferral(ctx, referralId);
  const concern = referral && (await findConcern(ctx, referral.concernId));
  if (!referral || !concern) throw problem('concern.not-found', { referralId });
  if (referral.acceptedAt) throw refused(concern);
  await updateReferral(ctx, referralId, { acceptedAt: ctx.now });
  return ctx.emit('concern.referred', aboutConcern(concern), { concernId: concern.id, referralId, from: 'accepted' });
}
