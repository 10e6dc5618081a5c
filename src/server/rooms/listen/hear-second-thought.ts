// A word that takes back what was said: NAO after APAGAR or a move to another phone, "3 no" or "4 worse" after "1 solved", "explain it
// again" after an answer. Numbers can be forged, and people change their mind (ADR 0019).
import type { Ctx } from '../../db/tx.ts';
import { isNo } from './commands.ts';
import { isBareReply } from './flows/read-answer.ts';
import { answerTo } from './hear-reply.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { hearNotMoved } from './move-telling.ts';
import { queueMessage } from './outbox.ts';
import { endQuestion, findAskedClear, findSettled, listOpenQuestions } from './store-questions.ts';
import { findInGrace, keepReport } from './withdraw-report.ts';

export async function hearSecondThought(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  return (
    (await hearNotTakenBack(ctx, heard, tools)) ??
    (isNo(heard.text) ? await hearNotMoved(ctx, heard, tools) : undefined) ??
    (await hearNotSolved(ctx, heard, tools)) ??
    (await hearNotClear(ctx, heard, tools))
  );
}

const isAnswerable = (kind: string): boolean => kind === 'clear' || kind === 'solved';

async function hearNotTakenBack(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (!isNo(heard.text)) return undefined;
  const report = await findInGrace(ctx, heard.contactId);
  if (!report?.withdrawnAt) return undefined;
  const { withdrawnAt } = report;
  // A question that was put to her later is what she says no to.
  const asked = await listOpenQuestions(ctx, heard.contactId);
  if (asked.some(({ kind, askedAt }) => isAnswerable(kind) && askedAt > withdrawnAt)) return undefined;
  await keepReport(ctx, heard, { report, tools });
  return { kind: 'reply', subjectId: report.id };
}

/** Within the question's own fourteen days, and only while nothing else is asked of her. */
async function hearNotSolved(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const { answer } = answerTo({ kind: 'solved', tries: 0 }, heard.text).state.kept;
  if (answer !== '3' && answer !== '4') return undefined;
  if ((await listOpenQuestions(ctx, heard.contactId)).some(({ kind }) => isAnswerable(kind))) return undefined;
  const settled = await findSettled(ctx, heard.contactId);
  if (!settled) return undefined;
  return answerAgain(ctx, heard, { ...settled, tools, kind: 'solved', answer, template: 'reopened' });
}

const CLEAR_DAYS = 30;

/** "Não percebi", in words and of her own accord: about the last answer that she had, and only when nothing was asked of her since. */
async function hearNotClear(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const { answer } = answerTo({ kind: 'clear', tries: 0 }, heard.text).state.kept;
  if (answer !== '2' || isBareReply(heard.text)) return undefined;
  const asked = await findAskedClear(ctx, heard.contactId, new Date(ctx.now.getTime() - CLEAR_DAYS * 86_400_000));
  if (!asked) return undefined;
  const later = (await listOpenQuestions(ctx, heard.contactId)).some(({ askedAt }) => askedAt > asked.askedAt);
  if (later) return undefined;
  return answerAgain(ctx, heard, { ...asked, tools, kind: 'clear', answer, template: 'explain-again' });
}

type Again = {
  id: string;
  subjectId: string;
  kind: 'clear' | 'solved';
  answer: string;
  template: string;
  tools: ListenTools;
};

/** The question that was settled has another answer now, and she hears what comes of it. */
async function answerAgain(
  ctx: Ctx,
  { contactId, origin }: Heard,
  { id, subjectId, kind, answer, template, tools }: Again,
): Promise<Outcome> {
  await endQuestion(ctx, id, { state: 'answered', answer });
  await ctx.emit('question.answered', { subjectId, origin }, { questionId: id, kind, subjectId, answer });
  await queueMessage(ctx, tools, { contactId, template, subjectId });
  return { kind: 'reply', subjectId };
}
