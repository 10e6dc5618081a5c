// Referrals of restricted concerns: to which service, with which consent, and every step of it. The protection officer's class alone works them.
import type { Selectable } from 'kysely';
import type { RespondReferralTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type Referral = Selectable<RespondReferralTable>;
type Begun =
  | 'id'
  | 'concernId'
  | 'lane'
  | 'serviceId'
  | 'body'
  | 'consent'
  | 'consentAt'
  | 'referredBy'
  | 'referredAt'
  | 'sentAt';

export async function insertReferral(ctx: Ctx, referral: Pick<Referral, Begun>): Promise<void> {
  await ctx.tx.insertInto('respondReferral').values(referral).execute();
}

export async function listReferrals(ctx: Ctx, concernId: string): Promise<Referral[]> {
  return ctx.tx
    .selectFrom('respondReferral')
    .selectAll()
    .where('concernId', '=', concernId)
    .where('withdrawnAt', 'is', null)
    .orderBy('referredAt')
    .execute();
}

/** One that still stands. */
export async function lockReferral(ctx: Ctx, id: string): Promise<Referral | undefined> {
  return ctx.tx
    .selectFrom('respondReferral')
    .selectAll()
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

type Change = Partial<
  Pick<
    Referral,
    | 'sentAt'
    | 'remindedAt'
    | 'acceptedAt'
    | 'declinedAt'
    | 'declineReason'
    | 'doneAt'
    | 'withdrawnAt'
    | 'consent'
    | 'consentAt'
  >
>;

export async function updateReferral(ctx: Ctx, id: string, change: Change): Promise<void> {
  await ctx.tx.updateTable('respondReferral').set(change).where('id', '=', id).execute();
}
