// SQL of floods: what is held, in which groups, and what a person decided of them.

import { sql } from 'kysely';
import type { FloodMark, FloodState } from '../../../shared/domain/flood.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export async function findGroupState(ctx: Tx, groupId: string): Promise<FloodState | undefined> {
  const row = await ctx.tx.selectFrom('listenFloodGroup').select('state').where('id', '=', groupId).executeTakeFirst();
  return row?.state;
}

/** True when this began the flood; its group is there in any case. */
export async function insertGroup(
  ctx: Tx,
  { floodId, groupId, cause }: FloodMark,
  first: { gatewayId: string; at: Date; origin: Origin },
): Promise<boolean> {
  const { at, gatewayId } = first;
  const origin = first.origin === 'import' ? 'live' : first.origin;
  const began = await ctx.tx
    .insertInto('listenFlood')
    .values({ id: floodId, gatewayId, beganAt: at, origin })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await ctx.tx
    .insertInto('listenFloodGroup')
    .values({ id: groupId, floodId, cause, lastAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return began.numInsertedOrUpdatedRows === 1n;
}

/** Counts one more urgent text through, while neither its group nor the whole flood has had its share. */
export async function letThrough(
  ctx: Tx,
  { floodId, groupId }: FloodMark,
  most: { ofGroup: number; ofFlood: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update listen_flood_group set let_through = let_through + 1
    where id = ${groupId} and let_through < ${most.ofGroup}
      and (select sum(g.let_through) from listen_flood_group g where g.flood_id = ${floodId}) < ${most.ofFlood}`.execute(
    ctx.tx,
  );
  return numAffectedRows === 1n;
}

/** Counts one more held text; returns how many there are now. */
export async function countHeld(ctx: Tx, groupId: string, held: { urgent: boolean; at: Date }): Promise<number> {
  const row = await ctx.tx
    .updateTable('listenFloodGroup')
    .set((eb) => ({
      texts: eb('texts', '+', 1),
      urgent: eb('urgent', '+', held.urgent ? 1 : 0),
      lastAt: eb.fn<Date>('greatest', ['lastAt', eb.val(held.at)]),
    }))
    .where('id', '=', groupId)
    .returning('texts')
    .executeTakeFirstOrThrow();
  return row.texts;
}

export async function insertSample(
  ctx: Tx,
  sample: { messageId: string; groupId: string; scopeId: string | null; masked: string },
): Promise<void> {
  await ctx.tx.insertInto('listenFloodSample').values(sample).execute();
}

export async function findFlood(ctx: Tx, id: string) {
  return ctx.tx.selectFrom('listenFlood').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of the last weeks, newest first: for whoever looks again at what was set aside. */
export async function listFloodsSince(ctx: Tx, since: Date) {
  return ctx.tx
    .selectFrom('listenFlood as f')
    .innerJoin('listenFloodGroup as g', 'g.floodId', 'f.id')
    .select((eb) => ['f.id', 'f.gatewayId', 'f.beganAt', eb.fn.sum<string>('g.texts').as('texts')])
    .where('f.beganAt', '>=', since)
    .groupBy('f.id')
    .having((eb) => eb.fn.sum<string>('g.texts'), '>', '0')
    .orderBy('f.beganAt', 'desc')
    .limit(50)
    .execute();
}

/** Largest first, those with words of danger before the rest. */
export async function listGroups(ctx: Tx, floodId: string) {
  return ctx.tx
    .selectFrom('listenFloodGroup')
    .select(['id', 'cause', 'state', 'texts', 'urgent', 'lastAt', 'decidedAt'])
    .where('floodId', '=', floodId)
    .where('texts', '>', 0)
    .orderBy('urgent', 'desc')
    .orderBy('texts', 'desc')
    .orderBy('id')
    .execute();
}

export async function listSamples(ctx: Tx, groupIds: readonly string[]) {
  if (groupIds.length === 0) return [];
  return ctx.tx
    .selectFrom('listenFloodSample')
    .select(['groupId', 'masked'])
    .where('groupId', 'in', [...groupIds])
    .orderBy('messageId')
    .execute();
}

export async function countSenders(ctx: Tx, floodId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ groupId: string; senders: number }>`
    select group_id, senders from ctx.flood_senders(${floodId})`.execute(ctx.tx);
  return new Map(rows.map(({ groupId, senders }) => [groupId, senders]));
}

/** The groups that changed: each from a state in which this may be decided of it. */
export async function setGroupState(
  ctx: Pick<Ctx, 'tx' | 'now' | 'actor'>,
  floodId: string,
  change: { to: FloodState; from: readonly FloodState[]; groupId: string | undefined; decidedSince?: Date },
): Promise<number> {
  const changed = await ctx.tx
    .updateTable('listenFloodGroup')
    .set({ state: change.to, decidedBy: ctx.actor.id, decidedAt: ctx.now })
    .where('floodId', '=', floodId)
    .where('state', 'in', [...change.from])
    .$if(change.groupId !== undefined, (query) => query.where('id', '=', change.groupId ?? ''))
    .$if(change.decidedSince !== undefined, (query) =>
      query.where((eb) => eb.or([eb('state', '<>', 'released'), eb('decidedAt', '>', change.decidedSince ?? ctx.now)])),
    )
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}

/** Held texts of released groups, a piece at a time, in the order of their ids. */
export async function listReleased(
  ctx: Tx,
  floodId: string,
  page: { after: string; most: number; decidedBefore: Date },
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('listenOutcome')
    .innerJoin('listenFloodGroup as g', 'g.id', 'listenOutcome.subjectId')
    .select('messageId')
    .where('kind', '=', 'held')
    .where('g.floodId', '=', floodId)
    .where('g.state', '=', 'released')
    .where('g.decidedAt', '<=', page.decidedBefore)
    .where('messageId', '>', page.after)
    .orderBy('messageId')
    .limit(page.most)
    .execute();
  return rows.map(({ messageId }) => messageId);
}
