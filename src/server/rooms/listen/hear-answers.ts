// What came by a menu or a page: answers with names, no prose to guess at. What was chosen stands; her words are read as ever.
import type { Ctx } from '../../db/tx.ts';
import { updateWishes } from '../protect/index.ts';
import { hearByCode } from './hear-by-code.ts';
import { holdInFlood, holdWishedCall } from './hear-flood.ts';
import { askForCall, stopAll } from './hear-wish.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { endCallsTo } from './move-calls.ts';
import { recordTelling } from './record-telling.ts';
import { recordZero } from './record-zero.ts';
import { readTranscript, toSentence } from './transcript.ts';
import { understandText } from './understand-text.ts';

export async function hearAnswers(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (heard.via !== 'menu' && heard.via !== 'page') return undefined;
  const transcript = readTranscript(heard.text);
  if ('code' in transcript) return hearByCode(ctx, heard, { said: transcript, tools });
  const { language } = transcript;
  // Whose number a page names is not proven: it changes nothing of hers.
  if (heard.via === 'menu' && language !== heard.wishes.language)
    await updateWishes(ctx, heard.contactId, { language });
  if (transcript.as === 'language-chosen') return { kind: 'reply' };
  if (transcript.as === 'stopped') {
    await stopAll(ctx, heard);
    return { kind: 'opt-out' };
  }
  if (transcript.as === 'call-wanted') return hearCallWanted(ctx, heard, tools);
  if (transcript.answers.reply === 'no') {
    await updateWishes(ctx, heard.contactId, { doNotReply: true });
    await endCallsTo(ctx, heard.contactId);
  }
  const text = toSentence(transcript);
  const read = understandText(text, { ...(await tools.world()), usualLanguage: language });
  if (transcript.as === 'zero') return recordZero(ctx, heard, { understanding: read, tools });
  const understanding = { ...read, kind: 'report', danger: read.danger || transcript.answers.now === 'yes' } as const;
  const told = { ...heard, text };
  return (
    (await holdInFlood(ctx, told, { understanding, tools })) ??
    // A menu has asked what it could; a page may ask once more.
    recordTelling(ctx, told, { understanding, tools, askedAlready: heard.via === 'menu' })
  );
}

const hearCallWanted = async (ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome> =>
  (await holdWishedCall(ctx, heard, tools)) ?? { kind: 'reply', ...(await askForCall(ctx, heard)) };
