// What posts said they lack: one row a saying, the one without an end holding now.
import { type Selectable, sql } from 'kysely';
import type { Lack } from '../../../shared/domain/capacity.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { KnowCapacityTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'id',
  'postId',
  'fuelSince',
  'vehicleSince',
  'radioSince',
  'peopleSince',
  'saidAt',
  'until',
] as const satisfies readonly (keyof KnowCapacityTable)[];
type Row = Pick<Selectable<KnowCapacityTable>, (typeof columns)[number]>;

export type Since = Readonly<Partial<Record<Lack, Date>>>;
export type Capacity = { id: string; postId: string; since: Since; saidAt: Date; until: Date | null };

function toCapacity({ fuelSince, vehicleSince, radioSince, peopleSince, ...row }: Row): Capacity {
  const since = {
    ...(fuelSince ? { fuel: fuelSince } : {}),
    ...(vehicleSince ? { vehicle: vehicleSince } : {}),
    ...(radioSince ? { radio: radioSince } : {}),
    ...(peopleSince ? { people: peopleSince } : {}),
  };
  return { ...row, since };
}

/** What the post said last. Two who say at once queue here, one by one. */
export async function lockCapacity(ctx: Ctx, postId: string): Promise<Capacity | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`know_capacity ${postId}`}))`.execute(ctx.tx);
  const row = await ctx.tx
    .selectFrom('knowCapacity')
    .select(columns)
    .where('postId', '=', postId)
    .where('until', 'is', null)
    .executeTakeFirst();
  return row && toCapacity(row);
}

export async function endCapacity(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.updateTable('knowCapacity').set({ until: ctx.now }).where('id', '=', id).execute();
}

export type NewCapacity = {
  id: string;
  postId: string;
  scopeId: string;
  since: Since;
  saidAt?: Date;
  origin?: Origin;
};

export async function insertCapacity(ctx: Ctx, { since, saidAt = ctx.now, ...saying }: NewCapacity): Promise<void> {
  await ctx.tx
    .insertInto('knowCapacity')
    .values({
      ...saying,
      fuelSince: since.fuel ?? null,
      vehicleSince: since.vehicle ?? null,
      radioSince: since.radio ?? null,
      peopleSince: since.people ?? null,
      saidAt,
      saidBy: ctx.actor.id,
    })
    .execute();
}

/** Takes back a saying that still holds; what held until then holds again. False when something was said since. */
export async function deleteCapacity(ctx: Ctx, postId: string, id: string): Promise<boolean> {
  const gone = await ctx.tx
    .deleteFrom('knowCapacity')
    .where('id', '=', id)
    .where('until', 'is', null)
    .returning('saidAt')
    .executeTakeFirst();
  if (!gone) return false;
  await ctx.tx
    .updateTable('knowCapacity')
    .set({ until: null })
    .where('postId', '=', postId)
    .where('until', '=', gone.saidAt)
    .execute();
  return true;
}

/** What these posts lack now, in one query; a post that has said nothing is not among them. */
export async function listCapacities(ctx: Ctx, postIds: readonly string[]): Promise<ReadonlyMap<string, Capacity>> {
  if (postIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('knowCapacity')
    .select(columns)
    .where('until', 'is', null)
    .where('postId', 'in', [...postIds])
    .execute();
  return new Map(rows.map((row) => [row.postId, toCapacity(row)]));
}

const MOST_SHOWN = 20;

/** What a post said, newest first. */
export async function listCapacityHistory(ctx: Ctx, postId: string): Promise<Capacity[]> {
  const rows = await ctx.tx
    .selectFrom('knowCapacity')
    .select(columns)
    .where('postId', '=', postId)
    .orderBy('saidAt', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(toCapacity);
}

const MOST_LACKING = 500;

/** Of the asker's districts, every post that lacks something now. */
export async function listLacking(ctx: Ctx): Promise<Capacity[]> {
  const rows = await ctx.tx
    .selectFrom('knowCapacity')
    .select(columns)
    .where('until', 'is', null)
    .where(sql<boolean>`coalesce(fuel_since, vehicle_since, radio_since, people_since) is not null`)
    .where(sql<boolean>`scope_id = any((select ctx.areas())::text[])`)
    .orderBy('saidAt', 'desc')
    .limit(MOST_LACKING)
    .execute();
  return rows.map(toCapacity);
}
