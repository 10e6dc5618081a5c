// She may be answering: decided once, by one function, and then heard as an answer, as more words, or not here at all.
import type { Ctx } from '../../db/tx.ts';
import { decideText, type OpenQuestion } from './decide-text.ts';
import { isBareReply } from './flows/read-answer.ts';
import { hearClarification } from './hear-clarification.ts';
import { hearMisfit, hearReply } from './hear-reply.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { readFirst } from './read-together.ts';
import { type Asked, listOpenQuestions } from './store-questions.ts';
import { understandText } from './understand-text.ts';

/** Undefined when the text answers nothing: then it is heard as a telling, and every question stays open. */
export async function hearQuestion(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (heard.via !== 'text') return undefined;
  const asked = await listOpenQuestions(ctx, heard.contactId);
  if (asked.length === 0) return isBareReply(heard.text) ? { kind: 'noise' } : undefined;
  const world = await tools.world();
  const { type, ...read } = understandText(heard.text, { ...world, usualLanguage: heard.wishes.language });
  const decision = decideText(heard.text, await describe(ctx, asked, tools), { ...read, typeCode: type?.code });
  if (decision.as === 'telling' || decision.as === 'noise') return undefined;
  const question = asked.find(({ id }) => id === decision.questionId);
  if (!question) return undefined;
  if (decision.as === 'reply') return hearReply(ctx, heard, { question, tools });
  if (decision.as === 'misfit') return hearMisfit(ctx, heard, { question, tools });
  return hearClarification(ctx, heard, { question, tools });
}

async function describe(ctx: Ctx, asked: readonly Asked[], tools: ListenTools): Promise<OpenQuestion[]> {
  const described: OpenQuestion[] = [];
  for (const { id, kind, messageId } of asked) {
    if (kind !== 'place' || !messageId) described.push({ id, kind });
    else {
      const first = await readFirst(ctx, messageId, tools);
      const type = first && understandText(first.text, await tools.world()).type;
      described.push({ id, kind, typeCode: type?.code });
    }
  }
  return described;
}
