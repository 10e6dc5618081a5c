// Binds the contract to what this room tells and does; row-level security has narrowed what each query sees.
import type { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { TaughtNameView } from '../../../shared/contract/places.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { PostView, TodoView, TypeView } from '../../../shared/contract/work.ts';
import { languages } from '../../../shared/domain/language.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { type Handling, handle, toDeed, type WebCtx } from '../../kit/handle.ts';
import { agreeOpening, askOpening, closeDistrict, closePost, listClosures } from './close-post.ts';
import { addReferralService, changeReferralService, type NameUsers, toReferralServiceViews } from './keep-recipient.ts';
import { getTypeStates } from './list-type-states.ts';
import { sayCapacity } from './say-capacity.ts';
import { listAreaViews, listOwnAreas, searchAreas, toAreaKind } from './store-area.ts';
import { listNames } from './store-name.ts';
import { type Post, searchPosts } from './store-post.ts';
import { listReferralServices } from './store-recipient.ts';
import { pageTodos, type Todo } from './store-todo.ts';
import { listTypes, type ProgrammeType } from './store-type.ts';
import { switchTypes } from './switch-types.ts';
import { finishTodo, leaveTodo, takeTodo } from './take-todo.ts';
import { forgetName, teachName } from './teach-name.ts';

/** What the rooms that keep a task's subject tell of it, under the reader's own rights; app gives it. One query a page. */
export type KnowTools = {
  listMatters(ctx: WebCtx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Matter>>;
  nameUsers: NameUsers;
  timeZone: string;
};
type Matter = { ref: string; typeCode: string | null };

export const knowRoutes = (tools: KnowTools): readonly Handling[] => [
  handle(contract.listTypes, async (ctx) => ({ types: (await listTypes(ctx.tx)).map(toTypeView) })),
  handle(contract.listTypeStates, (ctx, { query }) => getTypeStates(ctx, query.area, tools)),
  handle(contract.switchTypes, async (ctx, { params, body }) =>
    toDeed(ctx, await switchTypes(ctx, { ...body, areaId: params.id }, tools.timeZone)),
  ),
  handle(contract.findAreas, async (ctx, { query }) => ({ areas: await findAreas(ctx, query) })),
  handle(contract.listOwnAreas, async (ctx) => ({ areas: await listOwnAreas(ctx) })),
  handle(contract.listNames, async (ctx) => ({ names: await listNameViews(ctx) })),
  handle(contract.teachName, (ctx, { params, body }) => teachName(ctx, { areaId: params.id, name: body.name })),
  handle(contract.forgetName, (ctx, { params }) => nothing(forgetName(ctx, params.id))),
  handle(contract.listPosts, async (ctx, { query }) => ({ posts: await listPosts(ctx, query) })),
  handle(contract.listReferralServices, async (ctx) => {
    const services = await listReferralServices(ctx, tools.timeZone);
    return { services: await toReferralServiceViews(ctx, services, tools.nameUsers) };
  }),
  handle(contract.addReferralService, async (ctx, { body }) => ({ id: await addReferralService(ctx, body) })),
  handle(contract.changeReferralService, (ctx, { params, body }) =>
    nothing(changeReferralService(ctx, params.id, body)),
  ),
  handle(contract.sayCapacity, async (ctx, { params, body }) =>
    toDeed(ctx, await sayCapacity(ctx, params.id, body.lacks)),
  ),
  handle(contract.closePost, (ctx, { params, body }) => nothing(closePost(ctx, params.id, body.reason))),
  handle(contract.closeDistrict, (ctx, { params, body }) => nothing(closeDistrict(ctx, params.id, body.reason))),
  handle(contract.listClosures, (ctx) => listClosures(ctx)),
  handle(contract.askOpening, (ctx, { params }) => nothing(askOpening(ctx, params.id))),
  handle(contract.agreeOpening, (ctx, { params }) => nothing(agreeOpening(ctx, params.id))),
  handle(contract.listTodos, async (ctx, { query }) => listTodos(ctx, query, tools)),
  handle(contract.takeTodo, async (ctx, { params }) => nothing(takeTodo(ctx, params.id))),
  handle(contract.leaveTodo, async (ctx, { params }) => nothing(leaveTodo(ctx, params.id))),
  handle(contract.finishTodo, async (ctx, { params }) => nothing(finishTodo(ctx, params.id))),
];

async function nothing(deed: Promise<void>): Promise<Record<string, never>> {
  await deed;
  return {};
}

const toTypeView = (type: ProgrammeType): z.input<typeof TypeView> => ({
  code: type.code,
  classCode: type.classCode,
  labelPt: type.labelPt,
  labelEn: type.labelEn,
  severity: type.severity,
  lane: type.lane,
  danger: type.danger,
});

async function listNameViews(ctx: WebCtx): Promise<z.input<typeof TaughtNameView>[]> {
  const names = await listNames(ctx);
  const areas = await listAreaViews(
    ctx,
    names.map((name) => name.areaId),
  );
  return names.flatMap(({ id, name, areaId, learnedAt }) => {
    const area = areas.get(areaId);
    return area ? [{ id, name, area, learnedAt: learnedAt.toISOString() }] : [];
  });
}

async function findAreas(ctx: WebCtx, query: { q: string; kind?: string | undefined }): Promise<AreaView[]> {
  if (query.kind === undefined) return searchAreas(ctx, { q: query.q });
  const kind = toAreaKind(query.kind);
  if (kind === undefined) throw problem('request.invalid', { field: 'kind' });
  return searchAreas(ctx, { q: query.q, kind });
}

async function listPosts(
  ctx: WebCtx,
  query: { area?: string | undefined; q?: string | undefined },
): Promise<z.input<typeof PostView>[]> {
  const posts = await searchPosts(ctx, { areaId: query.area, q: query.q });
  const areas = await listAreaViews(
    ctx,
    posts.map((post) => post.areaId),
  );
  return posts.map((post) => toPostView(post, areas.get(post.areaId)));
}

function toPostView(post: Post, area: AreaView | undefined): z.input<typeof PostView> {
  if (!area) throw problem('area.not-found', { areaId: post.areaId });
  return { id: post.id, name: post.name, service: post.service, area, superiorId: post.superiorId };
}

async function listTodos(
  ctx: WebCtx,
  query: { cursor?: string | undefined; limit: number },
  tools: KnowTools,
): Promise<{ todos: z.input<typeof TodoView>[]; next: string | null }> {
  const { todos, next } = await pageTodos(ctx, query);
  const areas = await listAreaViews(
    ctx,
    todos.flatMap((todo) => todo.scopeId ?? []),
  );
  const matters = await tools.listMatters(
    ctx,
    todos.map(({ subjectId }) => subjectId),
  );
  return { todos: todos.map((todo) => toTodoView(ctx, todo, { areas, matters })), next };
}

type Around = { areas: ReadonlyMap<string, AreaView>; matters: ReadonlyMap<string, Matter> };
const toTodoView = (
  ctx: WebCtx,
  todo: Todo & { free: boolean },
  { areas, matters }: Around,
): z.input<typeof TodoView> => ({
  id: todo.id,
  kind: todo.kind,
  subjectId: todo.subjectId,
  ref: matters.get(todo.subjectId)?.ref ?? null,
  typeCode: matters.get(todo.subjectId)?.typeCode ?? null,
  area: areas.get(todo.scopeId ?? '') ?? null,
  language: languages.find((known) => known === todo.language) ?? null,
  openedAt: todo.openedAt.toISOString(),
  dueAt: todo.dueAt?.toISOString() ?? null,
  late: todo.dueAt !== null && todo.dueAt < ctx.now,
  state: todo.free ? 'open' : todo.state,
  mine: todo.takenBy === ctx.person.userId,
  origin: todo.origin,
});
