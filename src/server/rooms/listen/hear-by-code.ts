// What is said about a telling by whoever holds its code, from a page, a menu or any phone. It is heard as hers: her row is locked, her
// phone is told of what could be undone, and nothing about the telling goes back to whoever said it.
import type { Ctx } from '../../db/tx.ts';
import { lockWishes } from '../protect/index.ts';
import { hearClarification } from './hear-clarification.ts';
import { hearTelling } from './hear-telling.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { addToReport } from './record-telling.ts';
import { type Opened, openCode } from './store-codes.ts';
import { endQuestion, listOpenQuestions } from './store-questions.ts';
import { findReport } from './store-reports.ts';
import { keepMessage, takeBackMessage } from './take-back-message.ts';
import type { ByCode } from './transcript.ts';
import { understandText } from './understand-text.ts';
import { isInGrace, keepReport, takeBack } from './withdraw-report.ts';

export async function hearByCode(
  ctx: Ctx,
  heard: Heard,
  { said, tools }: { said: ByCode; tools: ListenTools },
): Promise<Outcome> {
  const opened = await openCode(ctx, Buffer.from(said.code, 'base64url'));
  const told = { ...heard, text: said.words };
  // It ended between the page and here: her words are a telling of their own.
  if (!opened) return said.words === '' ? { kind: 'noise' } : hearTelling(ctx, told, tools);
  const hers = { ...told, contactId: opened.contactId, wishes: await lockWishes(ctx, opened.contactId) };
  switch (said.as) {
    case 'added':
      return addByCode(ctx, hers, { opened, tools });
    case 'made-clearer':
      return makeClearer(ctx, hers, { opened, tools });
    case 'clear':
    case 'solved':
      return answer(ctx, hers, { kind: said.as, reportId: opened.reportId });
    case 'withdrawn':
      return withdrawByCode(ctx, hers, { opened, tools });
    case 'kept':
      return keepByCode(ctx, hers, { opened, tools });
  }
}

type OfCode = { opened: Opened; tools: ListenTools };

/** However long ago, and whatever it adds: it is more of that telling, because she says so. */
export async function addByCode(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome> {
  const report = opened.reportId === null ? undefined : await findReport(ctx, opened.reportId);
  if (!report || report.withdrawnAt) return hearTelling(ctx, heard, tools);
  const understanding = understandText(heard.text, { ...(await tools.world()), usualLanguage: heard.wishes.language });
  return addToReport(ctx, heard, { report, understanding, keys: tools.keys });
}

async function makeClearer(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome> {
  const asked = await listOpenQuestions(ctx, heard.contactId);
  const question = asked.find(({ messageId }) => messageId !== null && messageId === opened.messageId);
  const outcome = question && (await hearClarification(ctx, heard, { question, tools }));
  return outcome ?? addByCode(ctx, heard, { opened, tools });
}

type Answered = { kind: 'clear' | 'solved'; reportId: string | null };

/** The same question may be open on her phone: it is answered with it. */
async function answer(ctx: Ctx, heard: Heard, { kind, reportId }: Answered): Promise<Outcome> {
  if (reportId === null) return { kind: 'noise' };
  const asked = await listOpenQuestions(ctx, heard.contactId);
  const open = asked.find((question) => question.kind === kind && question.subjectId === reportId);
  if (open) await endQuestion(ctx, open.id, { state: 'answered', answer: heard.text });
  const said = { questionId: open?.id ?? heard.messageId, kind, subjectId: reportId, answer: heard.text };
  await ctx.emit('question.answered', { subjectId: reportId, origin: heard.origin }, said);
  return { kind: 'reply', subjectId: reportId };
}

export async function withdrawByCode(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome> {
  const report = opened.reportId === null ? undefined : await findReport(ctx, opened.reportId);
  if (report && !report.withdrawnAt) return { kind: 'reply', ...(await takeBack(ctx, heard, { report, tools })) };
  if (!report && opened.messageId !== null) await takeBackMessage(ctx, heard, { messageId: opened.messageId, tools });
  return { kind: 'reply' };
}

async function keepByCode(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome> {
  if (opened.reportId === null && opened.messageId !== null)
    await keepMessage(ctx, heard, { messageId: opened.messageId, tools });
  const report = opened.reportId === null ? undefined : await findReport(ctx, opened.reportId);
  if (!report || !isInGrace(ctx, report)) return { kind: 'reply' };
  await keepReport(ctx, heard, { report, tools });
  return { kind: 'reply', subjectId: report.id };
}
