// How types stand in places: switched by whom, and whether anybody answers. The database's own function reads the directory of
// services for those who may not; it tells yes or no, never which.
import { sql } from 'kysely';
import type { TypeSwitch } from '../../../shared/domain/type-switch.ts';
import type { Ctx, Reader } from '../../db/tx.ts';
import { getType, type ProgrammeType } from './store-type.ts';

/** Without an area: whatever is answered anywhere in the country. */
export type Where = { areaId: string | undefined; at: Date; timeZone: string };

type Places = { areaIds: readonly string[] | null; at: Date; timeZone: string };

const statesIn = ({ areaIds, at, timeZone }: Places) => sql`
  ctx.type_states(${areaIds === null ? null : [...areaIds]}::text[], ${at}, (${at}::timestamptz at time zone ${timeZone})::date)`;

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

export type TypeInPlace = ProgrammeType & { switched: TypeSwitch };

/** Unattended login and those who switch: how it stands there, whoever answers. Throws `type.not-found`. */
export async function getTypeIn(ctx: Ctx, code: string, areaId: string | null | undefined): Promise<TypeInPlace> {
  const type = await getType(ctx, code);
  const { rows } = await sql<{ state: TypeSwitch | 'inherit' }>`
    select w.state from know_area place
    cross join lateral unnest(place.lineage) with ordinality as around (area_id, depth)
    cross join lateral (
      select s.state from know_type_switch s
      where s.area_id = around.area_id and s.type_code = ${code} and s.valid_from <= ${ctx.now}
      order by s.valid_from desc, s.at desc, s.id limit 1) w
    where ${areaId ? sql`place.id = ${areaId}` : sql`place.parent_id is null`} and w.state <> 'inherit'
    order by around.depth desc limit 1`.execute(ctx.tx);
  const [nearest] = rows;
  return { ...type, switched: nearest && nearest.state !== 'inherit' ? nearest.state : type.usual };
}
