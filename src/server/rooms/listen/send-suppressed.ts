// She said INICIAR: what was answered to her while she wanted nothing is sent now, if it still holds, and each thing once.

import type { Ctx } from '../../db/tx.ts';
import { lockWishes } from '../protect/index.ts';
import { type OutboxTools, openQuestion } from './outbox.ts';
import { mayGoFrom } from './safe-hours.ts';
import { listSuppressed, requeue } from './store-outbox.ts';

const QUESTIONS = {
  'ask.clear': { kind: 'clear', hours: 72 },
  'ask.solved': { kind: 'solved', hours: 14 * 24 },
} as const;
const isQuestion = (template: string): template is keyof typeof QUESTIONS => template in QUESTIONS;
/** Of one matter only the newest answer is news. */
const newsOf = ({ template, subjectId }: { template: string; subjectId: string | null }): string =>
  `${subjectId} ${isQuestion(template) ? template : 'answer'}`;

export async function sendSuppressed(
  ctx: Ctx,
  contactId: string,
  { reasons, tools }: { reasons: readonly string[]; tools: OutboxTools },
): Promise<void> {
  const wishes = await lockWishes(ctx, contactId);
  const notBefore = mayGoFrom(ctx.now, wishes, tools.timeZone);
  const told = new Set<string>();
  const newest = (await listSuppressed(ctx, contactId, reasons)).filter((message) => {
    const known = told.has(newsOf(message));
    told.add(newsOf(message));
    return !known;
  });
  for (const { id, template, subjectId } of newest.reverse()) {
    await requeue(ctx, id, notBefore);
    await ctx.emit(
      'message.queued',
      { subjectId: subjectId ?? id, origin: wishes.origin },
      { outboundId: id, template },
    );
    if (!isQuestion(template)) continue;
    const wanted = { contactId, template, question: QUESTIONS[template], ...(subjectId ? { subjectId } : {}) };
    await openQuestion(ctx, wanted, notBefore);
  }
}
