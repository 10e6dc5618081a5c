// One task at a time: the next of a kind, held by whoever took it, free again when it was left lying.
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { endTodo } from './store-todo.ts';
import { claimNextTodo, countOpenTodos, findOwnTodo, type WorkTodo } from './store-todo-work.ts';

/** The task of this kind that is already mine, or the next one that row-level security lets me see. */
export async function takeNextTodo(
  ctx: Ctx,
  kind: 'listen' | 'unclear',
): Promise<{ todo: WorkTodo; waiting: number } | undefined> {
  const todo = (await findOwnTodo(ctx, { kind })) ?? (await claimNextTodo(ctx, kind));
  if (!todo) return undefined;
  await ctx.emit(
    'todo.taken',
    { subjectId: todo.subjectId, lane: todo.lane, scopeId: todo.scopeId, origin: todo.origin },
    { todoId: todo.id },
  );
  return { todo, waiting: await countOpenTodos(ctx, kind) };
}

/** Throws `todo.not-found` unless this person holds it. */
export async function getOwnTodo(ctx: Ctx, id: string): Promise<WorkTodo> {
  const todo = await findOwnTodo(ctx, { id });
  if (!todo) throw problem('todo.not-found', { todoId: id });
  return todo;
}

/** Ends a task with the deed it asked for. */
export async function completeTodo(ctx: Ctx, todo: WorkTodo): Promise<void> {
  if (!(await endTodo(ctx, todo.id))) throw problem('todo.state', { todoId: todo.id });
  await ctx.emit(
    'todo.done',
    { subjectId: todo.subjectId, lane: todo.lane, scopeId: todo.scopeId, origin: todo.origin },
    { todoId: todo.id },
  );
}
