// One transaction per deed, and the small context that every deed is given.

import { type Kysely, sql } from 'kysely';
import type { Origin } from '../../shared/domain/origin.ts';
import { type IdKind, newId } from '../../shared/kit/ids.ts';
import type { Actor, Tx } from './actor.ts';
import type { Db } from './client.ts';
import { appendEvent, type Emit, type Hearings } from './journal.ts';
import type { DatabaseClass } from './roles.ts';
import type { Database } from './schema.gen.ts';
import type { Turn } from './turn.ts';

export type { Actor, Tx } from './actor.ts';

export type Ctx = {
  tx: Tx;
  actor: Actor;
  /** The database's time at the start of the transaction; one moment for the whole deed. */
  now: Date;
  id(kind: IdKind): string;
  /** Writes the fact and what it sets off, in this transaction. Returns the journal id. */
  emit: Emit;
};

export type Clock = { /** Added to the database's time. Always 0 outside tests. */ offsetMs: number };

export type TxSettings = { hearings: Hearings; clock: Clock; origin: Origin };

type As = { db: Db; tx: TxSettings };
type Person = {
  actor: Actor;
  databaseClass: DatabaseClass;
  token: string;
  /** Of all areas that are the person's only those within this one; it can only take away. */
  within?: string | undefined;
};
type Deed<T> = (ctx: Ctx) => Promise<T>;

/** Seconds in which a deed on a screen may be undone: what it sets off waits that long (decisions.md 10). */
export const UNDO_SECONDS = 10;

/** A transaction of a signed-in person: takes on the class, binds the session token, holds consequences for undo. */
export function personTx<T>({ db, tx: settings, person }: As & { person: Person }, deed: Deed<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const started = await sql<{ now: Date }>`
      select set_config('role', ${`salama_${person.databaseClass}`}, true), set_config('salama.token', ${person.token}, true),
        set_config('salama.area', ${person.within ?? ''}, true), now() as now`.execute(tx);
    return deed(contextOf(tx, settings, { actor: person.actor, now: started.rows[0]?.now, holdSeconds: UNDO_SECONDS }));
  });
}

type Unattended = As & {
  actor: Actor;
  /** Of the work that it sets off. */
  turn?: Turn | undefined;
  dueAt?: Date | undefined;
};

/** A transaction of an unattended login (worker, courier, intake), or of the owner at set-up. */
export function systemTx<T>({ db, tx: settings, ...start }: Unattended, deed: Deed<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ now: Date }>`select now() as now`.execute(tx);
    return deed(contextOf(tx, settings, { ...start, now: rows[0]?.now, holdSeconds: 0 }));
  });
}

/**
 * The same for work that would be done again, because the deed itself takes its task off the queue. The commit does not wait for the disk:
 * lost with the machine, it is lost with that taking, and whoever sends or answers because of it commits after it (ADR 0109).
 */
export function workTx<T>({ db, tx: settings, ...start }: Unattended, deed: Deed<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ now: Date }>`
      select now() as now, set_config('synchronous_commit', 'off', true)`.execute(tx);
    return deed(contextOf(tx, settings, { ...start, now: rows[0]?.now, holdSeconds: 0 }));
  });
}

/** For a deed that thinks between its statements (a week of the past, a long table): a slow computer may take longer than others hold a transaction. */
export async function takeTime({ tx }: Pick<Ctx, 'tx'>): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
}

function contextOf(
  tx: Tx,
  settings: TxSettings,
  start: {
    actor: Actor;
    now: Date | undefined;
    holdSeconds: number;
    turn?: Turn | undefined;
    dueAt?: Date | undefined;
  },
): Ctx {
  if (!start.now) throw new Error('the database did not tell the time');
  const now = new Date(start.now.getTime() + settings.clock.offsetMs);
  const emit: Emit = (name, subject, payload) =>
    appendEvent(
      {
        tx,
        now,
        actor: start.actor,
        holdSeconds: start.holdSeconds,
        hearings: settings.hearings,
        origin: settings.origin,
        ...(start.turn === undefined ? {} : { turn: start.turn }),
        ...(start.dueAt === undefined ? {} : { dueAt: start.dueAt }),
      },
      name,
      { ...subject, payload },
    );
  return { tx, actor: start.actor, now, id: newId, emit };
}

export type Reader = Kysely<Database>;
