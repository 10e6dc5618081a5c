// What posts answer for, and who changed it. The database lets nobody rewrite the past, nor another district's.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

export type Responsibility = {
  id: string;
  typeCode: string | null;
  classCode: string | null;
  areaId: string;
  rank: number;
  validFrom: Date;
  validTo: Date | null;
  changedAt: Date | null;
  changedBy: string | null;
};

const MOST_LISTED = 200;

/** What a post answers for in the ordinary lane: what holds and what is to come first, then what is over; what never held is left out. */
export async function listResponsibilities(ctx: Ctx, postId: string): Promise<Responsibility[]> {
  const { rows } = await sql<Responsibility>`
    select r.id, r.type_code, r.class_code, r.area_id, r.rank, r.valid_from, r.valid_to, changed.at as changed_at, changed.by as changed_by
    from know_responsibility r left join lateral (
      select c.at, c.by from know_responsibility_change c where c.responsibility_id = r.id order by c.at desc limit 1) changed on true
    where r.post_id = ${postId} and r.lane = 'ordinary' and (r.valid_to is null or r.valid_to > r.valid_from)
    order by coalesce(r.valid_to, 'infinity') desc, r.class_code, r.type_code, r.id limit ${MOST_LISTED}`.execute(
    ctx.tx,
  );
  return rows;
}

export type Given = {
  id: string;
  postId: string;
  areaId: string;
  typeCode: string | null;
  classCode: string | null;
  from: Date;
};

export async function insertResponsibility(ctx: Ctx, { from, ...given }: Given): Promise<void> {
  await ctx.tx
    .insertInto('knowResponsibility')
    .values({ ...given, lane: 'ordinary', rank: 1, validFrom: from, validTo: null })
    .execute();
}

/** Those that answer first for exactly the same in exactly the same place, at that moment or later. */
export async function listSame(
  ctx: Ctx,
  { areaId, typeCode, classCode, from }: Omit<Given, 'id' | 'postId'>,
): Promise<{ id: string; postId: string; validFrom: Date; validTo: Date | null }[]> {
  const { rows } = await sql<{ id: string; postId: string; validFrom: Date; validTo: Date | null }>`
    select id, post_id, valid_from, valid_to from know_responsibility
    where area_id = ${areaId} and lane = 'ordinary' and rank = 1 and type_code is not distinct from ${typeCode}::text
      and (${typeCode}::text is not null or class_code = ${classCode}) and (valid_to is null or valid_to > greatest(valid_from, ${from}))
    order by id`.execute(ctx.tx);
  return rows;
}

export async function findResponsibility(
  ctx: Ctx,
  id: string,
): Promise<{ id: string; postId: string; areaId: string; validFrom: Date; validTo: Date | null } | undefined> {
  return ctx.tx
    .selectFrom('knowResponsibility')
    .select(['id', 'postId', 'areaId', 'validFrom', 'validTo'])
    .where('id', '=', id)
    .where('lane', '=', sql.lit('ordinary'))
    .executeTakeFirst();
}

export async function endResponsibilityAt(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await ctx.tx.updateTable('knowResponsibility').set({ validTo: at }).where('id', '=', id).execute();
}

type Change = {
  responsibilityId: string;
  change: 'given' | 'ended';
  causeId?: string | undefined;
  wasTo?: Date | null | undefined;
};

export async function insertChange(ctx: Ctx, { causeId, wasTo, ...change }: Change): Promise<void> {
  const by = { id: ctx.id('deed'), causeId: causeId ?? null, wasTo: wasTo ?? null, at: ctx.now, by: ctx.actor.id };
  await ctx.tx
    .insertInto('knowResponsibilityChange')
    .values({ ...change, ...by })
    .execute();
}

/** Undo: what was ended by this, itself or by what took its place, holds again as long as it had. False when there is nothing of it. */
export async function takeBackEnding(ctx: Ctx, of: { id: string } | { causeId: string }): Promise<boolean> {
  const mine =
    'id' in of ? sql`c.responsibility_id = ${of.id} and c.cause_id is null` : sql`c.cause_id = ${of.causeId}`;
  const { rows } = await sql<{ responsibilityId: string; wasTo: Date | null }>`
    delete from know_responsibility_change c
    where ${mine} and c.change = 'ended' and c.by = ${ctx.actor.id} returning c.responsibility_id, c.was_to`.execute(
    ctx.tx,
  );
  for (const { responsibilityId, wasTo } of rows) await endResponsibilityAt(ctx, responsibilityId, wasTo);
  return rows.length > 0;
}
