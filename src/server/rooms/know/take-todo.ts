// A person takes a task, or says that it is done. Nobody takes what another has.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { claimTodo, endTodo, findTodo, freeTodosOf, type Todo, type TodoKind } from './store-todo.ts';

/** Throws `todo.not-found` (also for one that row-level security hides) or `todo.state`. Taking one's own again is no fault. */
export async function takeTodo(ctx: Ctx, id: string): Promise<void> {
  const taken = await claimTodo(ctx, id);
  if (taken) {
    await ctx.emit('todo.taken', toSubject(taken), { todoId: id });
    return;
  }
  const todo = await getTodo(ctx, id);
  if (todo.state === 'done' || todo.takenBy !== ctx.actor.id) throw problem('todo.state', { todoId: id });
}

/** Whoever had taken these works here no more, or cannot for now: they wait for anybody of the role again. */
export async function freeTodos(ctx: Ctx, userId: string): Promise<void> {
  for (const todo of await freeTodosOf(ctx, userId)) await ctx.emit('todo.freed', toSubject(todo), { todoId: todo.id });
}

/** I cannot after all: it waits for anybody of the role again. */
export async function leaveTodo(ctx: Ctx, id: string): Promise<void> {
  const [todo] = await freeTodosOf(ctx, ctx.actor.id, id);
  if (!todo) throw problem('todo.not-found', { todoId: id });
  await ctx.emit('todo.freed', toSubject(todo), { todoId: id });
}

/** These end with the deed they ask for (a release, a marking, an answer): a tick alone would hide the matter. */
const endsByDeed: ReadonlySet<TodoKind> = new Set([
  'triage',
  'listen',
  'unclear',
  'nobody-responsible',
  'type-unanswered',
  'service-gone',
  'danger',
  'worse',
  'grant',
  'reopen',
  'flood',
]);

export async function finishTodo(ctx: Ctx, id: string): Promise<void> {
  const todo = await getTodo(ctx, id);
  if (endsByDeed.has(todo.kind)) throw problem('todo.state', { todoId: id, kind: todo.kind });
  if (!(await endTodo(ctx, id))) throw problem('todo.state', { todoId: id });
  await ctx.emit('todo.done', toSubject(todo), { todoId: id });
}

async function getTodo(ctx: Ctx, id: string): Promise<Todo> {
  const todo = await findTodo(ctx, id);
  if (!todo) throw problem('todo.not-found', { todoId: id });
  return todo;
}

const toSubject = ({ subjectId, lane, scopeId, origin }: Todo) => ({ subjectId, lane, scopeId, origin });
