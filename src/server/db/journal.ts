// The one journal: audit trail, source of every hearing, and timeline. A fact and the tasks it sets off are written together.

import { type RawBuilder, sql } from 'kysely';
import type { EventInput, EventName } from '../../shared/domain/journal.ts';
import { events } from '../../shared/domain/journal.ts';
import type { Lane } from '../../shared/domain/lane.ts';
import type { Origin } from '../../shared/domain/origin.ts';
import { newId } from '../../shared/kit/ids.ts';
import type { Actor, Tx } from './actor.ts';
import { type Turn, turns } from './turn.ts';

/** Event → names of the hearers that must run because of it. The functions themselves live in app/hearings.ts. */
export type Hearings = Readonly<Partial<Record<EventName, readonly string[]>>>;

/** What a fact is about, and what row-level security needs to decide who may read it. */
export type Subject = {
  subjectId: string;
  lane?: Lane;
  scopeId?: string | null;
  postId?: string;
  origin?: Origin;
};

export type Emit = <Name extends EventName>(name: Name, subject: Subject, payload: EventInput<Name>) => Promise<string>;

type Where = {
  tx: Tx;
  now: Date;
  actor: Actor;
  holdSeconds: number;
  hearings: Hearings;
  origin: Origin;
  /** Of the work that is set off. */
  turn?: Turn;
};

/** The switch of a post cannot be taken back by the one who moved it: its work begins at once, not after the ten seconds of undo. */
const cannotWait: ReadonlySet<EventName> = new Set(['post.closed', 'opening.asked', 'opening.agreed']);

/** Appends one event and one task per hearer. Returns the journal id, which is also the id of the deed for undo. */
export async function appendEvent<Name extends EventName>(
  where: Where,
  name: Name,
  fact: Subject & { payload: EventInput<Name> },
): Promise<string> {
  const id = newId('journal');
  const payload = JSON.stringify(events[name].parse(fact.payload));
  const written = [
    where.tx
      .insertInto('journal')
      .values({ ...journalRow(where, name, fact), id, payload })
      .execute(),
  ];
  const hearers = where.hearings[name] ?? [];
  if (hearers.length > 0) {
    const holdSeconds = cannotWait.has(name) ? 0 : where.holdSeconds;
    const runAt = new Date(where.now.getTime() + holdSeconds * 1000);
    written.push(
      where.tx
        .insertInto('task')
        .values(
          hearers.map((hearing) => ({
            id: newId('task'),
            journalId: id,
            hearing,
            payload,
            runAt,
            turn: where.turn ?? turns.usual,
          })),
        )
        .execute(),
    );
  }
  await Promise.all(written);
  return id;
}

/**
 * The same for many facts of one name, as CTEs of a single statement, for the one place where every round trip counts: intake. A fact
 * is written only when `where.written` (a CTE with a column `id`) holds its subject.
 */
export function eventCtes<Name extends EventName>(
  where: { actor: Actor; hearings: Hearings; written: string },
  name: Name,
  facts: readonly (Subject & { at: Date; runAt: Date; payload: EventInput<Name>; turn: Turn })[],
): RawBuilder<unknown> {
  const rows = facts.map((fact) => ({
    ...fact,
    id: newId('journal'),
    payload: JSON.stringify(events[name].parse(fact.payload)),
  }));
  const works = rows.flatMap((row) =>
    (where.hearings[name] ?? []).map((hearing) => ({ ...row, journalId: row.id, id: newId('task'), hearing })),
  );
  const isWritten = sql`subject_id in (select id from ${sql.ref(where.written)})`;
  const work =
    works.length === 0
      ? sql``
      : sql`, work as (
    insert into task (id, journal_id, hearing, payload, run_at, turn)
    select id, journal_id, hearing, payload, run_at, turn
    from unnest(${works.map((one) => one.id)}::text[], ${works.map((one) => one.journalId)}::text[], ${works.map((one) => one.hearing)}::text[],
      ${works.map((one) => one.payload)}::jsonb[], ${works.map((one) => one.runAt)}::timestamptz[], ${works.map((one) => one.subjectId)}::text[],
      ${works.map((one) => one.turn)}::int[]) with ordinality as t (id, journal_id, hearing, payload, run_at, subject_id, turn, nth) where ${isWritten} order by nth)`;
  return sql`fact as (
    insert into journal (id, at, event, kind, actor, role, subject_id, payload, origin)
    select id, at, ${name}, 'event', ${where.actor.id}, ${where.actor.role}, subject_id, payload, origin
    from unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.at)}::timestamptz[], ${rows.map((row) => row.subjectId)}::text[],
      ${rows.map((row) => row.payload)}::jsonb[], ${rows.map((row) => row.origin ?? 'live')}::text[])
      with ordinality as f (id, at, subject_id, payload, origin, turn) where ${isWritten} order by turn)${work}`;
}

/** When this fact was last written about this subject. */
export async function findLastFact({ tx }: { tx: Tx }, event: EventName, subjectId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('journal')
    .select('at')
    .where('subjectId', '=', subjectId)
    .where('event', '=', event)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** A reading of protected content: a journal row of kind `read`, written in the transaction that hands the content out. */
export async function appendRead(
  ctx: { tx: Tx; actor: Actor; now: Date },
  name: 'text.read' | 'restricted.read' | 'number.opened',
  fact: Subject & { payload: Record<string, string> },
): Promise<void> {
  const payload = JSON.stringify(events[name].parse(fact.payload));
  await ctx.tx
    .insertInto('journal')
    .values({ ...journalRow({ ...ctx, origin: 'live' }, name, fact), kind: 'read', id: newId('journal'), payload })
    .execute();
}

function journalRow(where: { now: Date; actor: Actor; origin: Origin }, event: string, fact: Subject) {
  return {
    at: where.now,
    kind: 'event' as const,
    event,
    actor: where.actor.id,
    role: where.actor.role,
    subjectId: fact.subjectId,
    lane: fact.lane ?? null,
    scopeId: fact.scopeId ?? null,
    postId: fact.postId ?? null,
    origin: fact.origin ?? where.origin,
  };
}
