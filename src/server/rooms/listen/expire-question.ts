// A question that nobody answered in its time: what was unclear becomes a person's task; the rest simply ends.
import type { Ctx } from '../../db/tx.ts';
import { leaveToPerson } from './record-telling.ts';
import { findInbound, setOutcome } from './store-messages.ts';
import { endQuestion, findQuestion } from './store-questions.ts';

/** Hears the task 'expire-question' at the question's own time. Idempotent. */
export async function expireQuestion(ctx: Ctx, questionId: string): Promise<void> {
  const question = await findQuestion(ctx, questionId);
  if (question?.state !== 'open') return;
  await endQuestion(ctx, questionId, { state: 'expired' });
  await ctx.emit(
    'question.expired',
    { subjectId: question.subjectId },
    { questionId, kind: question.kind, subjectId: question.subjectId },
  );
  if ((question.kind !== 'clearer' && question.kind !== 'place') || !question.messageId) return;
  const message = await findInbound(ctx, question.messageId);
  if (!message) return;
  const outcome = await leaveToPerson(ctx, { messageId: message.id, origin: message.origin }, { scopeId: null });
  await setOutcome(ctx, message.id, outcome);
}
