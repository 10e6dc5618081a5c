// She was asked whether her matter may be referred out; her newest answer decides, and may be taken back at any time.
import type { ConsentAnswer } from '../../../shared/domain/consent.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { getOwnConcern, mustStand } from './get-own-concern.ts';
import { dropConsent, insertConsent, listConsents } from './store-consent.ts';
import { listReferrals } from './store-referral.ts';
import { aboutConcern } from './tell.ts';

export async function recordConsent(ctx: WebCtx, id: string, answer: ConsentAnswer): Promise<string> {
  const concern = await getOwnConcern(ctx, id);
  if (concern.lane === 'ordinary') throw problem('concern.lane', { concernId: id });
  mustStand(concern);
  // Only what was given can be taken back.
  if (answer === 'withdrawn' && !(await hasConsented(ctx, id))) throw problem('concern.consent', { concernId: id });
  // No id kind of its own is needed: it is a deed.
  const consentId = ctx.id('deed');
  const asked = { askedBy: ctx.person.userId, askedAt: ctx.now };
  await insertConsent(ctx, { id: consentId, concernId: id, lane: concern.lane, answer, ...asked });
  return ctx.emit('consent.recorded', aboutConcern(concern), { concernId: id, consentId });
}

/** A yes said with an earlier referral counts as much as one recorded by itself. */
async function hasConsented(ctx: WebCtx, id: string): Promise<boolean> {
  const [newest] = await listConsents(ctx, id);
  if (newest) return newest.answer === 'yes';
  return (await listReferrals(ctx, id)).some(({ consent }) => consent === 'given');
}

/** Her no, or a yes taken back, is not overruled by a tick on the form: she is asked again, and that is recorded first. */
export async function mustNotHaveRefused(ctx: WebCtx, id: string): Promise<void> {
  const [newest] = await listConsents(ctx, id);
  if (newest && newest.answer !== 'yes') throw problem('concern.consent', { concernId: id });
}

export async function undoConsent(ctx: WebCtx, concernId: string, consentId: string): Promise<boolean> {
  const [newest] = await listConsents(ctx, concernId);
  if (newest?.id !== consentId) return false;
  await dropConsent(ctx, consentId);
  return true;
}
