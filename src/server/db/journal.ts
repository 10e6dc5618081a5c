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
  dueAt?: Date;
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
  const holdSeconds = cannotWait.has(name) ? 0 : where.holdSeconds;
  const runAt = new Date((where.dueAt ?? where.now).getTime() + holdSeconds * 1000);
  const turn = where.turn ?? turns.usual;
  await Promise.all([
    insertFact(where, name, { ...fact, id, kind: 'event', payload }),
    ...(where.hearings[name] ?? []).map((hearing) =>
      insertWork(where.tx, { journalId: id, hearing, payload, runAt, turn }),
    ),
  ]);
  return id;
}

type Fact = Subject & { id: string; kind: 'event' | 'read'; payload: string };

// The two statements that are asked most of all, written out: building them anew each time cost more than sending them.
async function insertFact(
  where: Pick<Where, 'tx' | 'now' | 'actor' | 'origin'>,
  event: string,
  fact: Fact,
): Promise<void> {
  const { now, actor, origin } = where;
  await sql`
    insert into journal (id, at, kind, event, actor, role, subject_id, lane, scope_id, post_id, origin, payload)
    values (${fact.id}, ${now}, ${fact.kind}, ${event}, ${actor.id}, ${actor.role}, ${fact.subjectId}, ${fact.lane ?? null},
      ${fact.scopeId ?? null}, ${fact.postId ?? null}, ${fact.origin ?? origin}, ${fact.payload})`.execute(where.tx);
}

type Work = { journalId: string; hearing: string; payload: string; runAt: Date; turn: Turn };

async function insertWork(tx: Tx, { journalId, hearing, payload, runAt, turn }: Work): Promise<void> {
  await sql`
    insert into task (id, journal_id, hearing, payload, run_at, turn)
    values (${newId('task')}, ${journalId}, ${hearing}, ${payload}, ${runAt}, ${turn})`.execute(tx);
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
  await insertFact({ ...ctx, origin: 'live' }, name, { ...fact, id: newId('journal'), kind: 'read', payload });
}
