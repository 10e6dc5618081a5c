// SQL of imported reports: which row of which batch they are, and which column held what.
import { sql } from 'kysely';
import { z } from 'zod';
import { type ImportChannel, type ImportOutcome, importOutcomes, reportFields } from '../../../shared/domain/import.ts';
import type { Ctx } from '../../db/tx.ts';
import type { ReportMap } from './read-report-rows.ts';

type Tx = Pick<Ctx, 'tx'>;
export type Imported = {
  reportId: string;
  batchId: string;
  row: number;
  rowKey: Buffer;
  channel: ImportChannel;
  outcome: ImportOutcome | null;
};

export async function insertImported(ctx: Tx, imported: Imported): Promise<void> {
  await ctx.tx.insertInto('listenImported').values(imported).execute();
}

/** Of these rows, those that some batch brought already. */
export async function listKnownRows(ctx: Tx, rowKeys: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (rowKeys.length === 0) return new Set();
  const rows = await ctx.tx
    .selectFrom('listenImported')
    .select('rowKey')
    .where('rowKey', 'in', [...rowKeys])
    .execute();
  return new Set(rows.map((row) => row.rowKey.toString('hex')));
}

const Outcome = z.enum(importOutcomes).nullable();

/** How an imported report ended, as its table says; undefined for one that was not imported. */
export async function findImported(ctx: Tx, reportId: string): Promise<{ outcome: ImportOutcome | null } | undefined> {
  const row = await ctx.tx
    .selectFrom('listenImported')
    .select('outcome')
    .where('reportId', '=', reportId)
    .executeTakeFirst();
  return row && { outcome: Outcome.parse(row.outcome) };
}

export async function listReportsOf(ctx: Tx, batchId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('listenImported')
    .select('reportId')
    .where('batchId', '=', batchId)
    .orderBy('row')
    .execute();
  return rows.map((row) => row.reportId);
}

/** The rows may come in again afterwards. */
export async function forgetImported(ctx: Tx, batchId: string): Promise<void> {
  await ctx.tx.deleteFrom('listenImported').where('batchId', '=', batchId).execute();
}

const KeptMap = z.partialRecord(z.enum(reportFields), z.string());

export async function findMap(ctx: Tx & Pick<Ctx, 'actor'>, signature: string): Promise<ReportMap | undefined> {
  const row = await ctx.tx
    .selectFrom('listenImportMap')
    .select('map')
    .where('signature', '=', signature)
    .where('by', '=', ctx.actor.id)
    .executeTakeFirst();
  if (!row) return undefined;
  return definedOf(KeptMap.parse(row.map));
}

const definedOf = (map: z.output<typeof KeptMap>): ReportMap =>
  Object.fromEntries(Object.entries(map).filter(([, heading]) => heading !== undefined));

export async function keepMap(ctx: Ctx, signature: string, map: ReportMap): Promise<void> {
  await sql`
    insert into listen_import_map (signature, by, map, used_at)
    values (${signature}, ${ctx.actor.id}, ${JSON.stringify(map)}::jsonb, ${ctx.now})
    on conflict (signature, by) do update set map = excluded.map, used_at = excluded.used_at`.execute(ctx.tx);
}
