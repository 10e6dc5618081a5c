// What is added to a text that nobody has understood yet, by a code or as the answer to a question: both are read together, as one telling
// of the first. Still unclear, they are one matter for one person.
import type { Via } from '../../../shared/domain/via.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos } from '../know/index.ts';
import { findTellerCode, openText, type ServeKeys } from '../protect/index.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { recordTelling } from './record-telling.ts';
import { insertAdded, listAdded, takeAdded } from './store-added.ts';
import { findInbound, setOutcome } from './store-messages.ts';
import { attachMessage } from './store-reports.ts';
import { inboundPlace } from './text-places.ts';
import { readTranscript, toSentence } from './transcript.ts';
import { understandText } from './understand-text.ts';

export type First = NonNullable<Awaited<ReturnType<typeof readFirst>>>;

/** The text that was asked about, or that a code was given for, opened in memory. */
export async function readFirst(ctx: Ctx, messageId: string, { keys }: Pick<ListenTools, 'keys'>) {
  const first = await findInbound(ctx, messageId);
  if (!first?.textCt) return undefined;
  const { id, receivedAt, sourceKey, via, textCt } = first;
  return { id, receivedAt, sourceKey, via, ...openWords(keys, { id, via, textCt }) };
}

/** `urgent`: help was needed at once, by her own choice and in no words. */
function openWords(keys: ServeKeys, { id, via, textCt }: { id: string; via: Via; textCt: Buffer }) {
  const text = openText(keys, inboundPlace(id), textCt);
  if (via !== 'menu' && via !== 'page') return { text: findTellerCode(text)?.rest ?? text, urgent: false };
  const transcript = readTranscript(text);
  return 'code' in transcript
    ? { text: transcript.words, urgent: false }
    : { text: toSentence(transcript), urgent: transcript.answers.now === 'yes' };
}

/** `heard` is whose telling it becomes, and by which way. What was added before is read with it. */
export async function readTogether(
  ctx: Ctx,
  heard: Heard,
  { first, tools }: { first: First; tools: ListenTools },
): Promise<Outcome> {
  const before = (await listAdded(ctx, first.id)).flatMap(({ textCt, ...row }) =>
    textCt ? [openWords(tools.keys, { ...row, textCt }).text] : [],
  );
  await insertAdded(ctx, { messageId: heard.messageId, firstId: first.id });
  const text = [first.text, ...before, heard.text].join('\n');
  const read = understandText(text, { ...(await tools.world()), usualLanguage: heard.wishes.language });
  const understanding = { ...read, danger: read.danger || first.urgent };
  const whole = { ...heard, messageId: first.id, receivedAt: first.receivedAt, text };
  const outcome = await recordTelling(ctx, whole, { understanding, tools, askedAlready: true });
  await setOutcome(ctx, first.id, outcome);
  if (outcome.kind !== 'report' || outcome.subjectId === undefined) return { kind: 'addition', subjectId: first.id };
  await gatherAdded(ctx, { firstId: first.id, reportId: outcome.subjectId });
  return { kind: 'addition', subjectId: outcome.subjectId };
}

/** It has become a telling, and all that was added to it is of that telling; nobody is asked to read it any more. */
export async function gatherAdded(
  ctx: Ctx,
  { firstId, reportId }: { firstId: string; reportId: string },
): Promise<void> {
  await closeTodos(ctx, firstId);
  for (const messageId of await takeAdded(ctx, firstId)) {
    await attachMessage(ctx, reportId, messageId);
    await setOutcome(ctx, messageId, { kind: 'addition', subjectId: reportId });
  }
}
