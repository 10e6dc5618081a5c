// A text with a teller's code in it: more of that telling, from whatever phone. All that this phone hears is that its text came.
import type { Ctx } from '../../db/tx.ts';
import { findTellerCode, lockWishes, tellerCodeHash } from '../protect/index.ts';
import { parseTellerWord } from './commands.ts';
import { addByCode, withdrawByCode } from './hear-by-code.ts';
import { hearTelling } from './hear-telling.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { queueMessage } from './outbox.ts';
import { openCode, tryCode } from './store-codes.ts';
import { thank } from './thank.ts';

export async function hearCode(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  const found = heard.via === 'text' && !heard.post ? findTellerCode(heard.text) : undefined;
  if (!found) return undefined;
  const text = found.rest;
  if (text === '') return sayHow(ctx, heard, tools);
  const codeHash = tellerCodeHash(tools.keys, found.code);
  const right = await tryCode(ctx, { codeHash, asker: heard.abuseKey });
  const opened = right ? await openCode(ctx, codeHash) : undefined;
  const outcome = opened
    ? await obey(ctx, { ...heard, text }, { opened, tools })
    : // The code goes no further: neither into words that people read, nor into the interpretation.
      await hearTelling(ctx, { ...heard, text }, tools);
  // What was thrown away is thanked for like what was kept: a receipt does not tell whether a code was right.
  if (opened || outcome.kind === 'noise') await thank(ctx, heard, { template: 'receipt', tools });
  return outcome;
}

type OfCode = Parameters<typeof addByCode>[2];

async function obey(ctx: Ctx, heard: Heard, { opened, tools }: OfCode): Promise<Outcome> {
  const hers = { ...heard, contactId: opened.contactId, wishes: await lockWishes(ctx, opened.contactId) };
  return parseTellerWord(heard.text)?.kind === 'withdraw'
    ? withdrawByCode(ctx, hers, { opened, tools })
    : addByCode(ctx, hers, { opened, tools });
}

/** A code alone asks for nothing that may be said on a phone. */
async function sayHow(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome> {
  await queueMessage(ctx, tools, { contactId: heard.contactId, template: 'code.alone' });
  return { kind: 'reply' };
}
