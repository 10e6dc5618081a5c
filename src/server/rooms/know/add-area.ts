// Hangs an area into the tree: its lineage and its scope follow from its parent, so nobody has to know them.
import { type AreaKind, scopeKind } from '../../../shared/domain/area.ts';
import type { Ctx } from '../../db/tx.ts';
import { type AreaPlace, getArea, type NewArea, putArea } from './store-area.ts';

const widerThanScope: ReadonlySet<AreaKind> = new Set(['country', 'province', scopeKind]);

/**
 * Parents first. False when the area already was so; `area.not-found` when its parent is unknown.
 * @example await addArea(ctx, { id: 'ar_mz-cd', parentId: 'ar_mz', kind: 'province', name: 'Cabo Delgado' })
 */
export async function addArea(ctx: Ctx, area: NewArea): Promise<boolean> {
  return putArea(ctx, area, await placeOf(ctx, area));
}

async function placeOf(ctx: Ctx, area: NewArea): Promise<AreaPlace> {
  if (area.parentId === null) return { lineage: [area.id], scopeId: area.id };
  const parent = await getArea(ctx, area.parentId);
  const scopeId = widerThanScope.has(area.kind) ? area.id : parent.scopeId;
  return { lineage: [...parent.lineage, area.id], scopeId };
}
