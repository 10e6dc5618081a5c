// Tasks to call somebody back follow what she wishes and where her telling goes: they end when she says stop or be quiet, and change hands
// with the lane.
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, findOpenTodo, listWantedSubjects, openTodo } from '../know/index.ts';
import { listCallSubjects } from './store-calls.ts';

export const callerOf = (lane: Lane): 'coordinator' | 'protection-officer' =>
  lane === 'ordinary' ? 'coordinator' : 'protection-officer';

/** Whoever was to call her need not any more. */
export async function endCallsTo(ctx: Ctx, contactId: string): Promise<void> {
  const subjects = await listCallSubjects(ctx, contactId);
  for (const subjectId of await listWantedSubjects(ctx, subjects)) await closeTodos(ctx, subjectId, 'call-back');
}

/** Who may not read the telling any more does not call about it either. */
export async function moveCall(ctx: Ctx, reportId: string, lane: Lane): Promise<void> {
  const todo = await findOpenTodo(ctx, 'call-back', reportId);
  if (!todo || todo.lane === lane) return;
  await closeTodos(ctx, reportId, 'call-back');
  const { scopeId, language, dueAt, origin } = todo;
  const moved = { role: callerOf(lane), lane, scopeId, language, dueAt, origin };
  await openTodo(ctx, { kind: 'call-back', subjectId: reportId, ...moved });
}
