// "Was it clear?" and "was it solved?": a digit or its word, in answer to the newest question that it fits.
import type { Ctx } from '../../db/tx.ts';
import { type LoopQuestion, parseReply } from './commands.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { countTry, endQuestion, listOpenQuestions } from './store-questions.ts';

export async function hearReply(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const asked = (await listOpenQuestions(ctx, heard.contactId)).filter((question) => isLoopQuestion(question.kind));
  for (const question of asked) {
    if (!isLoopQuestion(question.kind)) continue;
    const answer = parseReply(heard.text, question.kind);
    if (answer === undefined) continue;
    await endQuestion(ctx, question.id, { state: 'answered', answer: String(answer) });
    await ctx.emit(
      'question.answered',
      { subjectId: question.subjectId, origin: heard.origin },
      { questionId: question.id, kind: question.kind, subjectId: question.subjectId, answer: String(answer) },
    );
    await queueMessage(ctx, tools, {
      contactId: heard.contactId,
      template: thanksFor(question.kind, answer),
      subjectId: question.subjectId,
    });
    return { kind: 'reply', subjectId: question.subjectId };
  }
  const [newest] = asked;
  if (!newest || !isBareNumber(heard.text)) return undefined;
  // A number that is no answer: asked once more how to answer, then it is a person's to see.
  await countTry(ctx, newest.id);
  if (newest.tries === 0)
    await queueMessage(ctx, tools, { contactId: heard.contactId, template: 'ask.number', subjectId: newest.subjectId });
  return { kind: 'reply', subjectId: newest.subjectId };
}

const isLoopQuestion = (kind: string): kind is LoopQuestion => kind === 'clear' || kind === 'solved';
const isBareNumber = (text: string): boolean => /^\s*\d{1,2}\s*$/.test(text);

function thanksFor(kind: LoopQuestion, answer: number): string {
  if (kind === 'clear') return answer === 2 ? 'explain-again' : 'thanks';
  return answer >= 3 ? 'reopened' : 'thanks.solved';
}
