// How types stand in places: switched by whom, and whether anybody answers. The database's own function reads the directory of
// services for those who may not; it tells yes or no, never which.
import { sql } from 'kysely';
import type { TypeSwitch } from '../../../shared/domain/type-switch.ts';
import type { Ctx, Reader } from '../../db/tx.ts';
import { getType, type ProgrammeType } from './store-type.ts';

/** Without an area: whatever is answered anywhere in the country. */
export type Where = { areaId: string | undefined; at: Date; timeZone: string };

export type TypeState = {
  areaId: string;
  typeCode: string;
  state: TypeSwitch;
  /** The area that says so; null where nobody has switched it. */
  setIn: string | null;
  answered: boolean;
};

type Places = { areaIds: readonly string[] | null; at: Date; timeZone: string };

const statesIn = ({ areaIds, at, timeZone }: Places) => sql`
  ctx.type_states(${areaIds === null ? null : [...areaIds]}::text[], ${at}, (${at}::timestamptz at time zone ${timeZone})::date)`;

export async function listTypeStates(reader: Reader, places: Places): Promise<TypeState[]> {
  const { rows } = await sql<TypeState>`
    select area_id, type_code, state, set_in, answered from ${statesIn(places)} order by area_id, type_code`.execute(
    reader,
  );
  return rows;
}

export type AnsweringPost = { typeCode: string; name: string; service: string };

/** Posts that answer for a type in an area, in a part of it or around it; the nearest first. For every signed-in class. */
export async function listAnsweringPosts(ctx: Ctx, areaId: string, at: Date): Promise<AnsweringPost[]> {
  const { rows } = await sql<AnsweringPost>`
    select distinct t.code as type_code, post.name, post.service, cardinality(answered.lineage) as depth
    from know_area place
    join know_area answered on answered.id = any(place.lineage) or place.id = any(answered.lineage)
    join know_responsibility r on r.area_id = answered.id
    join know_post post on post.id = r.post_id
    join know_type t on t.code = r.type_code or (r.type_code is null and t.class_code = r.class_code)
    where place.id = ${areaId} and r.lane = 'ordinary' and t.lane = 'ordinary'
      and r.valid_from <= ${at} and (r.valid_to is null or r.valid_to > ${at})
      and post.active and post.valid_from <= ${at} and (post.valid_to is null or post.valid_to > ${at})
    order by t.code, depth desc, post.name`.execute(ctx.tx);
  return rows;
}

/**
 * Codes of the types that may be asked about in a place: not switched off, and somebody answers. What is told of the others is
 * understood all the same. For every login and class that speaks to people.
 * @example const on = await listTypesOn(reader, { areaId: district.id, at: ctx.now, timeZone });
 */
export async function listTypesOn(reader: Reader, { areaId, at, timeZone }: Where): Promise<ReadonlySet<string>> {
  const places = { areaIds: areaId === undefined ? null : [areaId], at, timeZone };
  const { rows } = await sql<{ typeCode: string }>`
    select type_code from ${statesIn(places)} where state <> 'off' and answered`.execute(reader);
  return new Set(rows.map(({ typeCode }) => typeCode));
}

/** For the menu's door: as `listTypesOn`, where the council of whoever rings is; without a council anywhere in the country. */
export async function listTypesFor(
  reader: Reader,
  { contactId, at, timeZone }: Omit<Where, 'areaId'> & { contactId: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ typeCode: string }>`
    select type_code from ctx.types_for(${contactId}, ${at}, (${at}::timestamptz at time zone ${timeZone})::date)`.execute(
    reader,
  );
  return new Set(rows.map(({ typeCode }) => typeCode));
}

export type TypeInPlace = ProgrammeType & { switched: TypeSwitch };

/** Unattended login and those who switch: how it stands there, whoever answers. Throws `type.not-found`. */
export async function getTypeIn(ctx: Ctx, code: string, areaId: string | null | undefined): Promise<TypeInPlace> {
  const [type, { rows }] = await Promise.all([
    getType(ctx, code),
    sql<{ state: TypeSwitch | 'inherit' }>`
    select w.state from know_area place
    cross join lateral unnest(place.lineage) with ordinality as around (area_id, depth)
    cross join lateral (
      select s.state from know_type_switch s
      where s.area_id = around.area_id and s.type_code = ${code} and s.valid_from <= ${ctx.now}
      order by s.valid_from desc, s.at desc, s.id limit 1) w
    where ${areaId ? sql`place.id = ${areaId}` : sql`place.parent_id is null`} and w.state <> 'inherit'
    order by around.depth desc limit 1`.execute(ctx.tx),
  ]);
  const [nearest] = rows;
  return { ...type, switched: nearest && nearest.state !== 'inherit' ? nearest.state : type.usual };
}
