// The switches themselves: rows are added, never changed; who switched may take it back for the ten seconds and a little.
import { sql } from 'kysely';
import type { SwitchWord } from '../../../shared/domain/type-switch.ts';
import type { Ctx } from '../../db/tx.ts';

/** The moment a day of the programme begins; today means now, a day that is over is undefined. */
export async function momentOfDay(ctx: Ctx, day: string, timeZone: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select case when d.day < d.today then null when d.day = d.today then ${ctx.now}::timestamptz
      else d.day::timestamp at time zone ${timeZone} end as at
    from (select ${day}::date as day, (${ctx.now}::timestamptz at time zone ${timeZone})::date as today) d`.execute(
    ctx.tx,
  );
  return rows[0]?.at ?? undefined;
}

type New = {
  deedId: string;
  areaId: string;
  word: SwitchWord;
  from: Date;
  rows: readonly { id: string; typeCode: string }[];
};

export async function insertSwitches(ctx: Ctx, { deedId, areaId, word, from, rows }: New): Promise<void> {
  const common = { deedId, areaId, state: word, validFrom: from, at: ctx.now, by: ctx.actor.id };
  await ctx.tx
    .insertInto('knowTypeSwitch')
    .values(rows.map((row) => ({ ...row, ...common })))
    .execute();
}

export async function deleteSwitches(ctx: Ctx, deedId: string): Promise<boolean> {
  const done = await ctx.tx.deleteFrom('knowTypeSwitch').where('deedId', '=', deedId).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

export type Said = { typeCode: string; word: SwitchWord; from: Date; at: Date; by: string; holds: boolean };

/** What was said in this very area: of every type the word that holds, and the first that is to come. */
export async function listSaid(ctx: Ctx, areaId: string): Promise<Said[]> {
  const { rows } = await sql<Said>`
    (select distinct on (type_code) type_code, state as word, valid_from as from, at, by, true as holds from know_type_switch
      where area_id = ${areaId} and valid_from <= ${ctx.now} order by type_code, valid_from desc, at desc, id)
    union all
    (select distinct on (type_code) type_code, state, valid_from, at, by, false from know_type_switch
      where area_id = ${areaId} and valid_from > ${ctx.now} order by type_code, valid_from, at desc, id)`.execute(
    ctx.tx,
  );
  return rows;
}
