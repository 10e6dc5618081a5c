// A coordinator who placed what nobody could place teaches the name that stood there; taking it back is one step too.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { getArea } from './store-area.ts';
import { deleteName, insertName, isOwnScope } from './store-name.ts';

export async function teachName(ctx: Ctx, taught: { areaId: string; name: string }): Promise<{ id: string }> {
  const area = await getArea(ctx, taught.areaId);
  if (!(await isOwnScope(ctx, area.scopeId))) throw problem('area.not-found', { areaId: area.id });
  const id = await insertName(ctx, { areaId: area.id, name: taught.name.trim() });
  if (id === undefined) throw problem('alias.taken', { areaId: area.id });
  await ctx.emit('name.learned', { subjectId: area.id, scopeId: area.scopeId }, { aliasId: id, areaId: area.id });
  return { id };
}

export async function forgetName(ctx: Ctx, id: string): Promise<void> {
  const areaId = await deleteName(ctx, id);
  if (areaId === undefined) throw problem('alias.not-found');
  const { scopeId } = await getArea(ctx, areaId);
  await ctx.emit('name.forgotten', { subjectId: areaId, scopeId }, { aliasId: id, areaId });
}
