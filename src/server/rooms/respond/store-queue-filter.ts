// What narrows the queue, as conditions over one concern. The same words stand in the address of the screen.
import { type RawBuilder, sql } from 'kysely';
import type { QueueClock, QueueWaits } from '../../../shared/domain/queue.ts';
import { clockOf, severities } from '../../../shared/domain/severity.ts';
import { words } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';

export type QueueFilter = {
  state?: string | undefined;
  lane?: string | undefined;
  typeCodes?: readonly string[] | undefined;
  areaIds?: readonly string[] | undefined;
  severity?: number | undefined;
  /** Any of these was given it. */
  postIds?: readonly string[] | undefined;
  clock?: QueueClock | undefined;
  waits?: QueueWaits | undefined;
  reopened?: boolean | undefined;
  q?: string | undefined;
  ids?: readonly string[] | undefined;
  /** The end of the programme's day: what "today" means. */
  dayEnds?: Date | undefined;
  after?: { severity: number; openedAt: string; id: string } | undefined;
  limit: number;
};

type Condition = RawBuilder<unknown>;
/** The ordinary lane has briefs with clocks and words that are indexed; in the restricted lanes there is neither. */
export type Reading = {
  /** Somebody has still to do something. */
  live: Condition;
  /** When the next step is due. Null in a replay, which starts no clock: that is "later". */
  due: Condition;
  /** A post, or a service outside, has still to act. */
  before: Condition;
  given: (postIds: readonly string[]) => Condition;
  found: (q: string) => Condition;
};

const liveClocks: readonly QueueClock[] = ['late', 'soon', 'today', 'week', 'later'];
const liveStates: readonly string[] = ['waiting', 'late', 'triage', 'open'];

export function conditionsOf(ctx: Ctx, filter: QueueFilter, reading: Reading): Condition {
  const { q, after } = filter;
  return sql.join(
    [
      sql`true`,
      ...plain(filter),
      ...(filter.state === undefined ? [] : [stateIs(ctx, filter.state, reading)]),
      ...(filter.clock === undefined ? [] : [clockIs(ctx, filter, reading)]),
      ...(filter.waits === undefined ? [] : [waitsFor[filter.waits](reading)]),
      ...(filter.postIds === undefined ? [] : [reading.given(filter.postIds)]),
      ...(q === undefined || words(q).length === 0 ? [] : [reading.found(q)]),
      ...(after === undefined ? [] : [looksBack(filter) ? isOlder(after) : isAfter(after)]),
    ],
    sql` and `,
  );
}

function plain(filter: QueueFilter): Condition[] {
  const all: Condition[] = [];
  if (filter.lane !== undefined) all.push(sql`c.lane = ${filter.lane}`);
  const [only, ...others] = filter.typeCodes ?? [];
  // Of one type the index gives the order too.
  if (only !== undefined && others.length === 0) all.push(sql`c.type_code = ${only}`);
  else if (filter.typeCodes !== undefined) all.push(sql`c.type_code = any(${[...filter.typeCodes]}::text[])`);
  if (filter.areaIds !== undefined) all.push(sql`c.area_id = any(${[...filter.areaIds]}::text[])`);
  if (filter.severity !== undefined) all.push(sql`c.severity = ${filter.severity}`);
  if (filter.reopened === true) all.push(sql`c.reopened > 0`);
  if (filter.ids !== undefined) all.push(sql`c.id = any(${[...filter.ids]}::text[])`);
  return all;
}

/** What waits is worked gravest first; whoever looks for words through the years wants the newest. */
export const orderOf = (filter: QueueFilter): Condition =>
  looksBack(filter) ? sql`c.opened_at desc, c.id desc` : sql`c.severity desc, c.opened_at, c.id`;

const looksBack = (filter: QueueFilter): boolean => filter.q !== undefined && !asksLive(filter);

type Place = NonNullable<QueueFilter['after']>;

const isOlder = ({ openedAt, id }: Place): Condition => sql`(c.opened_at, c.id) < (${openedAt}::timestamptz, ${id})`;

const isAfter = ({ severity, openedAt, id }: Place): Condition =>
  sql`(c.severity < ${severity} or (c.severity = ${severity} and (c.opened_at, c.id) > (${openedAt}::timestamptz, ${id})))`;

/** Waiting: a person of the programme, or a post, has still to do something. */
function stateIs(ctx: Ctx, state: string, reading: Reading): Condition {
  if (state === 'waiting') return reading.live;
  if (state === 'late') return clockIs(ctx, { clock: 'late' }, reading);
  return sql`c.state = ${state}`;
}

const SOON_MINUTES = 120;
const minutes = (at: Date, count: number): Date => new Date(at.getTime() + count * 60_000);

export function clockIs(ctx: Ctx, filter: Pick<QueueFilter, 'clock' | 'dayEnds'>, reading: Reading): Condition {
  const dayEnds = filter.dayEnds ?? ctx.now;
  const week = minutes(dayEnds, 7 * 24 * 60);
  const { live, due: at } = reading;
  switch (filter.clock) {
    case 'late':
      return sql`${live} and ${at} < ${ctx.now}`;
    case 'soon':
      return sql`${live} and ${at} >= ${ctx.now} and ${at} < ${minutes(ctx.now, SOON_MINUTES)}`;
    case 'today':
      return sql`${live} and ${at} >= ${ctx.now} and ${at} < ${dayEnds}`;
    case 'week':
      return sql`${live} and ${at} >= ${dayEnds} and ${at} < ${week}`;
    case 'later':
      return sql`${live} and (${at} >= ${week} or ${at} is null)`;
    case 'teller':
      return sql`c.state = 'answered'`;
    default:
      return sql`c.state = 'closed' and c.closed_at > ${minutes(ctx.now, -7 * 24 * 60)}`;
  }
}

const waitsFor: Readonly<Record<QueueWaits, (reading: Reading) => Condition>> = {
  us: ({ live, before }) => sql`(${live} and not ${before})`,
  post: ({ live, before }) => sql`(${live} and ${before})`,
  teller: () => sql`c.state = 'answered'`,
};

/** Where only what is under way is asked for, the search need not look through the years. */
export const asksLive = ({ state, clock, waits }: Pick<QueueFilter, 'state' | 'clock' | 'waits'>): boolean =>
  waits === 'us' ||
  waits === 'post' ||
  (state !== undefined && liveStates.includes(state)) ||
  (clock !== undefined && liveClocks.includes(clock));

// What is open and before no post is due by the decision clock of its severity: the same time as the row's own clock shows.
export const answerDue = sql`(coalesce(c.released_at, c.opened_at) + make_interval(mins => case c.severity ${sql.join(
  severities.map((severity) => sql`when ${sql.lit(severity)} then ${sql.lit(clockOf(severity).decisionMinutes)}`),
  sql` `,
)} end))`;
