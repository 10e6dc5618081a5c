// What is asked about in each district, as last looked at: a type that loses its last answerer is noticed, by whatever way it did.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

/** One look over all districts. What was switched off by a person is no loss. */
export async function refreshAsked(ctx: Ctx, timeZone: string): Promise<void> {
  await sql`
    with stands as materialized (
      select * from ctx.type_states(array(select id from know_area where kind = 'district'), ${ctx.now},
        (${ctx.now}::timestamptz at time zone ${timeZone})::date)
    ),
    gone as (
      delete from know_type_asked k using stands s
      where s.area_id = k.area_id and s.type_code = k.type_code and s.state = 'off'
    ),
    there as (
      insert into know_type_asked (area_id, type_code) select area_id, type_code from stands where state <> 'off' and answered
      on conflict (area_id, type_code) do update set lost_at = null where know_type_asked.lost_at is not null
    )
    update know_type_asked k set lost_at = ${ctx.now} from stands s
    where s.area_id = k.area_id and s.type_code = k.type_code and s.state <> 'off' and not s.answered and k.lost_at is null`.execute(
    ctx.tx,
  );
}

export type Lost = { areaId: string; restricted: boolean };

/** Districts where something has lost its last answerer; restricted lanes apart. */
export async function listLostDistricts(ctx: Ctx): Promise<Lost[]> {
  const { rows } = await sql<Lost>`
    select distinct k.area_id, t.lane <> 'ordinary' as restricted
    from know_type_asked k join know_type t on t.code = k.type_code where k.lost_at is not null order by 1, 2`.execute(
    ctx.tx,
  );
  return rows;
}

/** Types of this area that nobody answers for any more, since when. */
export async function listLostOf(ctx: Ctx, areaId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await ctx.tx
    .selectFrom('knowTypeAsked')
    .select(['typeCode', 'lostAt'])
    .where('areaId', '=', areaId)
    .where('lostAt', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ typeCode, lostAt }) => (lostAt ? [[typeCode, lostAt]] : [])));
}
