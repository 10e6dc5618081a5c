// SQL of conversations by menu and of missed calls.

import { sql } from 'kysely';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Db } from '../../db/client.ts';
import type { Ctx, Tx } from '../../db/tx.ts';

export type Conversation = {
  contactId: string;
  gatewayId: string;
  sessionKey: Buffer;
  sourceKey: Buffer;
  abuseKey: Buffer;
  stateCt: Buffer;
  tellable: boolean;
  beganAt: Date;
  touchedAt: Date;
  origin: Origin;
};

/** The contact's conversation, held until the transaction ends; two steps of one phone never cross. */
export async function lockConversation(tx: Tx, contactId: string): Promise<Conversation | undefined> {
  // The row may not be there yet: the lock is on the contact's id, not on a row.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`menu ${contactId}`}, 0))`.execute(tx);
  return tx.selectFrom('listenConversation').selectAll().where('contactId', '=', contactId).executeTakeFirst();
}

export async function saveConversation(tx: Tx, conversation: Conversation): Promise<void> {
  const { contactId: _, ...values } = conversation;
  await tx
    .insertInto('listenConversation')
    .values(conversation)
    .onConflict((conflict) => conflict.column('contactId').doUpdateSet(values))
    .execute();
}

export async function deleteConversation(ctx: Pick<Ctx, 'tx'>, contactId: string): Promise<void> {
  await ctx.tx.deleteFrom('listenConversation').where('contactId', '=', contactId).execute();
}

export type MissedCallRow = {
  id: string;
  contactId: string;
  gatewayId: string;
  sourceKey: Buffer;
  abuseKey: Buffer;
  dedupeKey: Buffer;
  calledAt: Date;
  origin: Origin;
};

/** False when the gateway repeats itself. */
export async function insertCall(db: Db | Tx, call: MissedCallRow): Promise<boolean> {
  const done = await db
    .insertInto('listenCall')
    .values(call)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function findCall(ctx: Pick<Ctx, 'tx'>, id: string) {
  return ctx.tx.selectFrom('listenCall').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether a task was made of a ring of the same contact since then. */
export async function wasAskedSince(ctx: Pick<Ctx, 'tx'>, contactId: string, since: Date): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('listenCall')
    .select('id')
    .where('contactId', '=', contactId)
    .where('askedAt', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function setAsked(ctx: Pick<Ctx, 'tx'>, { id, calledAt }: { id: string; calledAt: Date }): Promise<void> {
  await ctx.tx.updateTable('listenCall').set({ askedAt: calledAt }).where('id', '=', id).execute();
}

/** With which flood a ring waits. */
export async function setHeldRing(ctx: Pick<Ctx, 'tx'>, id: string, floodGroup: string): Promise<void> {
  await ctx.tx.updateTable('listenCall').set({ floodGroup }).where('id', '=', id).execute();
}

/** Of the rings of released groups so many wait with no flood any more. */
export async function freeRings(
  ctx: Pick<Ctx, 'tx'>,
  floodId: string,
  { most, decidedBefore }: { most: number; decidedBefore: Date },
): Promise<string[]> {
  const released = ctx.tx
    .selectFrom('listenCall as held')
    .innerJoin('listenFloodGroup as g', 'g.id', 'held.floodGroup')
    .select('held.id')
    .where('g.floodId', '=', floodId)
    .where('g.state', '=', 'released')
    .where('g.decidedAt', '<=', decidedBefore)
    .orderBy('held.id')
    .limit(most);
  const rows = await ctx.tx
    .updateTable('listenCall')
    .set({ floodGroup: null })
    .where('id', 'in', released)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
