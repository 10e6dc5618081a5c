// The roll-up of tellings by day, district and lane: counted again where a telling changed, read by Today.
import { sql } from 'kysely';
import type { Ctx } from '../../db/tx.ts';

/** Counts of one day (or of several, summed). `due`: tellings whose decision clock ended that day and that have a way back. */
export type DayCounts = {
  told: number;
  noWayBack: number;
  due: number;
  answered: number;
  asked: number;
  replied: number;
  clear: number;
};
export type DayRow = DayCounts & { day: string };
export type ScopeDay = { scopeId: string; day: string; told: number };

/** Moments taken at a time: each is at most one day to count again, two short index reads. */
const BATCH = 2_000;

/**
 * Counts again every day that was touched. Returns false when nothing was left, or another process is counting. One at a time:
 * of two who count the same day, the one who looked first could write last.
 */
export async function recountDays(ctx: Ctx, timeZone: string): Promise<boolean> {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('respond_day')) as mine`.execute(
    ctx.tx,
  );
  if (!lock.rows[0]?.mine) return false;
  const { numAffectedRows } = await sql`
    with taken as (
      delete from respond_day_touched where ctid = any(array(select ctid from respond_day_touched limit ${BATCH}))
      returning scope_id, lane, at),
    days as (
      select scope_id, lane, day, (day::timestamp at time zone ${timeZone}) as since,
        ((day + 1)::timestamp at time zone ${timeZone}) as until
      from (select distinct scope_id, lane, (at at time zone ${timeZone})::date as day from taken) as touched)
    insert into respond_day (scope_id, lane, day, told, no_way_back, due, answered, asked, replied, clear)
    select d.scope_id, d.lane, d.day, j.told, j.no_way_back, a.due, a.answered, a.asked, a.replied, a.clear
    from days d,
      lateral (
        select count(*)::int as told, (count(*) filter (where not t.way_back))::int as no_way_back
        from respond_telling t
        where t.scope_id = d.scope_id and t.lane = d.lane and t.withdrawn_at is null and t.joined_at >= d.since and t.joined_at < d.until) j,
      lateral (
        select count(*)::int as due, count(t.answered_at)::int as answered, count(t.clear_asked_at)::int as asked,
          count(t.clear)::int as replied, (count(*) filter (where t.clear = 'yes'))::int as clear
        from respond_telling t
        where t.scope_id = d.scope_id and t.lane = d.lane and t.withdrawn_at is null and t.way_back
          and t.answer_due_at >= d.since and t.answer_due_at < d.until) a
    on conflict (scope_id, lane, day) do update set told = excluded.told, no_way_back = excluded.no_way_back, due = excluded.due,
      answered = excluded.answered, asked = excluded.asked, replied = excluded.replied, clear = excluded.clear`.execute(
    ctx.tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

const sums = sql`sum(told)::int as told, sum(no_way_back)::int as no_way_back, sum(due)::int as due, sum(answered)::int as answered,
  sum(asked)::int as asked, sum(replied)::int as replied, sum(clear)::int as clear`;

/** The ordinary lane of the asker's districts, day by day; days without a telling are left out. Both ends included. */
export async function listDays(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    select day::text as day, ${sums} from respond_day
    where lane = 'ordinary' and scope_id = any((select ctx.areas())::text[]) and day between ${from}::date and ${to}::date
    group by day order by day`.execute(ctx.tx);
  return rows;
}

/** Told, by district and day, for the row of each district. */
export async function listScopeDays(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<ScopeDay[]> {
  const { rows } = await sql<ScopeDay>`
    select scope_id, day::text as day, told from respond_day
    where lane = 'ordinary' and told > 0 and scope_id = any((select ctx.areas())::text[]) and day between ${from}::date and ${to}::date
    order by scope_id, day`.execute(ctx.tx);
  return rows;
}

/** Told in each district over some days. */
export async function listScopeSums(
  ctx: Ctx,
  { from, to }: { from: string; to: string },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ scopeId: string; told: number }>`
    select scope_id, sum(told)::int as told from respond_day
    where lane = 'ordinary' and scope_id = any((select ctx.areas())::text[]) and day between ${from}::date and ${to}::date
    group by scope_id`.execute(ctx.tx);
  return new Map(rows.map(({ scopeId, told }) => [scopeId, told]));
}

export type LatePost = { postId: string; late: number; open: number; oldestDueAt: Date };

/** Posts with a step past its time, the one that waits longest first. */
export async function listLatePosts(ctx: Ctx, most: number): Promise<LatePost[]> {
  const { rows } = await sql<LatePost>`
    select post_id, (count(*) filter (where due_at < ${ctx.now}))::int as late, count(*)::int as open, min(due_at) as oldest_due_at
    from (
      select post_id, case when state = 'new' then least(seen_due_at, decide_due_at) else decide_due_at end as due_at
      from respond_brief
      where state in ('new', 'seen', 'going') and kind <> 'escalation' and scope_id = any((select ctx.areas())::text[])) as b
    group by post_id having min(due_at) < ${ctx.now}
    order by oldest_due_at, post_id limit ${most}`.execute(ctx.tx);
  return rows;
}

export type Danger = {
  id: string;
  ref: string;
  typeCode: string | null;
  areaId: string | null;
  state: 'triage' | 'open';
  openedAt: Date;
  taken: boolean;
};

/** Danger to life that is still open, newest first. `taken`: a person of the programme has answered the ladder. */
export async function listDangers(ctx: Ctx, most: number): Promise<Danger[]> {
  const { rows } = await sql<Danger>`
    select c.id, c.ref, c.type_code, c.area_id, c.state, c.opened_at, l.answered_at is not null as taken
    from respond_concern c left join respond_ladder l on l.concern_id = c.id
    where c.danger and c.lane = 'ordinary' and c.state in ('triage', 'open') and c.scope_id = any((select ctx.areas())::text[])
    order by c.opened_at desc, c.id limit ${most}`.execute(ctx.tx);
  return rows;
}

export type Standing = { scopeId: string; waiting: number; triage: number; triageLate: number };

/** What stands open now, by district. */
export async function listStanding(ctx: Ctx): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select scope_id, count(*)::int as waiting, (count(*) filter (where state = 'triage'))::int as triage,
      (count(*) filter (where state = 'triage' and triage_due_at < ${ctx.now}))::int as triage_late
    from respond_concern
    where lane = 'ordinary' and state in ('triage', 'open') and scope_id = any((select ctx.areas())::text[])
    group by scope_id`.execute(ctx.tx);
  return rows;
}
