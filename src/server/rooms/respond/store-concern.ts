// Rows of concerns: made, locked, changed, found again for another telling of the same matter.
import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { RespondConcernTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

const columns = [
  'id',
  'ref',
  'lane',
  'typeCode',
  'severity',
  'danger',
  'areaId',
  'placeBy',
  'scopeId',
  'timeBand',
  'toldOn',
  'voices',
  'sources',
  'state',
  'holdReasons',
  'triageDueAt',
  'openedAt',
  'releasedAt',
  'releasedBy',
  'answerCode',
  'answeredAt',
  'closedAt',
  'closeReason',
  'reopened',
  'mergedInto',
  'origin',
] as const satisfies readonly (keyof RespondConcernTable)[];

export type Concern = Pick<Selectable<RespondConcernTable>, (typeof columns)[number]>;
export type ConcernChange = Updateable<RespondConcernTable>;

/** The row, locked until the deed ends. Undefined when there is none or the caller may not see it: no difference to the caller. */
export async function lockConcern(ctx: Ctx, id: string): Promise<Concern | undefined> {
  return ctx.tx.selectFrom('respondConcern').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findConcern(ctx: Ctx, id: string): Promise<Concern | undefined> {
  return ctx.tx.selectFrom('respondConcern').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Ordinary lane, or the unattended login: what may be read plain. */
export async function readNarrative(
  ctx: Ctx,
  id: string,
): Promise<{ narrative: string | null; releasedNarrative: string | null; narrativeOf: string | null } | undefined> {
  return ctx.tx
    .selectFrom('respondConcern')
    .select(['narrative', 'releasedNarrative', 'narrativeOf'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function readSealedNarrative(ctx: Ctx, id: string): Promise<Buffer | undefined> {
  const row = await ctx.tx.selectFrom('respondConcern').select('narrativeCt').where('id', '=', id).executeTakeFirst();
  return row?.narrativeCt ?? undefined;
}

export async function insertConcern(ctx: Ctx, concern: Insertable<RespondConcernTable>): Promise<Concern> {
  return ctx.tx.insertInto('respondConcern').values(concern).returning(columns).executeTakeFirstOrThrow();
}

export async function updateConcern(ctx: Ctx, id: string, change: ConcernChange): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await ctx.tx.updateTable('respondConcern').set(change).where('id', '=', id).execute();
}

/** One telling more, whose row is there. Voices are tellings, sources are independent people. */
export async function addVoice(ctx: Ctx, id: string, reportId: string): Promise<{ voices: number; sources: number }> {
  const { rows } = await sql<{ voices: number; sources: number }>`
    update respond_concern c set voices = c.voices + 1, sources = c.sources + case when exists (
        select from respond_telling other where other.concern_id = c.id and other.source_key = t.source_key
          and other.withdrawn_at is null and other.report_id <> t.report_id) then 0 else 1 end
    from respond_telling t where c.id = ${id} and t.report_id = ${reportId}
    returning c.voices, c.sources`.execute(ctx.tx);
  return rows[0] ?? { voices: 0, sources: 0 };
}

/** A reference is spoken and texted: it must not meet another that is still in use. */
export async function isReferenceTaken(ctx: Ctx, ref: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - 90 * 86_400_000);
  const { rows } = await sql`
    select 1 from respond_concern where ref = ${ref}
      and (state not in ('closed', 'merged', 'withdrawn') or coalesce(closed_at, opened_at) > ${since}) limit 1`.execute(
    ctx.tx,
  );
  return rows.length > 0;
}

export type Matter = { typeCode: string; areaId: string; since: Date; exceptId?: string };

/** Two tellings of one matter must not open two concerns because they arrived together. */
export async function lockMatter(ctx: Ctx, matter: Pick<Matter, 'typeCode' | 'areaId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7252, hashtext(${`${matter.typeCode} ${matter.areaId}`}))`.execute(ctx.tx);
}

export async function findJoinable(ctx: Ctx, matter: Matter): Promise<Concern | undefined> {
  const { rows } = await joinableQuery(matter).execute(ctx.tx);
  return rows[0];
}

/** What a person has kept apart from `exceptId` is not joined to it by rule. */
export const joinableQuery = ({ typeCode, areaId, since, exceptId = '' }: Matter): RawBuilder<Concern> => sql`
  select ${sql.join(columns.map((column) => sql.ref(`c.${column}`)))} from respond_concern c
  where c.lane = 'ordinary' and c.state in ('triage', 'open', 'answered') and c.origin <> 'import'
    and c.type_code = ${typeCode} and c.area_id = ${areaId} and c.opened_at > ${since} and c.id <> ${exceptId}
    and not exists (select from respond_duplicate d where d.state = 'refused'
      and ((d.concern_id = ${exceptId} and d.other_id = c.id) or (d.other_id = ${exceptId} and d.concern_id = c.id)))
  order by c.opened_at desc limit 1 for update of c`;

/** Concerns whose triage clock ran out and of which nobody was told yet. */
export async function takeTriageMissed(ctx: Ctx, most: number): Promise<Concern[]> {
  return ctx.tx
    .selectFrom('respondConcern')
    .select(columns)
    .where('state', '=', sql.lit('triage'))
    .where('triageMissedAt', 'is', null)
    .where('triageDueAt', '<=', ctx.now)
    .orderBy('triageDueAt')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}
