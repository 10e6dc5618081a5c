// Puts a task before the people of a role. Asking twice for the same task leaves one.
import type { Ctx } from '../../db/tx.ts';
import { endTodosOf, findOpenTodo, insertTodo, type NewTodo, type TodoKind } from './store-todo.ts';

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
  const ended = await endTodosOf(ctx, subjectId, kind);
  for (const { id, lane, scopeId, origin } of ended)
    await ctx.emit('todo.done', { subjectId, lane, scopeId, origin }, { todoId: id });
  return ended.length;
}
