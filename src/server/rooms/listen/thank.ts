// The receipt: within a minute, neutral, and the first one says how to stop.
import type { Ctx } from '../../db/tx.ts';
import { updateWishes } from '../protect/index.ts';
import type { Heard, ListenTools } from './heard.ts';
import { queueMessage } from './outbox.ts';

export async function thank(
  ctx: Ctx,
  heard: Heard,
  receipt: {
    template: 'receipt' | 'receipt.zero' | 'receipt.added' | 'receipt.many';
    subjectId?: string;
    tools: ListenTools;
  },
): Promise<void> {
  // A menu has thanked her on its last screen and leaves no text behind.
  if (heard.via !== 'text') return;
  const template = heard.wishes.greeted ? receipt.template : 'receipt.first';
  const said = await queueMessage(ctx, receipt.tools, {
    contactId: heard.contactId,
    wishes: heard.wishes,
    template,
    urgency: 4,
    reply: true,
    ...(receipt.subjectId ? { subjectId: receipt.subjectId } : {}),
  });
  if (said && !heard.wishes.greeted) await updateWishes(ctx, heard.contactId, { greetedAt: ctx.now });
}
