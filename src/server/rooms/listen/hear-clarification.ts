// She answers a question asked back: her words are read together with what she wrote first.
import type { Ctx } from '../../db/tx.ts';
import { openText } from '../protect/index.ts';
import { answerTo } from './hear-reply.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { recordTelling } from './record-telling.ts';
import { findInbound, setOutcome } from './store-messages.ts';
import { type Asked, endQuestion } from './store-questions.ts';
import { understandText } from './understand-text.ts';

export async function hearClarification(
  ctx: Ctx,
  heard: Heard,
  { question, tools }: { question: Asked; tools: ListenTools },
): Promise<Outcome | undefined> {
  const first = question.messageId ? await readFirst(ctx, question.messageId, tools) : undefined;
  const more = answerTo(question, heard.text).state.kept['words'];
  if (!first || more === undefined) return undefined;
  await endQuestion(ctx, question.id, { state: 'answered' });
  const text = `${first.text}\n${heard.text}`;
  const understanding = understandText(text, await tools.world());
  const outcome = await recordTelling(
    ctx,
    { ...heard, text, receivedAt: first.receivedAt },
    { understanding, tools, askedAlready: true, earlierMessageId: first.id },
  );
  const subject = outcome.subjectId ? { subjectId: outcome.subjectId } : {};
  await setOutcome(ctx, first.id, outcome.kind === 'report' ? outcome : { kind: 'person', ...subject });
  return outcome.kind === 'report' ? { kind: 'addition', ...subject } : outcome;
}

/** The text that was asked about, opened in memory. */
export async function readFirst(ctx: Ctx, messageId: string, tools: ListenTools) {
  const first = await findInbound(ctx, messageId);
  if (!first?.textCt) return undefined;
  const text = openText(tools.keys, { textClass: 'raw', table: 'listen_inbound', id: first.id }, first.textCt);
  return { id: first.id, receivedAt: first.receivedAt, text };
}
