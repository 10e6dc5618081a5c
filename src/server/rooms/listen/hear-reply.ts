// "Was it clear?" and "was it solved?": the question's own flow says what the answer is and what is said to it.
import type { Ctx } from '../../db/tx.ts';
import { converse } from './flows/converse.ts';
import type { Turn } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { type Asked, countTry, endQuestion } from './store-questions.ts';

type Answering = { question: Asked; tools: ListenTools };

export async function hearReply(ctx: Ctx, heard: Heard, { question, tools }: Answering): Promise<Outcome | undefined> {
  const { kind, subjectId } = question;
  const turn = answerTo(question, heard.text);
  const answer = turn.state.kept['answer'];
  if (answer === undefined || (kind !== 'clear' && kind !== 'solved')) return undefined;
  await endQuestion(ctx, question.id, { state: 'answered', answer });
  await ctx.emit(
    'question.answered',
    { subjectId, origin: heard.origin },
    { questionId: question.id, kind, subjectId, answer },
  );
  for (const { key } of turn.say)
    await queueMessage(ctx, tools, { contactId: heard.contactId, template: key, subjectId });
  return { kind: 'reply', subjectId };
}

/** A number that is no answer: asked once more how to answer, then it is a person's to see. */
export async function hearMisfit(ctx: Ctx, heard: Heard, { question, tools }: Answering): Promise<Outcome> {
  const { subjectId } = question;
  await countTry(ctx, question.id);
  if (question.tries === 0)
    await queueMessage(ctx, tools, { contactId: heard.contactId, template: 'ask.number', subjectId });
  return { kind: 'reply', subjectId };
}

/** One turn of a question that went out by SMS. */
export const answerTo = ({ kind, tries }: Pick<Asked, 'kind' | 'tries'>, text: string): Turn =>
  converse(flows, { flow: kind, item: 'ask', kept: {}, tries, page: 0, path: [] }, { kind: 'text', text });
