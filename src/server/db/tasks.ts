// The queue over `task`: claimed with skip locked, leased with a fencing number, tried again with backoff, buried for a person to see.
import { sql } from 'kysely';
import type { Db } from './client.ts';
import { type Turn, turns } from './turn.ts';
import type { Tx } from './tx.ts';

export type ClaimedTask = {
  id: string;
  hearing: string;
  payload: unknown;
  attempts: number;
  fence: string;
  turn: Turn;
  /** Since when it is due. */
  runAt: Date;
};

const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 12;
const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 900;

/** Takes up to `most` due tasks, by turn, and within one turn in the order of their facts. A task whose worker died becomes due again when its lease ends. */
export async function claimTasks(db: Db, most: number, offsetMs: number): Promise<ClaimedTask[]> {
  const { rows } = await sql<ClaimedTask>`
    with claimed as (
      update task set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), fence = fence + 1, attempts = attempts + 1
      where id in (
        select due.id from unnest(${Object.values(turns)}::int[]) as turns (turn) cross join lateral (
          select id from task
          where turn = turns.turn and state = 'waiting' and run_at <= now() + make_interval(secs => ${offsetMs / 1000}) and (lease_until is null or lease_until < now())
          order by run_at, ctid limit ${most} for update skip locked) due
        limit ${most})
      returning id, hearing, payload, attempts, fence, turn, run_at, journal_id)
    select id, hearing, payload, attempts, fence, turn, run_at from claimed
    order by turn, (select seq from journal where journal.id = claimed.journal_id) nulls last`.execute(db);
  return rows;
}

/** Gives back a task that was claimed and not begun, as if it had never been taken. */
export async function releaseTask(db: Db, task: ClaimedTask): Promise<void> {
  await sql`update task set lease_until = null, attempts = attempts - 1 where id = ${task.id} and fence = ${task.fence}`.execute(
    db,
  );
}

/** Deletes the task inside the deed's own transaction: done exactly when the deed is. False when another worker took it over. */
export async function finishTask(tx: Tx, task: ClaimedTask): Promise<boolean> {
  const done = await sql`delete from task where id = ${task.id} and fence = ${task.fence}`.execute(tx);
  return done.numAffectedRows === 1n;
}

/** Puts a failed task back with backoff, or buries it after the last try. Returns true when this buried it. */
export async function postponeTask(
  db: Db | Tx,
  task: ClaimedTask,
  { problem, chance }: { problem: string; chance: number },
): Promise<boolean> {
  const buried = task.attempts >= MOST_ATTEMPTS;
  const wait = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (task.attempts - 1)) * (0.5 + chance);
  const { numAffectedRows } =
    await sql`update task set lease_until = null, last_problem = ${problem}, state = ${buried ? 'buried' : 'waiting'},
    run_at = run_at + greatest(now() - run_at, interval '0') + make_interval(secs => ${wait})
    where id = ${task.id} and fence = ${task.fence}`.execute(db);
  return buried && numAffectedRows === 1n;
}

/** Asks for work that is not set off by a fact: at a moment, or once under a name of its own. */
export async function askTask(
  tx: Tx,
  task: { id: string; hearing: string; payload: Record<string, unknown>; runAt: Date; turn?: Turn },
): Promise<void> {
  await tx
    .insertInto('task')
    .values({ ...task, payload: JSON.stringify(task.payload) })
    // No column is named: that would need the right to read, which those who only ask do not have.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tasks that are due or being worked, and those that lie buried. */
export async function countTasks(db: Db): Promise<{ due: number; buried: number }> {
  const { rows } = await sql<{ due: number; buried: number }>`
    select count(*) filter (where state = 'waiting' and run_at <= now())::int as due, count(*) filter (where state = 'buried')::int as buried from task`.execute(
    db,
  );
  return rows[0] ?? { due: 0, buried: 0 };
}
