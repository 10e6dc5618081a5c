// The directory of services to refer to. Row-level security lets the protection officer and the administrator alone read it.
import { sql } from 'kysely';
import type { ReferralServiceSaid } from '../../../shared/contract/recipients.ts';
import type { ReferralKind } from '../../../shared/domain/referral.ts';
import type { Ctx } from '../../db/tx.ts';

export type ReferralService = {
  id: string;
  name: string;
  kind: ReferralKind;
  areaIds: string[];
  reach: string;
  hours: string;
  children: boolean;
  survivors: boolean;
  fromDay: string;
  toDay: string | null;
  confirmedOn: string;
  state: 'now' | 'to-come' | 'over';
  stale: boolean;
  changedAt: Date;
  changedBy: string;
};

const MOST_LISTED = 300;
const HALF_A_YEAR = 183;

const readServices = (ctx: Ctx, timeZone: string) => {
  const today = sql`(${ctx.now}::timestamptz at time zone ${timeZone})::date`;
  return sql`select s.id, s.name, s.kind, s.area_ids, s.reach, s.hours, s.children, s.survivors, s.from_day::text, s.to_day::text,
      s.confirmed_on::text, s.changed_at, s.changed_by, s.confirmed_on < ${today} - ${sql.lit(HALF_A_YEAR)} as stale,
      case when s.to_day < ${today} then 'over' when s.from_day > ${today} then 'to-come' else 'now' end as state
    from know_referral_service s`;
};

/** By kind and name; what is over comes last. */
export async function listReferralServices(ctx: Ctx, timeZone: string): Promise<ReferralService[]> {
  const { rows } = await sql<ReferralService>`
    select * from (${readServices(ctx, timeZone)}) s order by (s.state = 'over'), s.kind, s.name, s.id limit ${MOST_LISTED}`.execute(
    ctx.tx,
  );
  return rows;
}

/** Those of today for a place: of its district, or of a wider area around it. */
export async function listReferralServicesAt(ctx: Ctx, areaId: string, timeZone: string): Promise<ReferralService[]> {
  const { rows } = await sql<ReferralService>`
    select * from (${readServices(ctx, timeZone)}) s
    where s.state = 'now' and s.area_ids && (select a.lineage from know_area a where a.id = ${areaId})
    order by s.kind, s.name, s.id limit ${MOST_LISTED}`.execute(ctx.tx);
  return rows;
}

export async function insertReferralService(ctx: Ctx, id: string, said: ReferralServiceSaid): Promise<void> {
  await sql`insert into know_referral_service
      (id, name, kind, area_ids, reach, hours, children, survivors, from_day, to_day, confirmed_on, changed_at, changed_by)
    values (${id}, ${said.name}, ${said.kind}, ${said.areaIds}, ${said.reach}, ${said.hours}, ${said.children}, ${said.survivors},
      ${said.from}, ${said.to}, ${said.confirmedOn}, ${ctx.now}, ${ctx.actor.id})`.execute(ctx.tx);
}

/** False for one that is not there. */
export async function updateReferralService(ctx: Ctx, id: string, said: ReferralServiceSaid): Promise<boolean> {
  const { rows } =
    await sql`update know_referral_service set name = ${said.name}, kind = ${said.kind}, area_ids = ${said.areaIds},
      reach = ${said.reach}, hours = ${said.hours}, children = ${said.children}, survivors = ${said.survivors}, from_day = ${said.from},
      to_day = ${said.to}, confirmed_on = ${said.confirmedOn}, changed_at = ${ctx.now}, changed_by = ${ctx.actor.id}
    where id = ${id} returning id`.execute(ctx.tx);
  return rows.length > 0;
}
