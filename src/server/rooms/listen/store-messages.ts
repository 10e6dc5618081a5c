// SQL of inbound texts and their ends.
import type { OutcomeKind } from '../../../shared/domain/journal.ts';
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export async function findInbound(ctx: Tx, messageId: string) {
  return ctx.tx
    .selectFrom('listenInbound')
    .select(['id', 'channel', 'contactId', 'sourceKey', 'abuseKey', 'textCt', 'receivedAt', 'origin', 'via'])
    .where('id', '=', messageId)
    .executeTakeFirst();
}

export async function findOutcome(ctx: Tx, messageId: string) {
  return ctx.tx
    .selectFrom('listenOutcome')
    .select(['kind', 'subjectId'])
    .where('messageId', '=', messageId)
    .executeTakeFirst();
}

/** What a text of hers came to that is about nothing but itself: a wish for a call from somebody who has told nothing. */
export async function findSubjectOfHerOwn(ctx: Tx, contactId: string, since: Date): Promise<string | undefined> {
  const found = await ctx.tx
    .selectFrom('listenInbound as text')
    .innerJoin('listenOutcome as outcome', (on) =>
      on.onRef('outcome.messageId', '=', 'text.id').onRef('outcome.subjectId', '=', 'text.id'),
    )
    .select('text.id')
    .where('text.contactId', '=', contactId)
    .where('text.via', '<>', 'page')
    .where('text.receivedAt', '>=', since)
    .orderBy('text.receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** One row per message: a question asked back may later become a report or a person's task, nothing else changes. */
export async function setOutcome(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  messageId: string,
  outcome: { kind: OutcomeKind; subjectId?: string },
): Promise<void> {
  await ctx.tx
    .insertInto('listenOutcome')
    .values({ messageId, kind: outcome.kind, subjectId: outcome.subjectId ?? null, at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .column('messageId')
        .doUpdateSet({ kind: outcome.kind, subjectId: outcome.subjectId ?? null, at: ctx.now }),
    )
    .execute();
}

/** The parts of one series, in order. */
export async function listParts(ctx: Tx, setKey: Buffer, series: number) {
  return ctx.tx
    .selectFrom('listenPart')
    .selectAll()
    .where('setKey', '=', setKey)
    .where('series', '=', series)
    .orderBy('number')
    .forUpdate()
    .execute();
}

export async function setPartsFiled(
  ctx: Tx,
  { setKey, series }: { setKey: Buffer; series: number },
  inboundId: string,
): Promise<void> {
  await ctx.tx
    .updateTable('listenPart')
    .set({ inboundId })
    .where('setKey', '=', setKey)
    .where('series', '=', series)
    .execute();
}
