// Filters that are worth a name: kept for oneself, or shared with one's role. They narrow; nobody sees more by them.
import type { SavedView } from '../../../shared/contract/concerns.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { mustBeSafe } from './safe-text.ts';
import { countOwnViews, deleteView, insertView, listViewRows } from './store-view.ts';

const MOST_OF_ONE = 30;

export async function listViews(ctx: WebCtx): Promise<{ views: SavedView[] }> {
  const views = await listViewRows(ctx);
  return { views: views.map(({ userId, ...view }) => ({ ...view, mine: userId === ctx.person.userId })) };
}

export async function keepView(
  ctx: WebCtx,
  view: { name: string; query: string; shared: boolean },
): Promise<{ id: string }> {
  mustBeSafe(view.name, 'name');
  if ((await countOwnViews(ctx)) >= MOST_OF_ONE) throw problem('view.too-many');
  const id = ctx.id('view');
  await insertView(ctx, { id, ...view });
  return { id };
}

export async function dropView(ctx: WebCtx, id: string): Promise<Record<string, never>> {
  if (!(await deleteView(ctx, id))) throw problem('view.not-found', { viewId: id });
  return {};
}
