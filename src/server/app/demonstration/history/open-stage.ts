// The stage as it stands in the database: the cast is planned again, the same; posts and what they answer for are read.
import type { Ctx } from '../../../db/tx.ts';
import { listAllPosts, listAllResponsibilities, listAreaNames, listTypes } from '../../../rooms/know/index.ts';
import { findUserIds } from '../../../rooms/protect/index.ts';
import { planWorld } from '../plan-world.ts';
import type { Stage, StageCouncil, StagePost } from './stage.ts';

export async function openStage(ctx: Ctx, { until, scale }: { until: Date; scale: number }): Promise<Stage> {
  const districts = (await listAreaNames(ctx.tx)).filter(({ kind }) => kind === 'district');
  const { cast } = planWorld({ now: until, scale, districts });
  const types = new Map((await listTypes(ctx.tx)).map((type) => [type.code, type]));
  const posts = await listAllPosts(ctx);
  const byId = new Map<string, StagePost>(
    posts.map((post) => [post.id, { ...post, hasPhone: post.contactId !== null }]),
  );
  const users = await findUserIds(ctx, ['coordenadora', 'proteccao']);
  const beside = Map.groupBy(
    posts.filter(({ service }) => NEIGHBOURS.includes(service)),
    ({ scopeId }) => scopeId,
  );
  return {
    until,
    councils: cast,
    byDistrict: Map.groupBy(cast, ({ districtId }: StageCouncil) => districtId),
    types,
    posts: byId,
    findPost: findIn(await listAllResponsibilities(ctx), byId),
    neighbourOf: (post, districtId) => {
      const other = beside.get(districtId)?.find(({ id }) => id !== post.id);
      return other && byId.get(other.id);
    },
    people: { coordinator: users.get('coordenadora') ?? 'rule', protectionOfficer: users.get('proteccao') ?? 'rule' },
  };
}

const NEIGHBOURS: readonly string[] = ['administration', 'water', 'health'];

type Responsibility = Awaited<ReturnType<typeof listAllResponsibilities>>[number];

/** The most exact row wins: type before class, nearer area before wider, then rank. */
function findIn(rows: readonly Responsibility[], posts: ReadonlyMap<string, StagePost>): Stage['findPost'] {
  const first = new Map<string, string>();
  for (const { areaId, typeCode, classCode, postId } of rows) {
    const key = `${areaId} ${typeCode ?? classCode}`;
    if (!first.has(key)) first.set(key, postId);
  }
  return (typeCode, lineage) => {
    for (const code of [typeCode, typeCode.slice(0, 1)])
      for (const areaId of lineage.toReversed()) {
        const id = first.get(`${areaId} ${code}`);
        if (id) return posts.get(id);
      }
    return undefined;
  };
}
