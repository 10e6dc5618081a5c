// The queue and one concern's surroundings, as a signed-in person reads them. Scope is said aloud beside row-level security.
import { type Selectable, sql } from 'kysely';
import { fold } from '../../../shared/kit/text.ts';
import type { RespondReferralTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import type { Concern } from './store-concern.ts';

export type QueueRow = Concern & { step: 'seen' | 'decision' | null; stepDueAt: Date | null };
export type QueueFilter = {
  state?: string | undefined;
  lane?: string | undefined;
  type?: string | undefined;
  areaIds?: readonly string[] | undefined;
  severity?: number | undefined;
  q?: string | undefined;
  ids?: readonly string[] | undefined;
  after?: { severity: number; openedAt: string; id: string } | undefined;
  limit: number;
};

const seen = sql`c.id, c.ref, c.lane, c.type_code, c.severity, c.danger, c.area_id, c.place_by, c.scope_id, c.time_band, c.told_on,
  c.voices, c.sources, c.state, c.hold_reasons, c.triage_due_at, c.opened_at, c.released_at, c.released_by, c.answer_code,
  c.answered_at, c.closed_at, c.close_reason, c.reopened, c.merged_into, c.origin`;

/** The most urgent brief gives the clock. One query, whatever the page. */
export async function listQueue(ctx: Ctx, filter: QueueFilter): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select ${seen}, b.step, b.due_at as step_due_at
    from respond_concern c
    left join lateral (
      select case when b.state = 'new' then 'seen' else 'decision' end as step,
        case when b.state = 'new' then b.seen_due_at else b.decide_due_at end as due_at
      from respond_brief b where b.concern_id = c.id and b.state in ('new', 'seen', 'going')
      order by 2 limit 1) b on c.state = 'open'
    where c.scope_id = any((select ctx.areas())::text[]) and ${wanted(ctx, filter, sql`b.due_at`)}
    order by c.severity desc, c.opened_at, c.id limit ${filter.limit}`.execute(ctx.tx);
  return rows;
}

/** The restricted lanes: no brief exists there, and this class may read none. */
export async function listRestricted(ctx: Ctx, filter: QueueFilter): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select ${seen}, null as step, null::timestamptz as step_due_at from respond_concern c
    where c.lane in ('protection', 'oversight') and ${wanted(ctx, { ...filter, q: undefined }, sql`null::timestamptz`)}
    order by c.severity desc, c.opened_at, c.id limit ${filter.limit}`.execute(ctx.tx);
  return rows;
}

function wanted(ctx: Ctx, filter: QueueFilter, briefDue: ReturnType<typeof sql>) {
  const all = [sql`true`];
  if (filter.state !== undefined) all.push(stateIs(ctx, filter.state, briefDue));
  if (filter.lane !== undefined) all.push(sql`c.lane = ${filter.lane}`);
  if (filter.type !== undefined) all.push(sql`c.type_code like ${`${filter.type.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (filter.areaIds !== undefined) all.push(sql`c.area_id = any(${[...filter.areaIds]}::text[])`);
  if (filter.severity !== undefined) all.push(sql`c.severity = ${filter.severity}`);
  if (filter.ids !== undefined) all.push(sql`c.id = any(${[...filter.ids]}::text[])`);
  if (filter.q)
    all.push(sql`(c.folded like ${`%${fold(filter.q).replace(/[\\%_]/g, '\\$&')}%`} or c.ref = upper(${filter.q}))`);
  if (filter.after) {
    const { severity, openedAt, id } = filter.after;
    all.push(
      sql`(c.severity < ${severity} or (c.severity = ${severity} and (c.opened_at, c.id) > (${openedAt}::timestamptz, ${id})))`,
    );
  }
  return sql.join(all, sql` and `);
}

function stateIs(ctx: Ctx, state: string, briefDue: ReturnType<typeof sql>) {
  if (state === 'waiting') return sql`c.state = 'triage'`;
  if (state !== 'late') return sql`c.state = ${state}`;
  return sql`((c.state = 'triage' and c.triage_due_at < ${ctx.now}) or (c.state = 'open' and ${briefDue} < ${ctx.now}))`;
}

export type Seer = { role: string; postId: string | null; people: number };

export async function countSeers(ctx: Ctx, concernId: string): Promise<Seer[]> {
  const { rows } = await sql<Seer>`select role, post_id, people from ctx.count_seers(${concernId})`.execute(ctx.tx);
  return rows;
}

export async function moveLane(
  ctx: Ctx,
  moved: { concernId: string; to: string; plain: string | null; sealed: Buffer | null },
): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    select ctx.move_lane(${moved.concernId}, ${moved.to}, ${moved.plain}, ${moved.sealed}) as moved`.execute(ctx.tx);
  return rows[0]?.moved ?? false;
}

export async function moveArea(ctx: Ctx, concernId: string, areaId: string): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select ctx.move_area(${concernId}, ${areaId}) as moved`.execute(
    ctx.tx,
  );
  return rows[0]?.moved ?? false;
}

export type Referral = Selectable<RespondReferralTable>;

export async function insertReferral(ctx: Ctx, referral: Omit<Referral, 'acceptedAt' | 'withdrawnAt'>): Promise<void> {
  await ctx.tx.insertInto('respondReferral').values(referral).execute();
}

export async function listReferrals(ctx: Ctx, concernId: string): Promise<Referral[]> {
  return ctx.tx
    .selectFrom('respondReferral')
    .selectAll()
    .where('concernId', '=', concernId)
    .where('withdrawnAt', 'is', null)
    .orderBy('referredAt')
    .execute();
}

export async function updateReferral(
  ctx: Ctx,
  id: string,
  change: { acceptedAt?: Date | null; withdrawnAt?: Date },
): Promise<Referral | undefined> {
  return ctx.tx
    .updateTable('respondReferral')
    .set(change)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst();
}
