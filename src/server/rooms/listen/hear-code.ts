// A text with a teller's code in it: more of that telling, from whatever phone. All that this phone hears is that its text came.
import type { Ctx } from '../../db/tx.ts';
import { findTellerCode, lockWishes, tellerCodeHash } from '../protect/index.ts';
import { isNewNumber, parseTellerWord } from './commands.ts';
import { addByCode, withdrawByCode } from './hear-by-code.ts';
import { hearTelling } from './hear-telling.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { moveToPhone } from './move-telling.ts';
import { queueMessage } from './outbox.ts';
import { openCode, tryCode } from './store-codes.ts';
import { thank } from './thank.ts';

export async function hearCode(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome | undefined> {
  if (heard.via !== 'text' || heard.post) return undefined;
  const found = findTellerCode(heard.text);
  if (found === undefined) return isNewNumber(heard.text) ? sayHow(ctx, heard, tools) : undefined;
  return found.rest === '' ? sayHow(ctx, heard, tools) : hearWithCode(ctx, heard, { ...found, tools });
}

type Found = { code: string; rest: string; tools: ListenTools };

async function hearWithCode(ctx: Ctx, heard: Heard, { code, rest: text, tools }: Found): Promise<Outcome> {
  const codeHash = tellerCodeHash(tools.keys, code);
  const right = await tryCode(ctx, { codeHash, asker: heard.abuseKey });
  const opened = right ? await openCode(ctx, codeHash) : undefined;
  if (isNewNumber(text)) return moveToPhone(ctx, heard, { reportId: opened?.reportId ?? undefined, tools });
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

/** Half of it: a code alone asks for nothing that may be said on a phone, and a new number needs the code beside it. */
async function sayHow(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome> {
  const template = isNewNumber(heard.text) ? 'number.how' : 'code.alone';
  await queueMessage(ctx, tools, { contactId: heard.contactId, template });
  return { kind: 'reply' };
}
