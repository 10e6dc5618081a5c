// What is said about a telling by whoever holds its code, from a page, a menu or any phone. It is heard as hers: her row is locked, her
// phone is told of what could be undone, and nothing about the telling goes back to whoever said it.
import { isEntry } from '../../../shared/domain/via.ts';
import type { Ctx } from '../../db/tx.ts';
import { lockWishes } from '../protect/index.ts';
import { hearTelling } from './hear-telling.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { readFirst, readTogether } from './read-together.ts';
import { addToReport } from './record-telling.ts';
import { insertAdded } from './store-added.ts';
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
    case 'made-clearer':
      return addByCode(ctx, hers, { opened, tools });
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
  if (!report || report.withdrawnAt)
    return (await addToUnclear(ctx, heard, { opened, tools })) ?? hearTelling(ctx, heard, tools);
  const understanding = understandText(heard.text, { ...(await tools.world()), usualLanguage: heard.wishes.language });
  return addToReport(ctx, heard, { report, understanding, keys: tools.keys });
}

/** There is no telling yet: the one that it becomes is of the first words and of these, from the source of the first. */
async function addToUnclear(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome | undefined> {
  const { messageId } = opened;
  const first = messageId === null ? undefined : await readFirst(ctx, messageId, tools);
  // What a person enters is a telling as soon as it can no longer be taken back: words before that are one of their own.
  if (!first || isEntry(first.via)) return undefined;
  if (opened.withdrawn) return addToTakenBack(ctx, heard, first.id);
  for (const { id, ...asked } of await listOpenQuestions(ctx, heard.contactId))
    if (asked.messageId === first.id) await endQuestion(ctx, id, { state: 'answered' });
  const { via, sourceKey } = first;
  return readTogether(ctx, { ...heard, via, sourceKey, council: undefined }, { first, tools });
}

/** A page lets nothing in once it was taken back: these words had been said before, and go or stay with the first. */
async function addToTakenBack(ctx: Ctx, { via, messageId }: Heard, firstId: string): Promise<Outcome | undefined> {
  if (via !== 'page') return undefined;
  await insertAdded(ctx, { messageId, firstId });
  return { kind: 'addition', subjectId: firstId };
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
