// Referrals of restricted concerns: whom, with which consent, accepted or withdrawn. The protection officer's class alone reads them.
import type { Selectable } from 'kysely';
import type { RespondReferralTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

type Referral = Selectable<RespondReferralTable>;

export async function insertReferral(ctx: Ctx, referral: Omit<Referral, 'acceptedAt' | 'withdrawnAt'>): Promise<void> {
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

export async function updateReferral(
  ctx: Ctx,
  id: string,
  change: { acceptedAt?: Date | null; withdrawnAt?: Date },
): Promise<void> {
  await ctx.tx.updateTable('respondReferral').set(change).where('id', '=', id).execute();
}
