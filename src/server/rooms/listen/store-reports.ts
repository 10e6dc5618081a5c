// SQL of tellings and their interpretations.

import type { Lane } from '../../../shared/domain/lane.ts';
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Via } from '../../../shared/domain/via.ts';
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export type TypeBy = 'code' | 'keyword' | 'free-text' | 'confirmed' | 'listener';
export type PlaceBy = 'name' | 'alias' | 'council' | 'listener' | 'none';

export type ReportReading = {
  lane: Lane;
  typeCode: string | null;
  typeBy: TypeBy | null;
  areaId: string | null;
  scopeId: string | null;
  placeBy: PlaceBy;
  language: string;
  danger: boolean;
  masked: string | null;
  maskedCt: Buffer | null;
};

export type NewReport = ReportReading & {
  id: string;
  contactId: string;
  sourceKey: Buffer;
  councilId: string | null;
  zero: boolean;
  /** Where nothing is said: a text of hers. */
  via?: Via;
  toldAt: Date;
  origin: Origin;
};

/** Without a message: it was imported. */
export async function insertReport(ctx: Tx, report: NewReport, messageId?: string): Promise<void> {
  await Promise.all([
    ctx.tx
      .insertInto('listenReport')
      .values({ ...report, version: 1 })
      .execute(),
    messageId === undefined ? undefined : attachMessage(ctx, report.id, messageId),
  ]);
}

export async function attachMessage(ctx: Tx, reportId: string, messageId: string): Promise<void> {
  await ctx.tx
    .insertInto('listenReportMessage')
    .values({ reportId, messageId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Replaces the current reading; the old one stays in listen_interpretation. Returns the new version. */
export async function updateReport(ctx: Tx, reportId: string, reading: Partial<ReportReading>): Promise<number> {
  const row = await ctx.tx
    .updateTable('listenReport')
    .set(({ eb }) => ({ ...reading, version: eb('version', '+', 1) }))
    .where('id', '=', reportId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export async function insertInterpretation(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  entry: { reportId: string; version: number; by: string; grammar: string; understanding: Record<string, unknown> },
): Promise<void> {
  await ctx.tx
    .insertInto('listenInterpretation')
    .values({ ...entry, understanding: JSON.stringify(entry.understanding), at: ctx.now })
    .execute();
}

export async function findReport(ctx: Tx, reportId: string) {
  return ctx.tx.selectFrom('listenReport').selectAll().where('id', '=', reportId).executeTakeFirst();
}

/** What her own words from her own phone are about: not what a page told with her number, which anybody may have named. */
export async function findLatestReport(ctx: Tx, contactId: string, since: Date) {
  return ctx.tx
    .selectFrom('listenReport')
    .selectAll()
    .where('contactId', '=', contactId)
    .where('toldAt', '>=', since)
    .where('via', '<>', 'page')
    .where('withdrawnAt', 'is', null)
    .where('zero', '=', false)
    .orderBy('toldAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Tellings that came by a page with this number. */
export async function listToldByPage(ctx: Tx, contactId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('listenReport')
    .select('id')
    .where('contactId', '=', contactId)
    .where('via', '=', 'page')
    .execute();
  return rows.map(({ id }) => id);
}

/** Of what she has told since and stands: a restricted lane, where there is one. */
export async function findStrictestLane(ctx: Tx, contactId: string, since: Date): Promise<Lane> {
  const row = await ctx.tx
    .selectFrom('listenReport')
    .select('lane')
    .where('contactId', '=', contactId)
    .where('lane', '<>', 'ordinary')
    .where('toldAt', '>=', since)
    .where('withdrawnAt', 'is', null)
    .orderBy('toldAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.lane ?? 'ordinary';
}

export async function findInterpretation(ctx: Tx, reportId: string, version: number) {
  return ctx.tx
    .selectFrom('listenInterpretation')
    .select(['understanding', 'by'])
    .where('reportId', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** Her newest telling that was taken back since, and of which the words are still kept. */
export async function findWithdrawn(ctx: Tx, contactId: string, since: Date) {
  return ctx.tx
    .selectFrom('listenReport')
    .select(['id', 'lane', 'scopeId', 'via', 'withdrawnAt'])
    .where('contactId', '=', contactId)
    .where('withdrawnAt', '>=', since)
    .where('zero', '=', false)
    .orderBy('withdrawnAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function setWithdrawn(ctx: Tx, reportId: string, withdrawnAt: Date | null): Promise<void> {
  await ctx.tx.updateTable('listenReport').set({ withdrawnAt }).where('id', '=', reportId).execute();
}

/** The end of the grace; a telling that was kept, or taken back again later, is left alone. */
export async function eraseWithdrawn(ctx: Tx, reportId: string, withdrawnAt: Date): Promise<void> {
  await ctx.tx
    .updateTable('listenReport')
    .set({ masked: null, maskedCt: null })
    .where('id', '=', reportId)
    .where('withdrawnAt', '=', withdrawnAt)
    .execute();
}

/** Language, way in and masked words of tellings; null where they are sealed. */
export async function readTellings(
  ctx: Tx,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, { language: string; via: Via; masked: string | null }>> {
  if (reportIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('listenReport')
    .select(['id', 'language', 'lane', 'via'])
    .where('id', 'in', [...reportIds])
    .execute();
  const plain = await readMasked(
    ctx,
    rows.filter((row) => row.lane === 'ordinary').map((row) => row.id),
  );
  return new Map(
    rows.map((row) => [row.id, { language: row.language, via: row.via, masked: plain.get(row.id) ?? null }]),
  );
}

/** A query of its own: the protection officer's class may not even name the column. */
async function readMasked(ctx: Tx, reportIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (reportIds.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('listenReport')
    .select(['id', 'masked'])
    .where('id', 'in', [...reportIds])
    .where('withdrawnAt', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.masked]));
}
