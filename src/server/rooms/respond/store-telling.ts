// Rows of tellings within their concern, and each one's own way through answer, clear? and solved?.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { RespondTellingTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'reportId',
  'concernId',
  'lane',
  'scopeId',
  'wayBack',
  'joinedAt',
  'answerDueAt',
  'answerCode',
  'answeredAt',
  'clearAskedAt',
  'clearRounds',
  'clear',
  'solvedDueAt',
  'solvedAskedAt',
  'solved',
  'withdrawnAt',
] as const satisfies readonly (keyof RespondTellingTable)[];

export type TellingRow = Pick<Selectable<RespondTellingTable>, (typeof columns)[number]>;
/** Unattended login only: with the contact to answer. */
export type AnswerableTelling = TellingRow & { contactId: string };

export async function findTelling(ctx: Ctx, reportId: string): Promise<AnswerableTelling | undefined> {
  return ctx.tx
    .selectFrom('respondTelling')
    .select([...columns, 'contactId'])
    .where('reportId', '=', reportId)
    .forUpdate()
    .executeTakeFirst();
}

/** Those that still stand: withdrawn ones are gone from every count and every answer. */
export async function listStanding(ctx: Ctx, concernId: string): Promise<AnswerableTelling[]> {
  return ctx.tx
    .selectFrom('respondTelling')
    .select([...columns, 'contactId'])
    .where('concernId', '=', concernId)
    .where('withdrawnAt', 'is', null)
    .orderBy('joinedAt')
    .orderBy('reportId')
    .execute();
}

/** What staff may read of them: no contact, no source. */
export async function listTellings(ctx: Ctx, concernId: string): Promise<TellingRow[]> {
  return ctx.tx
    .selectFrom('respondTelling')
    .select(columns)
    .where('concernId', '=', concernId)
    .orderBy('joinedAt')
    .orderBy('reportId')
    .execute();
}

export async function insertTelling(ctx: Ctx, telling: Insertable<RespondTellingTable>): Promise<void> {
  await ctx.tx.insertInto('respondTelling').values(telling).execute();
}

export async function updateTelling(
  ctx: Ctx,
  reportId: string,
  change: Updateable<RespondTellingTable>,
): Promise<void> {
  await ctx.tx.updateTable('respondTelling').set(change).where('reportId', '=', reportId).execute();
}

export async function updateTellingsOf(
  ctx: Ctx,
  concernId: string,
  change: Updateable<RespondTellingTable>,
): Promise<void> {
  await ctx.tx.updateTable('respondTelling').set(change).where('concernId', '=', concernId).execute();
}

/** An answer is due from the tellings that have a way back (decisions.md 4). */
export async function setAnswerDue(ctx: Ctx, concernId: string, dueAt: Date): Promise<void> {
  await ctx.tx
    .updateTable('respondTelling')
    .set({ answerDueAt: dueAt })
    .where('concernId', '=', concernId)
    .where('wayBack', '=', true)
    .where('answeredAt', 'is', null)
    .execute();
}

/** Voices are tellings, sources are independent people; a telling taken back is neither. */
export async function countVoices(ctx: Ctx, concernId: string): Promise<{ voices: number; sources: number }> {
  const { rows } = await sql<{ voices: number; sources: number }>`
    select count(*)::int as voices, count(distinct source_key)::int as sources
    from respond_telling where concern_id = ${concernId} and withdrawn_at is null`.execute(ctx.tx);
  return rows[0] ?? { voices: 0, sources: 0 };
}

/** Contacts of this concern who wait for nothing any more, here or elsewhere. */
export async function listSettledContacts(ctx: Ctx, concernId: string): Promise<string[]> {
  const { rows } = await sql<{ contactId: string }>`
    select distinct t.contact_id from respond_telling t where t.concern_id = ${concernId} and not exists (
      select from respond_telling o join respond_concern c on c.id = o.concern_id
      where o.contact_id = t.contact_id and o.withdrawn_at is null and c.state not in ('closed', 'withdrawn'))`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.contactId);
}

/** Every report of a concern, taken back or not: when the concern changes its lane, all of them must. */
export async function listReportIds(ctx: Ctx, concernId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('respondTelling')
    .select('reportId')
    .where('concernId', '=', concernId)
    .execute();
  return rows.map((row) => row.reportId);
}
