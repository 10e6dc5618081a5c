// Everything that is not an order or an answer: a telling, a zero report, noise, or words in a language for a listener.
import type { Ctx } from '../../db/tx.ts';
import { openTodo } from '../know/index.ts';
import type { Heard, ListenTools, Outcome } from './heard.ts';
import { recordAddition, recordTelling } from './record-telling.ts';
import { recordZero } from './record-zero.ts';
import { thank } from './thank.ts';
import { understandText } from './understand-text.ts';

const LISTEN_HOURS = 4;

export async function hearTelling(ctx: Ctx, heard: Heard, tools: ListenTools): Promise<Outcome> {
  const understanding = understandText(heard.text, { ...(await tools.world()), usualLanguage: heard.wishes.language });
  switch (understanding.kind) {
    case 'zero':
      return recordZero(ctx, heard, { understanding, tools });
    case 'foreign':
      return leaveToListener(ctx, heard, { language: understanding.language, tools });
    case 'noise':
      return { kind: 'noise' };
    case 'opt-out':
    case 'opt-in':
    case 'withdraw':
    case 'report':
      return (
        (await recordAddition(ctx, heard, { understanding, tools })) ??
        recordTelling(ctx, heard, { understanding, tools, askedAlready: false })
      );
  }
}

/** A language nobody installed: a person who speaks it hears it; a language nobody recognised: the coordinator finds out. */
async function leaveToListener(
  ctx: Ctx,
  heard: Heard,
  { language, tools }: { language: string; tools: ListenTools },
): Promise<Outcome> {
  const known = language !== 'unknown';
  const todoId = await openTodo(ctx, {
    kind: known ? 'listen' : 'unclear',
    role: known ? 'listener' : 'coordinator',
    subjectId: heard.messageId,
    messageId: heard.messageId,
    ...(known ? { language } : {}),
    ...(heard.council ? { councilId: heard.council.councilId, scopeId: heard.council.scopeId } : {}),
    dueAt: new Date(ctx.now.getTime() + LISTEN_HOURS * 3_600_000),
    origin: heard.origin,
  });
  await thank(ctx, heard, { template: 'receipt', tools });
  return { kind: 'person', subjectId: todoId };
}
