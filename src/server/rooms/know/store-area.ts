// The administrative tree: nodes, their other names, and finding one by what people call it.

import { sql } from 'kysely';
import { z } from 'zod';
import { MOST_OWN_AREAS } from '../../../shared/contract/places.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { type AreaKind, type AreaName, areaKinds } from '../../../shared/domain/area.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx, Reader } from '../../db/tx.ts';

export type Area = {
  id: string;
  name: string;
  kind: AreaKind;
  /** Ids from the root to this area, itself included. */
  lineage: readonly string[];
  /** The nearest district or wider: the grain at which roles are cut. */
  scopeId: string;
  population: number | null;
};

const columns = ['id', 'name', 'kind', 'lineage', 'scopeId', 'population'] as const;

export async function findArea(ctx: Ctx, id: string): Promise<Area | undefined> {
  return ctx.tx.selectFrom('knowArea').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Throws `area.not-found`. */
export async function getArea(ctx: Ctx, id: string): Promise<Area> {
  const area = await findArea(ctx, id);
  if (!area) throw problem('area.not-found', { areaId: id });
  return area;
}

/** The district an area lies in (or is); undefined for a province or wider. */
export async function districtOf(ctx: Ctx, areaId: string): Promise<Area | undefined> {
  return ctx.tx
    .selectFrom('knowArea')
    .select(columns)
    .where('kind', '=', 'district')
    .where('id', '=', sql<string>`any((select of.lineage from know_area of where of.id = ${areaId})::text[])`)
    .executeTakeFirst();
}

/** An area and everything that lies in it; empty for an unknown one. */
export async function listAreaIdsWithin(ctx: Ctx, areaId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('knowArea')
    .select('id')
    .where(sql<boolean>`lineage @> array[${areaId}]::text[]`)
    .execute();
  return rows.map((row) => row.id);
}

/** The districts that lie in an area, by name. */
export async function listDistrictIds(ctx: Ctx, areaId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('knowArea')
    .select('id')
    .where('kind', '=', 'district')
    .where(sql<boolean>`lineage @> array[${areaId}]::text[]`)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The country: where whatever has no known place belongs. Undefined in an empty programme. */
export async function findRootArea(ctx: Ctx): Promise<Area | undefined> {
  return ctx.tx.selectFrom('knowArea').select(columns).where('parentId', 'is', null).orderBy('id').executeTakeFirst();
}

/** Areas by id; an unknown id is simply not among them. */
export async function listAreas(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Area>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('knowArea')
    .select(columns)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Moves whenever an area or a name of one changes. */
export async function readAreaStamp(reader: Reader): Promise<string> {
  const row = await reader.selectFrom('knowAreaStamp').select('changes').executeTakeFirst();
  return String(row?.changes ?? '');
}

/** Every area that holds now, with its other names: what a place index is made of. */
export async function listAreaNames(reader: Reader): Promise<AreaName[]> {
  const aliases = (learned: boolean) =>
    sql<string[]>`coalesce(array_agg(other.alias order by other.folded)
      filter (where other.alias is not null and (other.learned_id is not null) = ${learned}), '{}')`;
  return reader
    .selectFrom('knowArea as area')
    .leftJoin('knowAreaAlias as other', 'other.areaId', 'area.id')
    .select([
      'area.id',
      'area.name',
      'area.kind',
      'area.lineage',
      aliases(false).as('aliases'),
      aliases(true).as('localAliases'),
    ])
    .where(sql<boolean>`area.valid_from <= now() and (area.valid_to is null or area.valid_to > now())`)
    .groupBy('area.id')
    .orderBy('area.id')
    .execute();
}

/** Areas as the wire shows them, by id; an unknown id is simply not among them. */
export async function listAreaViews(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, AreaView>> {
  if (ids.length === 0) return new Map();
  const rows = await viewQuery(ctx)
    .where('area.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Provinces and districts in the area of the one who asks, by name. */
export async function listOwnAreas(ctx: Ctx): Promise<AreaView[]> {
  return viewQuery(ctx)
    .where(sql<boolean>`area.id = any((select ctx.areas())::text[])`)
    .where('area.kind', 'in', ['province', 'district'])
    .orderBy('area.name')
    .orderBy('area.id')
    .limit(MOST_OWN_AREAS)
    .execute();
}

const MOST_FOUND = 20;
// Below this a trigram likeness is chance: two names of five letters share one trigram soon.
const LEAST_LIKENESS = 0.35;

/** Places by name, best first: the whole name, then names that begin so, then names that sound so. */
export async function searchAreas(ctx: Ctx, wanted: { q: string; kind?: AreaKind }): Promise<AreaView[]> {
  const q = fold(wanted.q);
  const prefix = `${q.replace(/[\\%_]/g, '\\$&')}%`;
  const likeness = sql<number>`greatest(
    case when area.folded = ${q} then 3 when area.folded like ${prefix} then 2 else similarity(area.folded, ${q}) end,
    (select max(case when other.folded = ${q} then 3 when other.folded like ${prefix} then 2 else similarity(other.folded, ${q}) end)
     from know_area_alias other where other.area_id = area.id))`;
  return viewQuery(ctx)
    .where(sql<boolean>`(area.valid_to is null or area.valid_to > now())`)
    .$if(wanted.kind !== undefined, (query) => query.where('area.kind', '=', wanted.kind ?? 'district'))
    .$if(q !== '', (query) => query.where(likeness, '>=', LEAST_LIKENESS))
    .$if(q !== '', (query) => query.orderBy(likeness, 'desc'))
    .orderBy(sql`array_position(${[...areaKinds]}::text[], area.kind)`)
    .orderBy('area.folded')
    .orderBy('area.id')
    .limit(MOST_FOUND)
    .execute();
}

const viewQuery = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('knowArea as area')
    .leftJoin('knowArea as above', 'above.id', 'area.parentId')
    .select(['area.id', 'area.name', 'area.kind', 'above.name as within']);

export type NewArea = {
  id: string;
  parentId: string | null;
  kind: AreaKind;
  name: string;
  aliases?: readonly string[];
  codes?: Readonly<Record<string, string>>;
  lon?: number;
  lat?: number;
  population?: number;
  origin?: Origin;
};
export type AreaPlace = { lineage: readonly string[]; scopeId: string };

/** Writes an area as it should be. False when it already was so. */
export async function putArea(ctx: Ctx, area: NewArea, place: AreaPlace): Promise<boolean> {
  const { rows } = await sql`
    insert into know_area (id, parent_id, kind, name, folded, lineage, scope_id, lon, lat, population, valid_from, origin)
    values (${area.id}, ${area.parentId}, ${area.kind}, ${area.name}, ${fold(area.name)}, ${[...place.lineage]}, ${place.scopeId},
      ${area.lon ?? null}, ${area.lat ?? null}, ${area.population ?? null}, ${ctx.now}, ${area.origin ?? 'live'})
    on conflict (id) do update set parent_id = excluded.parent_id, kind = excluded.kind, name = excluded.name, folded = excluded.folded,
      lineage = excluded.lineage, scope_id = excluded.scope_id, lon = excluded.lon, lat = excluded.lat, population = excluded.population
    where (know_area.parent_id, know_area.kind, know_area.name, know_area.folded, know_area.lineage, know_area.scope_id, know_area.lon, know_area.lat, know_area.population)
      is distinct from (excluded.parent_id, excluded.kind, excluded.name, excluded.folded, excluded.lineage, excluded.scope_id, excluded.lon, excluded.lat, excluded.population)
    returning id`.execute(ctx.tx);
  const coded = await putCodes(ctx, area);
  const named = await putAliases(ctx, area);
  return rows.length > 0 || coded || named;
}

async function putCodes(ctx: Ctx, area: NewArea): Promise<boolean> {
  let changed = false;
  for (const [scheme, code] of Object.entries(area.codes ?? {})) {
    const { rows } = await sql`
      insert into know_area_code (area_id, scheme, code) values (${area.id}, ${scheme}, ${code})
      on conflict (area_id, scheme) do update set code = excluded.code where know_area_code.code <> excluded.code
      returning area_id`.execute(ctx.tx);
    changed ||= rows.length > 0;
  }
  return changed;
}

async function putAliases(ctx: Ctx, area: NewArea): Promise<boolean> {
  const own = fold(area.name);
  const others = new Map((area.aliases ?? []).map((alias) => [fold(alias), alias]));
  others.delete(own);
  if (others.size === 0) return false;
  const added = await ctx.tx
    .insertInto('knowAreaAlias')
    .values([...others].map(([folded, alias]) => ({ areaId: area.id, alias, folded })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('areaId')
    .execute();
  return added.length > 0;
}

const Kind = z.enum(areaKinds);
/** The word of a query as a kind of area; undefined when it is none. */
export const toAreaKind = (word: string): AreaKind | undefined => Kind.safeParse(word).data;
