// The queue and one concern's surroundings, as a signed-in person reads them. Scope is said aloud beside row-level security.
import { type RawBuilder, sql } from 'kysely';
import { clockOf, severities } from '../../../shared/domain/severity.ts';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import type { Concern } from './store-concern.ts';

/** `openedText`: a Date would cut the microseconds off, and a page would begin again with its last row. */
export type QueueRow = Concern & { step: 'seen' | 'decision' | null; stepDueAt: Date | null; openedText: string };
export type QueueFilter = {
  state?: string | undefined;
  lane?: string | undefined;
  typeCodes?: readonly string[] | undefined;
  areaIds?: readonly string[] | undefined;
  severity?: number | undefined;
  q?: string | undefined;
  ids?: readonly string[] | undefined;
  after?: { severity: number; openedAt: string; id: string } | undefined;
  limit: number;
};

const seen = sql`c.id, c.ref, c.lane, c.type_code, c.severity, c.danger, c.area_id, c.place_by, c.scope_id, c.time_band, c.told_on,
  c.voices, c.sources, c.state, c.hold_reasons, c.triage_due_at, c.opened_at, c.released_at, c.released_by, c.answer_code,
  c.answered_at, c.closed_at, c.close_reason, c.reopened, c.merged_into, c.origin,
  c.opened_at::text as opened_text`;

export const listQueue = async (ctx: Ctx, filter: QueueFilter): Promise<QueueRow[]> =>
  (await queueQuery(ctx, filter).execute(ctx.tx)).rows;

export const listRestricted = async (ctx: Ctx, filter: QueueFilter): Promise<QueueRow[]> =>
  (await restrictedQuery(ctx, filter).execute(ctx.tx)).rows;

/** The most urgent brief gives the clock. One query, whatever the page. */
export const queueQuery = (ctx: Ctx, filter: QueueFilter): RawBuilder<QueueRow> => sql<QueueRow>`
  select ${seen}, b.step, b.due_at as step_due_at
  from respond_concern c
  left join lateral (
    select case when b.state = 'new' then 'seen' else 'decision' end as step,
      case when b.state = 'new' then b.seen_due_at else b.decide_due_at end as due_at
    from respond_brief b where b.concern_id = c.id and b.state in ('new', 'seen', 'going')
    order by 2 limit 1) b on c.state = 'open'
  where c.scope_id = any((select ctx.areas())::text[])
    and ${wanted(ctx, filter, { due: sql`coalesce(b.due_at, ${answerDue})`, found: foundInWords })}
  order by c.severity desc, c.opened_at, c.id limit ${filter.limit}`;

/** The restricted lanes: no brief exists there and this class may read none; their words are sealed, a reference is not. */
export const restrictedQuery = (ctx: Ctx, filter: QueueFilter): RawBuilder<QueueRow> => sql<QueueRow>`
  select ${seen}, null as step, null::timestamptz as step_due_at from respond_concern c
  where c.lane in ('protection', 'oversight') and ${wanted(ctx, filter, { due: answerDue, found: foundByReference })}
  order by c.severity desc, c.opened_at, c.id limit ${filter.limit}`;

// What is open and before no post is due by the decision clock of its severity: the same time as the row's own clock shows.
const answerDue = sql`(coalesce(c.released_at, c.opened_at) + make_interval(mins => case c.severity ${sql.join(
  severities.map((severity) => sql`when ${sql.lit(severity)} then ${sql.lit(clockOf(severity).decisionMinutes)}`),
  sql` `,
)} end))`;

const foundByReference = (q: string) => sql`c.ref = upper(${q})`;
// Under row security no index may serve a LIKE: the ids come from a door that says the same limits first.
const foundInWords = (q: string) =>
  sql`c.id = any((select ctx.search_concerns(${`%${fold(q).replace(/[\\%_]/g, '\\$&')}%`}, upper(${q})))::text[])`;

type Reading = { due: RawBuilder<unknown>; found: (q: string) => RawBuilder<unknown> };

function wanted(ctx: Ctx, filter: QueueFilter, { due, found }: Reading) {
  const all = [sql`true`];
  if (filter.state !== undefined) all.push(stateIs(ctx, filter.state, due));
  if (filter.lane !== undefined) all.push(sql`c.lane = ${filter.lane}`);
  if (filter.typeCodes !== undefined) all.push(sql`c.type_code = any(${[...filter.typeCodes]}::text[])`);
  if (filter.areaIds !== undefined) all.push(sql`c.area_id = any(${[...filter.areaIds]}::text[])`);
  if (filter.severity !== undefined) all.push(sql`c.severity = ${filter.severity}`);
  if (filter.ids !== undefined) all.push(sql`c.id = any(${[...filter.ids]}::text[])`);
  if (filter.q) all.push(found(filter.q));
  if (filter.after) {
    const { severity, openedAt, id } = filter.after;
    all.push(
      sql`(c.severity < ${severity} or (c.severity = ${severity} and (c.opened_at, c.id) > (${openedAt}::timestamptz, ${id})))`,
    );
  }
  return sql.join(all, sql` and `);
}

/** Waiting: a person of the programme, or a post, has still to do something. */
function stateIs(ctx: Ctx, state: string, due: RawBuilder<unknown>) {
  if (state === 'waiting') return sql`c.state in ('triage', 'open')`;
  if (state !== 'late') return sql`c.state = ${state}`;
  return sql`c.state in ('triage', 'open')
    and ((c.state = 'triage' and c.triage_due_at < ${ctx.now}) or (c.state = 'open' and ${due} < ${ctx.now}))`;
}

/** `words`: what this post reads has words in it, not only a type, a place and a part of the day. Null for who sees all. */
export type Seer = { role: string; postId: string | null; people: number; words: boolean | null };

export async function countSeers(ctx: Ctx, concernId: string): Promise<Seer[]> {
  const { rows } = await sql<Seer>`select role, post_id, people, words from ctx.count_seers(${concernId})`.execute(
    ctx.tx,
  );
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

/** Undo: where it had been, out of sight of the actor or not. False when it is no longer where this deed put it. */
export async function unplace(ctx: Ctx, deedId: string): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`select ctx.unplace(${deedId}, ${ctx.now}) as moved`.execute(ctx.tx);
  return rows[0]?.moved ?? false;
}
