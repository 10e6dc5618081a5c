// She answers a question asked back: her words are read together with what she wrote first.
import type { Ctx } from '../../db/tx.ts';
import { openText } from '../protect/index.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { recordTelling } from './record-telling.ts';
import { findInbound, setOutcome } from './store-messages.ts';
import { endQuestion, listOpenQuestions } from './store-questions.ts';
import { understandText } from './understand-text.ts';

export async function hearClarification(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const asked = (await listOpenQuestions(ctx, heard.contactId)).find(
    (question) => question.kind === 'clearer' || question.kind === 'place',
  );
  if (!asked?.messageId) return undefined;
  const first = await findInbound(ctx, asked.messageId);
  if (!first) return undefined;
  const before = openText(tools.keys, { textClass: 'raw', table: 'listen_inbound', id: first.id }, first.textCt);
  await endQuestion(ctx, asked.id, { state: 'answered' });
  const text = `${before}\n${heard.text}`;
  const understanding = understandText(text, await tools.world());
  const outcome = await recordTelling(
    ctx,
    { ...heard, text, receivedAt: first.receivedAt },
    { understanding, tools, askedAlready: true, earlierMessageId: first.id },
  );
  await setOutcome(
    ctx,
    first.id,
    outcome.kind === 'report'
      ? outcome
      : { kind: 'person', ...(outcome.subjectId ? { subjectId: outcome.subjectId } : {}) },
  );
  return outcome.kind === 'report'
    ? { kind: 'addition', ...(outcome.subjectId ? { subjectId: outcome.subjectId } : {}) }
    : outcome;
}
