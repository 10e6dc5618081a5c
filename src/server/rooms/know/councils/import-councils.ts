// Councils of a list, into the registry as one batch; what is like a council that stands already waits for a person's word.
import { UNDO_DAYS } from '../../../../shared/domain/import.ts';
import { problem } from '../../../../shared/kit/problem.ts';
import type { Ctx } from '../../../db/tx.ts';
import {
  type CouncilPlan,
  countCouncilHeadings,
  type PlannedCouncil,
  planCouncils,
} from '../importers/plan-councils.ts';
import type { Epoch } from '../importers/read-day.ts';
import { readTable } from '../importers/read-table.ts';
import { listAreaNames } from '../store-area.ts';
import { findBatch, insertBatch, setBatchUndone } from '../store-batch.ts';
import { deleteCouncilsOf, insertCouncils, listKnownCouncils } from '../store-registry.ts';

export type CouncilImport = Omit<CouncilPlan, 'councils'> & {
  /** Absent when nothing was added, and in a dry run. */
  batchId?: string;
  added: number;
  unread: readonly string[];
};
export type CouncilList = {
  source: string;
  map: Readonly<Record<string, string>>;
  epoch: Epoch;
  zoneHours: number;
  /** The programme's day: since when a council is what it is, where the list says nothing. */
  today: string;
  /** Takes in what is like another too. */
  anyway: boolean;
  dryRun: boolean;
  origin: 'live' | 'demonstration';
};

/** Throws as `readTable` and `planCouncils` do. */
export async function importCouncils(ctx: Ctx, file: Buffer, how: CouncilList): Promise<CouncilImport> {
  const { source, map, anyway, dryRun, origin, today, epoch, zoneHours } = how;
  const table = await readTable(file, countCouncilHeadings);
  const areas = await listAreaNames(ctx.tx);
  const world = { areas, known: await listKnownCouncils(ctx), now: ctx.now, epoch, zoneHours };
  const { councils, ...plan } = planCouncils(table, world, { map, anyway });
  const told = { ...plan, added: councils.length, unread: table.unread };
  if (dryRun || councils.length === 0) return told;
  const id = ctx.id('batch');
  const counts = { rows: plan.rows, added: councils.length, refused: plan.faults.length };
  const kept = { id, kind: 'councils', source, ...counts, state: 'done', scopeId: null, at: ctx.now, origin } as const;
  await insertBatch(ctx, kept);
  await insertCouncils(ctx, toRows(ctx, councils, { today, batchId: id, origin }));
  await ctx.emit('batch.imported', { subjectId: id, origin }, { batchId: id, kind: 'councils', ...counts });
  return { batchId: id, ...told };
}

type Bringing = { today: string; batchId: string; origin: CouncilList['origin'] };

const toRows = (ctx: Ctx, councils: readonly PlannedCouncil[], { today, ...brought }: Bringing) =>
  councils.map(({ row: _row, since, ...council }) => ({
    ...council,
    ...brought,
    id: ctx.id('council'),
    statusId: ctx.id('councilStatus'),
    since: since ?? council.foundedOn ?? today,
  }));

const DAY_MS = 86_400_000;

/** Throws `import.too-late` after thirty days, `import.in-use` once one of them has changed, moved, or somebody speaks for it. */
export async function undoCouncils(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await findBatch(ctx, batchId);
  if (batch?.kind !== 'councils' || batch.state !== 'done') throw problem('import.not-found', { batchId });
  if (ctx.now.getTime() > batch.at.getTime() + UNDO_DAYS * DAY_MS) throw problem('import.too-late', { batchId });
  if (!(await deleteCouncilsOf(ctx, batchId))) throw problem('import.in-use', { batchId });
  await setBatchUndone(ctx, batchId);
  await ctx.emit('batch.undone', { subjectId: batchId, origin: batch.origin }, { batchId });
}
