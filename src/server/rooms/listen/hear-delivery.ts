// What became of a text we sent. A report may overtake our own record of the sending: then it is tried again, not lost.
import type { Origin } from '../../../shared/domain/origin.ts';
import type { Ctx } from '../../db/tx.ts';
import { closeTodos, countOpenTodos, openTodo } from '../know/index.ts';
import { endByProviderKey, isEndedByKey, isReply } from './store-outbox.ts';

/** The text this report is about is not on record yet. The queue tries again with backoff. */
class NotRecordedYet extends Error {
  readonly code = 'delivery.early';
}

/** Hears 'delivery.reported'. A second report about an ended text changes nothing. */
export async function hearDelivery(
  ctx: Ctx,
  report: { providerKey: string; state: 'sent' | 'delivered' | 'failed' },
): Promise<void> {
  const key = Buffer.from(report.providerKey, 'hex');
  if (report.state === 'sent') return;
  const ended = await endByProviderKey(ctx, key, report.state);
  if (!ended) {
    if (await isEndedByKey(ctx, key)) return;
    throw new NotRecordedYet();
  }
  await ctx.emit(
    'message.ended',
    { subjectId: ended.subjectId ?? ended.id, origin: ended.origin },
    { outboundId: ended.id, state: report.state },
  );
  if (report.state === 'delivered') await closeTodos(ctx, ended.id, 'message-undelivered');
  else await tellUndelivered(ctx, { outboundId: ended.id, origin: ended.origin });
}

/** Beyond the first few, answers to numbers that nobody has, such as forged ones, are one task: their gateway's page counts them. */
const ALL_REPLIES = 'ou_replies';
const MOST_APART = 5;

/** Hears 'message.ended' too (failed, expired or uncertain at the courier): a person is told, by kind, without the text. */
export async function tellUndelivered(ctx: Ctx, message: { outboundId: string; origin?: Origin }): Promise<void> {
  await openTodo(ctx, {
    kind: 'message-undelivered',
    role: 'administrator',
    subjectId: (await isOneOfMany(ctx, message.outboundId)) ? ALL_REPLIES : message.outboundId,
    ...(message.origin ? { origin: message.origin } : {}),
  });
}

const isOneOfMany = async (ctx: Ctx, outboundId: string): Promise<boolean> =>
  (await isReply(ctx, outboundId)) && (await countOpenTodos(ctx, 'message-undelivered')) >= MOST_APART;
