// Whom this room texts and under what subject it writes facts. Facts about a teller's phone carry no lane: nobody but the auditor reads them.

import { type AnswerCode, answerCodes } from '../../../shared/domain/answer.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';
import { findPostContact } from '../know/index.ts';
import type { Brief } from './store-brief.ts';
import type { Concern } from './store-concern.ts';
import type { AnswerableTelling } from './store-telling.ts';
import type { Origin } from './telling.ts';

export const aboutConcern = (concern: Pick<Concern, 'id' | 'lane' | 'scopeId' | 'origin'>) => ({
  subjectId: concern.id,
  lane: concern.lane,
  scopeId: concern.scopeId,
  origin: concern.origin,
});

/** With the post's id: the post reads what is written under it. */
export const aboutBrief = (brief: Pick<Brief, 'id' | 'scopeId' | 'postId' | 'origin'>) => ({
  subjectId: brief.id,
  lane: 'ordinary' as const,
  scopeId: brief.scopeId,
  postId: brief.postId,
  origin: brief.origin,
});

type PostTemplate = 'post.new-brief' | 'post.urgent' | 'post.reopened' | 'post.hand-over' | 'post.command-refused';

/** A notice to a duty phone: a reference and a time, never a type or a place. Without a phone the console must do. */
export async function tellPost(
  ctx: Ctx,
  postId: string,
  notice: { template: PostTemplate; ref: string; severity: number; due?: string; subjectId: string; origin: Origin },
): Promise<void> {
  const contactId = await findPostContact(ctx, postId);
  if (!contactId || isHistory(notice.origin)) return;
  const due = notice.due === undefined ? {} : { due: notice.due };
  await ctx.emit(
    'message.wanted',
    { subjectId: notice.subjectId, origin: notice.origin },
    {
      contactId,
      template: notice.template,
      subjectId: notice.subjectId,
      params: { ref: notice.ref, ...due },
      urgency: notice.severity,
    },
  );
}

export const answerTemplates: Readonly<Record<AnswerCode, string>> = {
  going: 'answer.going',
  done: 'answer.done',
  cannot: 'answer.cannot',
  referred: 'answer.referred',
  'already-known': 'answer.going',
  'not-ours': 'answer.cannot',
  'nobody-here': 'answer.nobody',
  information: 'answer.call',
};

/** A replay's tellers are invented: nobody is texted. */
const mayBeTold = (telling: AnswerableTelling, origin: Origin): boolean => telling.wayBack && !isHistory(origin);

export async function tellTeller(
  ctx: Ctx,
  telling: AnswerableTelling,
  told: { answer: AnswerCode; origin: Origin },
): Promise<void> {
  if (!mayBeTold(telling, told.origin)) return;
  await ctx.emit(
    'message.wanted',
    { subjectId: telling.reportId, origin: told.origin },
    { contactId: telling.contactId, template: answerTemplates[told.answer], subjectId: telling.reportId },
  );
}

/** The same answer in other words; to whom that was said already, that a person says it by voice. */
export async function explainAgain(ctx: Ctx, telling: AnswerableTelling, origin: Origin): Promise<void> {
  const answer = answerCodes.find((code) => code === telling.answerCode);
  if (!answer || !mayBeTold(telling, origin)) return;
  const again = telling.clearRounds > 1 ? 'answer.call' : answerTemplates[answer].replace('answer.', 'answer.again.');
  await ctx.emit(
    'message.wanted',
    { subjectId: telling.reportId, origin },
    { contactId: telling.contactId, template: again, subjectId: telling.reportId },
  );
}

const QUESTION_HOURS = { clear: 72, solved: 14 * 24 } as const;

/** True when it was asked: there is a way back. */
export async function askTeller(
  ctx: Ctx,
  telling: AnswerableTelling,
  asked: { kind: 'clear' | 'solved'; origin: Origin },
): Promise<boolean> {
  if (!mayBeTold(telling, asked.origin)) return false;
  await ctx.emit(
    'message.wanted',
    { subjectId: telling.reportId, origin: asked.origin },
    {
      contactId: telling.contactId,
      template: `ask.${asked.kind}`,
      subjectId: telling.reportId,
      question: { kind: asked.kind, hours: QUESTION_HOURS[asked.kind] },
    },
  );
  return true;
}
