// The registry of councils as a coordinator reads and keeps it. Row-level security narrows every query to his area.
import { type SqlBool, sql } from 'kysely';
import type { CouncilSaid } from '../../../shared/contract/councils.ts';
import type { CouncilReason, CouncilStatus } from '../../../shared/domain/council.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import { isReferred } from './store-batch.ts';

/** A council with the newest row of its past; days as `2026-11-30`. */
export type Council = CouncilSaid & {
  id: string;
  areaId: string;
  scopeId: string;
  status: CouncilStatus;
  since: string;
};
export type CouncilPage = {
  q?: string | undefined;
  status?: CouncilStatus | undefined;
  after?: { name: string; id: string } | undefined;
  limit: number;
};

const columns = sql`c.id, c.name, c.area_id, c.scope_id, c.status, c.meeting_place, c.languages, c.size,
  c.founded_on::text, c.confirmed_on::text, c.conduct_on::text,
  (select s.since::text from know_council_status s where s.council_id = c.id order by s.since desc, s.said_at desc limit 1) as since`;

const named = (q: string | undefined) =>
  sql<SqlBool>`unaccent(lower(c.name)) like ${`%${fold(q ?? '').replace(/[\\%_]/g, '\\$&')}%`}`;

export async function pageCouncils(ctx: Ctx, { q, status, after, limit }: CouncilPage): Promise<Council[]> {
  const from = after ? sql`(c.name, c.id) > (${after.name}, ${after.id})` : sql`true`;
  const narrowed = status ? sql`c.status = ${status}` : sql`true`;
  const { rows } = await sql<Council>`
    select ${columns} from know_council c where ${from} and ${narrowed} and ${named(q)}
    order by c.name, c.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export async function countCouncils(
  ctx: Ctx,
  q: string | undefined,
): Promise<{ status: CouncilStatus; councils: number }[]> {
  const { rows } = await sql<{ status: CouncilStatus; councils: number }>`
    select c.status, count(*)::int as councils from know_council c where ${named(q)} group by c.status`.execute(ctx.tx);
  return rows;
}

export type Growth = { day: string; councils: number; members: number };

/** At the end of each day: those that had begun to work and were not closed, as their past says it. Members are those of today's acts. */
export async function countAtWork(ctx: Ctx, days: readonly string[]): Promise<Growth[]> {
  const { rows } = await sql<Growth>`
    select d.day::text, count(*) filter (where s.status is not null)::int as councils, coalesce(sum(c.size) filter (where s.status is not null), 0)::int as members
    from unnest(${[...days]}::date[]) d (day) cross join know_council c
    left join lateral (
      select h.status from know_council_status h where h.council_id = c.id and h.since <= d.day
      order by h.since desc, h.said_at desc limit 1
    ) s on s.status not in ('proposed', 'established', 'closed')
    group by d.day order by d.day`.execute(ctx.tx);
  return rows;
}

export async function countToCome(ctx: Ctx): Promise<{ councils: number; members: number }> {
  const { rows } = await sql<{ councils: number; members: number }>`
    select count(*)::int as councils, coalesce(sum(size), 0)::int as members from know_council
    where status in ('proposed', 'established')`.execute(ctx.tx);
  return rows[0] ?? { councils: 0, members: 0 };
}

/** `held` keeps the row until the deed ends, so that two who change it do not both find it as it was. */
export async function findCouncil(ctx: Ctx, id: string, held = false): Promise<Council | undefined> {
  const { rows } = await sql<Council>`
    select ${columns} from know_council c where c.id = ${id} ${held ? sql`for update` : sql``}`.execute(ctx.tx);
  return rows[0];
}

export type CouncilPlace = { id: string; areaId: string; scopeId: string };

export async function insertCouncil(ctx: Ctx, { id, areaId, scopeId }: CouncilPlace, said: CouncilSaid): Promise<void> {
  await ctx.tx
    .insertInto('knowCouncil')
    .values({ id, areaId, scopeId, ...toRow(said), status: 'proposed', createdAt: ctx.now, origin: 'live' })
    .execute();
}

export async function updateCouncil(ctx: Ctx, id: string, said: CouncilSaid): Promise<void> {
  await ctx.tx.updateTable('knowCouncil').set(toRow(said)).where('id', '=', id).execute();
}

/** The first language is the one in which it is written to. */
const toRow = ({ name, meetingPlace, languages, size, foundedOn, confirmedOn, conductOn }: CouncilSaid) => ({
  name,
  meetingPlace,
  languages: [...languages],
  language: languages[0] ?? ('pt' satisfies Language),
  size,
  foundedOn,
  confirmedOn,
  conductOn,
});

export type Standing = { status: CouncilStatus; areaId: string };

export async function updateStanding(ctx: Ctx, id: string, { status, areaId }: Standing): Promise<void> {
  await sql`
    update know_council set status = ${status}, area_id = ${areaId},
      scope_id = (select a.scope_id from know_area a where a.id = ${areaId})
    where id = ${id}`.execute(ctx.tx);
}

export type StatusRow = Standing & {
  id: string;
  councilId: string;
  since: string;
  reason: CouncilReason | null;
  saidAt: Date;
  saidBy: string | null;
};

export async function insertStatus(ctx: Ctx, row: Omit<StatusRow, 'saidAt' | 'saidBy'>): Promise<void> {
  await ctx.tx
    .insertInto('knowCouncilStatus')
    .values({ ...row, saidAt: ctx.now, saidBy: ctx.actor.id })
    .execute();
}

const statusColumns = sql`s.id, s.council_id, s.status, s.since::text, s.area_id, s.reason, s.said_at, s.said_by`;

/** Newest first: what it is now, then what it was. */
export async function listStatuses(ctx: Ctx, councilId: string): Promise<StatusRow[]> {
  const { rows } = await sql<StatusRow>`
    select ${statusColumns} from know_council_status s where s.council_id = ${councilId}
    order by s.since desc, s.said_at desc, s.id limit 100`.execute(ctx.tx);
  return rows;
}

export async function findStatus(ctx: Ctx, id: string): Promise<StatusRow | undefined> {
  const { rows } = await sql<StatusRow>`select ${statusColumns} from know_council_status s where s.id = ${id}`.execute(
    ctx.tx,
  );
  return rows[0];
}

export async function deleteStatus(ctx: Ctx, id: string): Promise<boolean> {
  const done = await ctx.tx.deleteFrom('knowCouncilStatus').where('id', '=', id).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** All there are: a list of councils is compared with them. */
export async function listKnownCouncils(
  ctx: Ctx,
): Promise<{ id: string; name: string; areaId: string; scopeId: string }[]> {
  return ctx.tx
    .selectFrom('knowCouncil')
    .select(['id', 'name', 'areaId', 'scopeId'])
    .where('status', '<>', 'closed')
    .execute();
}

export type BroughtCouncil = CouncilPlace &
  Standing & {
    name: string;
    statusId: string;
    since: string;
    foundedOn: string | null;
    meetingPlace: string | null;
    size: number | null;
    batchId: string;
    origin: string;
  };

const AT_ONCE = 1_000;

export async function insertCouncils(ctx: Ctx, councils: readonly BroughtCouncil[]): Promise<void> {
  for (let from = 0; from < councils.length; from += AT_ONCE)
    await sql`
      with r as (select * from jsonb_to_recordset(${JSON.stringify(councils.slice(from, from + AT_ONCE))}::jsonb) as r
        (id text, "statusId" text, name text, "areaId" text, "scopeId" text, status text, since date, "foundedOn" date, "meetingPlace" text, size int, "batchId" text, origin text)),
      made as (insert into know_council (id, name, area_id, scope_id, status, meeting_place, size, founded_on, batch_id, origin, created_at)
        select id, name, "areaId", "scopeId", status, "meetingPlace", size, "foundedOn", "batchId", origin, ${ctx.now} from r)
      insert into know_council_status (id, council_id, status, since, area_id, said_at, said_by)
        select "statusId", id, status, since, "areaId", ${ctx.now}, ${ctx.actor.id} from r`.execute(ctx.tx);
}

/** False when one of them has become something else, was corrected, or anything refers to it. */
export async function deleteCouncilsOf(ctx: Ctx, batchId: string): Promise<boolean> {
  const changed = await sql<{ changed: boolean }>`
    select exists (select from know_council c where c.batch_id = ${batchId} and (
      (select count(*) from know_council_status s where s.council_id = c.id) > 1
      or exists (select from journal j where j.subject_id = c.id))) as changed`.execute(ctx.tx);
  if (changed.rows[0]?.changed === true) return false;
  try {
    await sql`delete from know_council_status s using know_council c where c.id = s.council_id and c.batch_id = ${batchId}`.execute(
      ctx.tx,
    );
    await ctx.tx.deleteFrom('knowCouncil').where('batchId', '=', batchId).execute();
    return true;
  } catch (error) {
    if (isReferred(error)) return false;
    throw error;
  }
}
