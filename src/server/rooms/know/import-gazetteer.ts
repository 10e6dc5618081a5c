// Settlements of an operator's own list, as places of the programme. A run over the same list adds nothing.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { planGazetteer, type RowFault } from './importers/plan-gazetteer.ts';
import { readTable } from './importers/read-table.ts';
import { listAreaNames } from './store-area.ts';
import {
  deletePlacesOf,
  findBatch,
  insertBatch,
  insertPlaces,
  listDistrictPoints,
  listNewPlaces,
  setBatchUndone,
} from './store-batch.ts';

export type GazetteerImport = {
  /** Absent when nothing was added, and in a dry run. */
  batchId?: string;
  rows: number;
  villages: number;
  posts: number;
  known: number;
  faults: readonly RowFault[];
};

/** @example await importGazetteer(ctx, bytes, { source: 'INE 2025', map: {}, dryRun: true, origin: 'live' }) */
export async function importGazetteer(
  ctx: Ctx,
  file: Buffer,
  how: { source: string; map: Readonly<Record<string, string>>; dryRun: boolean; origin: 'live' | 'demonstration' },
): Promise<GazetteerImport> {
  const world = { areas: await listAreaNames(ctx.tx), points: await listDistrictPoints(ctx) };
  const { rows, places, faults } = planGazetteer(await readTable(file), world, how.map);
  const fresh = await listNewPlaces(ctx, places);
  const villages = fresh.filter(({ kind }) => kind === 'village').length;
  const told = { rows, villages, posts: fresh.length - villages, known: places.length - fresh.length, faults };
  if (how.dryRun || fresh.length === 0) return told;
  const { source, origin } = how;
  const id = ctx.id('batch');
  const counts = { rows, added: fresh.length, refused: faults.length };
  await insertBatch(ctx, {
    id,
    kind: 'gazetteer',
    source,
    ...counts,
    state: 'done',
    scopeId: null,
    at: ctx.now,
    origin,
  });
  await insertPlaces(ctx, fresh, { id, origin });
  await ctx.emit('batch.imported', { subjectId: id, origin }, { batchId: id, kind: 'gazetteer', ...counts });
  return { batchId: id, ...told };
}

/** Throws `import.in-use` once anything refers to one of its places. */
export async function undoGazetteer(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await findBatch(ctx, batchId);
  if (batch?.kind !== 'gazetteer' || batch.state !== 'done') throw problem('import.not-found', { batchId });
  if (!(await deletePlacesOf(ctx, batchId))) throw problem('import.in-use', { batchId });
  await setBatchUndone(ctx, batchId);
  await ctx.emit('batch.undone', { subjectId: batchId, origin: batch.origin }, { batchId });
}
