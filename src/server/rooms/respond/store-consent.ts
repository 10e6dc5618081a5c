// What tellers of restricted concerns agreed to. The protection officer's class alone reads it.
import type { Selectable } from 'kysely';
import type { RespondConsentTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type Consent = Omit<Selectable<RespondConsentTable>, 'undoneAt'>;

export async function insertConsent(ctx: Ctx, consent: Consent): Promise<void> {
  await ctx.tx.insertInto('respondConsent').values(consent).execute();
}

/** Those that stand, newest first. She is asked a few times; more than this no screen shows. */
export async function listConsents(ctx: Ctx, concernId: string): Promise<Consent[]> {
  return ctx.tx
    .selectFrom('respondConsent')
    .select(['id', 'concernId', 'lane', 'answer', 'askedBy', 'askedAt'])
    .where('concernId', '=', concernId)
    .where('undoneAt', 'is', null)
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}

export async function dropConsent(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.updateTable('respondConsent').set({ undoneAt: ctx.now }).where('id', '=', id).execute();
}
