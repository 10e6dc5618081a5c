// The queue and one concern's surroundings, as a signed-in person reads them. Scope is said aloud beside row-level security.
import { type RawBuilder, sql } from 'kysely';
import type { CareStep } from '../../../shared/domain/care.ts';
import type { boardColumns } from '../../../shared/domain/queue.ts';
import { words } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import { careLive, serviceHasIt, withCare } from './store-care.ts';
import type { Concern } from './store-concern.ts';
import {
  answerDue,
  asksLive,
  clockIs,
  conditionsOf,
  orderOf,
  type QueueFilter,
  type Reading,
} from './store-queue-filter.ts';

export type { QueueFilter } from './store-queue-filter.ts';
/** `openedText`: a Date would cut the microseconds off, and a page would begin again with its last row. */
export type QueueRow = Concern & {
  step: 'seen' | 'decision' | CareStep | null;
  stepDueAt: Date | null;
  /** Restricted lanes: the service outside that has it. */
  service?: string | null;
  openedText: string;
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
  from respond_concern c ${withClock}
  where ${inMyAreas} and ${conditionsOf(ctx, filter, ordinary(filter))}
  order by ${orderOf(filter)} limit ${filter.limit}`;

/** The restricted lanes: no brief exists there and this class may read none; what each needs next gives the clock. */
export const restrictedQuery = (ctx: Ctx, filter: QueueFilter): RawBuilder<QueueRow> => sql<QueueRow>`
  select ${seen}, care.step, care.due_at as step_due_at, care.service from respond_concern c ${withCare(ctx)}
  where c.lane in ('protection', 'oversight') and ${conditionsOf(ctx, filter, restricted)}
  order by ${orderOf(filter)} limit ${filter.limit}`;

// Row-level security says it too. Said twice plainly, the planner believes that next to nothing is left and sorts a whole type
// instead of reading its first page in order (140 ms for one of 17,000); inside `coalesce` it is a check and no estimate.
const inMyAreas = sql`coalesce(c.scope_id = any((select ctx.areas())::text[]), false)`;

const withClock = sql`left join lateral (
    select case when b.state = 'new' then 'seen' else 'decision' end as step,
      case when b.state = 'new' then b.seen_due_at else b.decide_due_at end as due_at
    from respond_brief b where b.concern_id = c.id and b.state in ('new', 'seen', 'going')
    order by 2 limit 1) b on c.state = 'open'`;

// Under row security no index may serve a LIKE: the ids come from a door that says the same limits first.
const ordinary = (filter: QueueFilter): Reading => ({
  live: sql`c.state in ('triage', 'open')`,
  due: sql`case when c.state = 'triage' then c.triage_due_at else coalesce(b.due_at, ${answerDue}) end`,
  before: sql`(b.due_at is not null)`,
  // What is under way is asked row by row; of the years, the newest that these posts were given.
  given: (postIds) =>
    asksLive(filter)
      ? sql`coalesce((select true from respond_brief p where p.concern_id = c.id and p.state <> 'withdrawn' and p.post_id = any(${[...postIds]}::text[]) limit 1), false)`
      : sql`c.id = any(array(select p.concern_id from respond_brief p where p.state <> 'withdrawn' and p.post_id = any(${[...postIds]}::text[]) order by p.released_at desc limit 2000))`,
  found: (q) => sql`c.id = any((select ctx.search_concerns(${words(q)}, ${asksLive(filter)}))::text[])`,
});
const restricted: Reading = {
  live: careLive,
  due: sql`care.due_at`,
  before: serviceHasIt,
  given: () => sql`false`,
  found: (q) => sql`c.ref = upper(${q.trim()})`,
};

type Column = (typeof boardColumns)[number];
/** At most this many are counted in a column: beyond it the number is no decision any more. */
export const MOST_COUNTED = 999;

/** How many stand in each column of the board: what is under way in one reading, the others each by its own index. */
export async function countColumns(
  ctx: Ctx,
  asked: { filter: QueueFilter; columns: readonly Column[]; lane: 'ordinary' | 'restricted' },
): Promise<Map<Column, number>> {
  const within = asked.lane === 'ordinary' ? inMyAreas : sql`c.lane in ('protection', 'oversight')`;
  const clock = asked.lane === 'ordinary' ? withClock : withCare(ctx);
  const reading = asked.lane === 'ordinary' ? ordinary : () => restricted;
  const conditions = (filter: QueueFilter) => sql`${within} and ${conditionsOf(ctx, filter, reading(filter))}`;
  const ended = asked.columns.filter((column) => !underWay.includes(column));
  const counts = asked.columns
    .filter((column) => underWay.includes(column))
    .map(
      (column) =>
        sql`count(*) filter (where ${clockIs(ctx, { ...asked.filter, clock: column }, reading(asked.filter))})::int as ${sql.ref(column)}`,
    );
  const waiting = { ...asked.filter, state: 'waiting' };
  const { rows } = await sql<Partial<Record<Column, number>>>`
    select * from (select ${sql.join(counts)} from respond_concern c ${clock} where ${conditions(waiting)}) as under_way
    ${sql.join(
      ended.map(
        (column) => sql`cross join (select count(*)::int as ${sql.ref(column)} from (
        select from respond_concern c ${clock} where ${conditions({ ...asked.filter, clock: column })} limit ${MOST_COUNTED + 1}) few) as ${sql.ref(`of_${column}`)}`,
      ),
      sql` `,
    )}`.execute(ctx.tx);
  return new Map(asked.columns.map((column) => [column, rows[0]?.[column] ?? 0]));
}

const underWay: readonly Column[] = ['late', 'today', 'week', 'later'];

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
