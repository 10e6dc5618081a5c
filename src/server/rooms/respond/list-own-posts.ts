// The commander's view: his post and those below it, with what waits, what is late and what they lack.
import type { OwnPostView } from '../../../shared/contract/posts.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { listAreaViews, listCapacities, listOwnPosts as listPosts, toCapacityView } from '../know/index.ts';
import { countOwnBriefs } from './store-post-count.ts';

/** Where he sits first, then the latest and fullest. */
export async function listOwnPosts(ctx: WebCtx): Promise<{ posts: OwnPostView[] }> {
  const posts = await listPosts(ctx);
  const ids = posts.map(({ id }) => id);
  const counts = await countOwnBriefs(ctx, ids);
  const capacities = await listCapacities(ctx, ids);
  const areas = await listAreaViews(
    ctx,
    posts.map(({ areaId }) => areaId),
  );
  const views = posts.map(({ id, name, service, areaId, superiorId }) => {
    const area = areas.get(areaId);
    if (!area) throw problem('area.not-found', { areaId });
    const capacity = capacities.get(id);
    return {
      id,
      name,
      service,
      area,
      own: superiorId === null || !ids.includes(superiorId),
      waiting: counts.get(id)?.waiting ?? 0,
      late: counts.get(id)?.late ?? 0,
      capacity: capacity ? toCapacityView(capacity) : null,
    };
  });
  return {
    posts: views.toSorted((a, b) => Number(b.own) - Number(a.own) || b.late - a.late || b.waiting - a.waiting),
  };
}
