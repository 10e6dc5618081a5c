// Tasks to call somebody back follow what she wishes and where her telling goes: they end when she says stop or be quiet, and when
// she was reached; they change hands with the lane.
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, findOpenTodo, listWantedSubjects, openTodo } from '../know/index.ts';
import { askedSubjectsOf, callSubjectsOf } from './store-calls.ts';

/** A call back is about what she told last, as far back as its raw text is kept. */
export const CALL_DAYS = 180;

export const callerOf = (lane: Lane): 'coordinator' | 'protection-officer' =>
  lane === 'ordinary' ? 'coordinator' : 'protection-officer';

/** Whoever was to call her need not any more; with a lane, only those who call about that one. */
export async function endCallsTo(ctx: Ctx, contactId: string, lane?: Lane): Promise<void> {
  for (const subjectId of await listWantedSubjects(ctx, callSubjectsOf(contactId))) {
    const todo = await findOpenTodo(ctx, 'call-back', subjectId);
    if (todo && (lane === undefined || callerOf(todo.lane) === callerOf(lane)))
      await closeTodos(ctx, subjectId, 'call-back');
  }
}

/** Who may not read the telling any more does not call about it either. */
export async function moveCall(ctx: Ctx, subjectId: string, lane: Lane): Promise<void> {
  const todo = await findOpenTodo(ctx, 'call-back', subjectId);
  if (!todo || todo.lane === lane) return;
  await closeTodos(ctx, subjectId, 'call-back');
  const { scopeId, language, dueAt, origin } = todo;
  const moved = { role: callerOf(lane), lane, scopeId, language, dueAt, origin };
  await openTodo(ctx, { kind: 'call-back', subjectId, ...moved });
}

/** She has told a restricted matter: of what else she may want to speak when she rang, or wrote "call me", nobody knows. */
export async function liftCalls(ctx: Ctx, contactId: string, lane: Lane): Promise<void> {
  if (lane === 'ordinary') return;
  for (const subjectId of await listWantedSubjects(ctx, askedSubjectsOf(contactId))) {
    const todo = await findOpenTodo(ctx, 'call-back', subjectId);
    if (todo?.lane === 'ordinary') await moveCall(ctx, subjectId, lane);
  }
}
