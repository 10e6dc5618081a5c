// SQL of inbound texts and their ends.
import type { OutcomeKind } from '../../../shared/domain/journal.ts';
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export async function findInbound(ctx: Tx, messageId: string) {
  return inboundQuery(ctx, messageId).executeTakeFirst();
}

const inbound = [
  'id',
  'channel',
  'contactId',
  'sourceKey',
  'abuseKey',
  'textCt',
  'receivedAt',
  'origin',
  'via',
] as const;

const inboundQuery = ({ tx }: Tx, messageId: string) =>
  tx
    .selectFrom('listenInbound as message')
    .select(inbound.map((column) => `message.${column}` as const))
    .where('message.id', '=', messageId);

/** A message with what became of it so far, and whether whoever holds its code has taken it back before it was a telling. */
export async function findToHear(ctx: Tx, messageId: string) {
  return inboundQuery(ctx, messageId)
    .leftJoin('listenOutcome as outcome', 'outcome.messageId', 'message.id')
    .select(({ exists, selectFrom }) => [
      'outcome.kind as ended',
      exists(
        selectFrom('listenCode as code')
          .whereRef('code.messageId', '=', 'message.id')
          .where('code.withdrawnAt', 'is not', null),
      ).as('takenBack'),
    ])
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
