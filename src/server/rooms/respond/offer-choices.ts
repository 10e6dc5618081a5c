// What makes a coordinator's choice short: likely duplicates with their reasons, and the likeliest type and place.
import type { ConcernRow, ConcernView } from '../../../shared/contract/concerns.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { listAreaViews } from '../know/index.ts';
import { readQueue, toConcernRows } from './list-concerns.ts';
import { listDuplicates, listNeighbours, listWordings } from './store-duplicate.ts';
import type { QueueRow } from './store-queue.ts';

const DAY_MS = 86_400_000;
const MOST_LIKELY = 5;

export async function toDuplicates(ctx: WebCtx, concern: ConcernRow): Promise<ConcernView['duplicates']> {
  const { id } = concern;
  const pairs = await listDuplicates(ctx, id);
  const score = new Map(pairs.map((pair) => [pair.concernId === id ? pair.otherId : pair.concernId, pair.score]));
  const others = await toConcernRows(ctx, await readQueue(ctx, { ids: [...score.keys()], limit: 100 }));
  const wordings = await listWordings(ctx, id, [...score.keys()]);
  return others
    .map((other) => ({
      concern: other,
      score: score.get(other.id) ?? 0,
      why: {
        sameType: other.typeCode !== null && other.typeCode === concern.typeCode,
        samePlace: other.area !== null && other.area.id === concern.area?.id,
        daysApart: Math.round(Math.abs(Date.parse(other.toldOn) - Date.parse(concern.toldOn)) / DAY_MS),
        wording: wordings.get(other.id) ?? null,
      },
    }))
    .sort((left, right) => right.score - left.score);
}

/** Only where a choice is still to be made, and only in the lane whose words may be compared. */
export async function toLikely(ctx: WebCtx, row: QueueRow): Promise<ConcernView['likely']> {
  const { scopeId } = row;
  if (row.lane !== 'ordinary' || !scopeId || (row.state !== 'triage' && row.state !== 'open'))
    return { typeCodes: [], areas: [] };
  const near = await listNeighbours(ctx, { id: row.id, scopeId });
  const areaIds = mostFrequent(near.map(({ areaId }) => areaId));
  const views = await listAreaViews(ctx, areaIds);
  return {
    typeCodes: mostFrequent([row.typeCode, ...near.map(({ typeCode }) => typeCode)]),
    areas: areaIds.flatMap((id) => views.get(id) ?? []),
  };
}

/** The first named come first among equals: they were the most alike. */
function mostFrequent(named: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const one of named) if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, MOST_LIKELY)
    .map(([one]) => one);
}
