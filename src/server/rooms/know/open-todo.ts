// Puts a task before the people of a role. Asking twice for the same task leaves one.
import type { Ctx } from '../../db/tx.ts';
import {
  endTodosOf,
  endTodosOutside,
  findOpenTodo,
  freeTodoUntil,
  insertTodo,
  type NewTodo,
  type Todo,
  type TodoKind,
} from './store-todo.ts';

/**
 * Returns the id of the task that now stands, new or not. Unattended login only: a signed-in class opens none.
 * @example await openTodo(ctx, { kind: 'triage', role: 'coordinator', subjectId: concernId, scopeId, dueAt })
 */
export async function openTodo(ctx: Ctx, todo: NewTodo): Promise<string> {
  const id = ctx.id('todo');
  if (await insertTodo(ctx, id, todo)) {
    const { lane = 'ordinary', scopeId = null } = todo;
    const origin = todo.origin === undefined ? {} : { origin: todo.origin };
    await ctx.emit(
      'todo.opened',
      { subjectId: todo.subjectId, lane, scopeId, ...origin },
      { todoId: id, kind: todo.kind },
    );
    return id;
  }
  const standing = await findOpenTodo(ctx, todo.kind, todo.subjectId);
  // It was finished between the two statements: the matter has come up again, so it is asked again.
  return standing?.id ?? openTodo(ctx, todo);
}

/** The matter is settled: whatever waited for a person about it waits no more. Returns how many did. */
export async function closeTodos(ctx: Ctx, subjectId: string, kind?: TodoKind): Promise<number> {
  return sayEnded(ctx, subjectId, await endTodosOf(ctx, subjectId, kind));
}

/** The matter has another lane: whoever worked on it in the old one has no task of it left. */
export async function closeTodosOutside(ctx: Ctx, subjectId: string, lane: Todo['lane']): Promise<number> {
  return sayEnded(ctx, subjectId, await endTodosOutside(ctx, subjectId, lane));
}

/** Not now: it waits for anybody of the role again, until later. */
export async function postponeTodo(ctx: Ctx, id: string, dueAt: Date): Promise<void> {
  const todo = await freeTodoUntil(ctx, id, dueAt);
  if (!todo) return;
  const { subjectId, lane, scopeId, origin } = todo;
  await ctx.emit('todo.freed', { subjectId, lane, scopeId, origin }, { todoId: id });
}

async function sayEnded(ctx: Ctx, subjectId: string, ended: readonly Todo[]): Promise<number> {
  for (const { id, lane, scopeId, origin } of ended)
    await ctx.emit('todo.done', { subjectId, lane, scopeId, origin }, { todoId: id });
  return ended.length;
}
