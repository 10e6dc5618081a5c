// The journal as this room reads it: the timeline of a matter, and a deed that its actor wants back.
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { JournalTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type Fact = Pick<Selectable<JournalTable>, 'id' | 'at' | 'event' | 'actor' | 'role' | 'postId'> & {
  payload: Record<string, unknown>;
};

const Payload = z.record(z.string(), z.unknown());
const MOST = 500;

/** Row-level security leaves out what the reader may not know. */
export async function listTimeline(ctx: Ctx, subjectIds: readonly string[]): Promise<Fact[]> {
  const rows = await ctx.tx
    .selectFrom('journal')
    .select(['id', 'at', 'event', 'actor', 'role', 'postId', 'payload'])
    .where('subjectId', 'in', subjectIds)
    .where('kind', '=', 'event')
    .orderBy('seq')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, payload: Payload.parse(row.payload) }));
}

export type OwnDeed = Pick<
  Selectable<JournalTable>,
  'id' | 'event' | 'subjectId' | 'lane' | 'scopeId' | 'postId' | 'origin'
> & {
  payload: Record<string, unknown>;
};

export async function findOwnDeed(ctx: Ctx, id: string): Promise<OwnDeed | undefined> {
  const row = await ctx.tx
    .selectFrom('journal')
    .select(['id', 'event', 'subjectId', 'lane', 'scopeId', 'postId', 'origin', 'payload'])
    .where('id', '=', id)
    .where('actor', '=', ctx.actor.id)
    .executeTakeFirst();
  return row && { ...row, payload: Payload.parse(row.payload) };
}

/** Two screens may ask at once: the second waits here, and finds it undone. */
export async function isUndone(ctx: Ctx, deed: Pick<OwnDeed, 'id' | 'subjectId'>): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7253, hashtext(${deed.id}))`.execute(ctx.tx);
  const { rows } = await sql`
    select 1 from journal where subject_id = ${deed.subjectId} and event = 'deed.undone' and actor = ${ctx.actor.id}
      and payload ->> 'deedId' = ${deed.id} limit 1`.execute(ctx.tx);
  return rows.length > 0;
}

/** False when the ten seconds are over, or what it set off has begun. */
export async function callBack(ctx: Ctx, deedId: string): Promise<boolean> {
  const { rows } = await sql<{ called: number }>`select ctx.call_back(${deedId}, ${ctx.now}) as called`.execute(ctx.tx);
  return (rows[0]?.called ?? -1) >= 0;
}

/** Reports that were told to, or had joined, this concern: to them it can be brought back. */
export async function listTellingsToldTo(ctx: Ctx, concernId: string): Promise<string[]> {
  const { rows } = await sql<{ reportId: string }>`
    select distinct payload ->> 'reportId' as report_id from journal
    where subject_id = ${concernId} and event in ('concern.opened', 'concern.joined')`.execute(ctx.tx);
  return rows.map((row) => row.reportId);
}

/** One of several deeds in a transaction: refused, it leaves nothing behind and the others stand. */
export async function keepingApart(ctx: Ctx, deed: () => Promise<void>): Promise<void> {
  await sql`savepoint one_of_several`.execute(ctx.tx);
  try {
    await deed();
  } catch (error) {
    await sql`rollback to savepoint one_of_several`.execute(ctx.tx);
    throw error;
  } finally {
    await sql`release savepoint one_of_several`.execute(ctx.tx);
  }
}

/** Whether a person did anything to a matter that one of these reports tells of. */
export async function isWorkedOn(ctx: Ctx, reportIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ worked: boolean }>`
    select exists (select from respond_telling t join journal j on j.subject_id = t.concern_id
      where t.report_id = any(${[...reportIds]}::text[]) and j.kind = 'event' and j.actor like 'us\\_%') as worked`.execute(
    ctx.tx,
  );
  return rows[0]?.worked === true;
}
