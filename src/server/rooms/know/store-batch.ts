// Batches of imports and the places they brought: written in few statements, taken back whole.

import { sql } from 'kysely';
import type { Origin } from '../../../shared/domain/origin.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import type { DistrictPoint, PlannedPlace } from './importers/plan-gazetteer.ts';

type BatchKind = 'gazetteer' | 'reports' | 'councils';
export type NewBatch = {
  id: string;
  kind: BatchKind;
  source: string;
  rows: number;
  added: number;
  refused: number;
  state: 'running' | 'done' | 'undone';
  scopeId: string | null;
  at: Date;
  origin: Origin;
};
export type Batch = NewBatch & { known: number; problem: string | null };

const columns = [
  'id',
  'kind',
  'source',
  'rows',
  'added',
  'known',
  'refused',
  'state',
  'problem',
  'scopeId',
  'at',
  'origin',
] as const;

export async function insertBatch(ctx: Ctx, batch: NewBatch): Promise<void> {
  await ctx.tx
    .insertInto('knowBatch')
    .values({ ...batch, by: ctx.actor.id })
    .execute();
}

export async function findBatch(ctx: Ctx, id: string): Promise<Batch | undefined> {
  return ctx.tx.selectFrom('knowBatch').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function listBatches(ctx: Ctx, limit: number): Promise<Batch[]> {
  return ctx.tx.selectFrom('knowBatch').select(columns).orderBy('at', 'desc').orderBy('id').limit(limit).execute();
}

export async function setBatchUndone(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.updateTable('knowBatch').set({ state: 'undone', undoneAt: ctx.now }).where('id', '=', id).execute();
}

/** By the one who brought it: row-level security sees to that. */
export async function setBatchState(ctx: Ctx, id: string, state: Batch['state']): Promise<void> {
  await ctx.tx.updateTable('knowBatch').set({ state }).where('id', '=', id).execute();
}

/** Done when every row that was not refused came in or was known; tasks may end in any order. */
export async function countTaken(ctx: Ctx, id: string, taken: { added: number; known: number }): Promise<void> {
  await sql`
    update know_batch set added = added + ${taken.added}, known = known + ${taken.known},
      state = case when added + known + ${taken.added + taken.known} >= rows - refused then 'done' else state end
    where id = ${id}`.execute(ctx.tx);
}

export async function settleUndo(ctx: Ctx, id: string, how: 'undone' | 'in-use'): Promise<void> {
  const settled =
    how === 'undone' ? { state: how, undoneAt: ctx.now, problem: null } : { state: 'done' as const, problem: how };
  await ctx.tx.updateTable('knowBatch').set(settled).where('id', '=', id).execute();
}

export async function listDistrictPoints(ctx: Ctx): Promise<DistrictPoint[]> {
  return ctx.tx.selectFrom('knowArea').select(['id', 'lon', 'lat']).where('kind', '=', 'district').execute();
}

/** Which of these are new: neither imported before nor entered by hand under that name in that district. */
export async function listNewPlaces(ctx: Ctx, places: readonly PlannedPlace[]): Promise<PlannedPlace[]> {
  const rows = await ctx.tx.selectFrom('knowArea').select(['id', 'folded', 'scopeId', 'kind', 'batchId']).execute();
  const ids = new Set(rows.map((row) => row.id));
  const byHand = new Set(
    rows.filter((row) => row.batchId === null).map((row) => `${row.scopeId}|${row.kind}|${row.folded}`),
  );
  return places.filter(
    (place) => !ids.has(place.id) && !byHand.has(`${place.scopeId}|${place.kind}|${fold(place.name)}`),
  );
}

const AT_ONCE = 1_000;

/** In their order, so that a parent is there before its children. */
export async function insertPlaces(
  ctx: Ctx,
  places: readonly PlannedPlace[],
  batch: Pick<Batch, 'id' | 'origin'>,
): Promise<void> {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const rows = places.slice(from, from + AT_ONCE).map((place) => ({ ...place, folded: fold(place.name) }));
    await sql`
      insert into know_area (id, parent_id, kind, name, folded, lineage, scope_id, lon, lat, valid_from, origin, batch_id)
      select r.id, r."parentId", r.kind, r.name, r.folded, r.lineage, r."scopeId", r.lon, r.lat, ${ctx.now}, ${batch.origin}, ${batch.id}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
        (id text, "parentId" text, kind text, name text, folded text, lineage text[], "scopeId" text, lon double precision, lat double precision)`.execute(
      ctx.tx,
    );
  }
}

/** False when something refers to one of them: a report, a post, a council, a taught name. */
export async function deletePlacesOf(ctx: Ctx, batchId: string): Promise<boolean> {
  const used = await sql<{ used: boolean }>`
    select exists (select from know_area_alias o join know_area a on a.id = o.area_id where a.batch_id = ${batchId}) as used`.execute(
    ctx.tx,
  );
  if (used.rows[0]?.used === true) return false;
  try {
    await ctx.tx.deleteFrom('knowArea').where('batchId', '=', batchId).execute();
    return true;
  } catch (error) {
    if (isReferred(error)) return false;
    throw error;
  }
}

const FOREIGN_KEY_VIOLATION = '23503';
export const isReferred = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION;
