// From a sealed text to exactly one end: report, addition, reply, zero, command, noise, opt-out, asked back, a person's task, or held with its flood.
import type { FloodMark } from '../../../shared/domain/flood.ts';
import type { Ctx } from '../../db/tx.ts';
import { findCouncilOfContact, findPostOfContact } from '../know/index.ts';
import { lockWishes, openText } from '../protect/index.ts';
import { hearAnswers } from './hear-answers.ts';
import { hearCode } from './hear-code.ts';
import { hearCommand } from './hear-command.ts';
import { hearEntry } from './hear-entry.ts';
import { hearFlood } from './hear-flood.ts';
import { hearQuestion } from './hear-question.ts';
import { hearSecondThought } from './hear-second-thought.ts';
import { hearTelling } from './hear-telling.ts';
import { hearWish } from './hear-wish.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { followLanguage } from './her-language.ts';
import { findToHear, setOutcome } from './store-messages.ts';

type Step = (ctx: Ctx, heard: Heard, tools: ListenTools) => Promise<Outcome | undefined>;

/** Asked in this order; the first that knows the text decides. The last one always does. */
const steps: readonly Step[] = [
  hearEntry,
  hearAnswers,
  hearCommand,
  hearCode,
  hearWish,
  hearSecondThought,
  hearQuestion,
  hearFlood,
  hearTelling,
];

/** Hears 'message.received', and again, without a flood, when a held text is released. One message of a contact at a time: the contact's row is locked for the deed. */
export async function understandMessage(
  ctx: Ctx,
  { messageId, flood }: { messageId: string; flood?: FloodMark | undefined },
  tools: ListenTools,
): Promise<void> {
  const message = await findToHear(ctx, messageId);
  if (!message?.textCt || (message.ended !== null && (message.ended !== 'held' || flood)) || message.takenBack) return;
  const { contactId, via } = message;
  const text = openText(tools.keys, { textClass: 'raw', table: 'listen_inbound', id: messageId }, message.textCt);
  const wishes = await followLanguage(ctx, { contactId, text, via, wishes: await lockWishes(ctx, contactId) }, tools);
  const heard: Heard = {
    messageId,
    gatewayId: message.channel,
    contactId,
    sourceKey: message.sourceKey,
    abuseKey: message.abuseKey,
    wishes,
    text,
    receivedAt: message.receivedAt,
    via,
    origin: message.origin,
    flood,
    post: wishes.kind === 'post' ? await findPostOfContact(ctx, message.contactId) : undefined,
    // A number typed into a page proves nothing: it is nobody's word for a council.
    council:
      wishes.kind === 'member' && message.via !== 'page'
        ? await findCouncilOfContact(ctx, message.contactId)
        : undefined,
  };
  for (const step of steps) {
    const outcome = await step(ctx, heard, tools);
    if (!outcome) continue;
    await Promise.all([
      setOutcome(ctx, messageId, outcome),
      ctx.emit(
        'message.understood',
        { subjectId: messageId, origin: heard.origin },
        { messageId, outcome: outcome.kind, ...(outcome.subjectId ? { subjectId: outcome.subjectId } : {}) },
      ),
    ]);
    return;
  }
}
