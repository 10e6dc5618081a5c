// Posts and services, for the programme: which stand, what they lack, how they answer; what needs a person first. The administrator reads no figure of matters.
import { z } from 'zod';
import type { PostState, PostWhole } from '../../../shared/contract/posts.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';
import type { WebCtx } from '../../kit/handle.ts';
import {
  findPostState,
  listAreaViews,
  listCapacities,
  listCapacityHistory,
  listResponsibilities,
  listSuperiors,
  type PostStateRow,
  pagePosts,
  type Responsibility,
  toCapacityView,
} from '../know/index.ts';
import { countServiceComplaints, countWork, listPastTime, type PostWork } from './store-post-count.ts';
import type { RespondTools } from './telling.ts';

const FIGURE_DAYS = 28;
const Place = z.tuple([z.number(), z.string(), z.string()]);

type Asked = {
  q?: string | undefined;
  only: 'all' | 'closed' | 'lacking';
  cursor?: string | undefined;
  limit: number;
};

const isEverywhere = ({ person }: WebCtx): boolean => person.role === 'administrator';

export async function listPostStates(
  ctx: WebCtx,
  { cursor, limit, ...asked }: Asked,
  { timeZone }: RespondTools,
): Promise<{ posts: PostState[]; next: string | null }> {
  const at = cursor === undefined ? undefined : readCursor(cursor, Place);
  const after = at && { need: at[0], name: at[1], id: at[2] };
  const everywhere = isEverywhere(ctx);
  const late = everywhere ? [] : await listPastTime(ctx);
  const rows = await pagePosts(ctx, { ...asked, limit: limit + 1, after, late, everywhere });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    posts: await toStates(ctx, page, timeZone),
    next: last ? writeCursor([last.need, last.name, last.id]) : null,
  };
}

async function toStates(ctx: WebCtx, rows: readonly PostStateRow[], timeZone: string): Promise<PostState[]> {
  const ids = rows.map(({ id }) => id);
  const capacities = await listCapacities(ctx, ids);
  const since = new Date(ctx.now.getTime() - FIGURE_DAYS * 86_400_000);
  const work = isEverywhere(ctx) ? new Map<string, PostWork>() : await countWork(ctx, ids, since);
  const complaints = isEverywhere(ctx)
    ? new Map<string, number>()
    : await countServiceComplaints(ctx, ids, { days: FIGURE_DAYS, timeZone });
  const areas = await listAreaViews(
    ctx,
    rows.flatMap(({ areaId, scopeId }) => [areaId, scopeId]),
  );
  return rows.map(({ id, name, service, areaId, scopeId, standing }) => {
    const capacity = capacities.get(id);
    const figures = work.get(id);
    const scope = areas.get(scopeId);
    return {
      id,
      name,
      service,
      area: getOf(areas, areaId),
      district: scope?.kind === 'district' ? scope : null,
      standing,
      capacity: capacity ? toCapacityView(capacity) : null,
      work: figures ? toWorkView(figures, complaints.get(id)) : null,
    };
  });
}

const toWorkView = (
  { postId: _post, ...figures }: PostWork,
  complaints: number | undefined,
): NonNullable<PostState['work']> => ({ ...figures, serviceComplaints: complaints ?? null });

function getOf(areas: ReadonlyMap<string, AreaView>, areaId: string): AreaView {
  const area = areas.get(areaId);
  if (!area) throw problem('area.not-found', { areaId });
  return area;
}

/** Throws `post.not-found`, also for a post outside the asker's area. */
export async function getPostState(ctx: WebCtx, id: string, tools: RespondTools): Promise<PostWhole> {
  const row = await findPostState(ctx, id, isEverywhere(ctx));
  const [state] = row ? await toStates(ctx, [row], tools.timeZone) : [];
  if (!state) throw problem('post.not-found', { postId: id });
  const duties = await listResponsibilities(ctx, id);
  const areas = await listAreaViews(
    ctx,
    duties.map(({ areaId }) => areaId),
  );
  const names = await tools.nameUsers(
    ctx,
    duties.flatMap(({ changedBy }) => changedBy ?? []),
  );
  const history = await listCapacityHistory(ctx, id);
  return {
    ...state,
    superiors: await listSuperiors(ctx, id),
    history: history.map((said) => ({ ...toCapacityView(said), until: said.until?.toISOString() ?? null })),
    responsibilities: duties.map((duty) => toDutyView(ctx.now, duty, { areas, names })),
  };
}

type Around = { areas: ReadonlyMap<string, AreaView>; names: ReadonlyMap<string, string> };

function toDutyView(now: Date, duty: Responsibility, { areas, names }: Around): PostWhole['responsibilities'][number] {
  const { id, typeCode, classCode, areaId, rank, validFrom, validTo, changedAt, changedBy } = duty;
  return {
    id,
    typeCode,
    classCode,
    area: getOf(areas, areaId),
    rank,
    from: validFrom.toISOString(),
    to: validTo?.toISOString() ?? null,
    state: stateOf(now, validFrom, validTo),
    changed: changedAt ? { at: changedAt.toISOString(), by: (changedBy && names.get(changedBy)) || null } : null,
  };
}

function stateOf(now: Date, from: Date, to: Date | null): 'now' | 'to-come' | 'over' {
  if (to && to <= now) return 'over';
  return from > now ? 'to-come' : 'now';
}
