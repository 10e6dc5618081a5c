// She answers a question asked back: her words are read together with what she wrote first.
import type { Ctx } from '../../db/tx.ts';
import { answerTo } from './hear-reply.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { readFirst, readTogether } from './read-together.ts';
import { type Asked, endQuestion } from './store-questions.ts';

export async function hearClarification(
  ctx: Ctx,
  heard: Heard,
  { question, tools }: { question: Asked; tools: ListenTools },
): Promise<Outcome | undefined> {
  const first = question.messageId ? await readFirst(ctx, question.messageId, tools) : undefined;
  const more = answerTo(question, heard.text).state.kept['words'];
  if (!first || more === undefined) return undefined;
  await endQuestion(ctx, question.id, { state: 'answered' });
  return readTogether(ctx, heard, { first, tools });
}
