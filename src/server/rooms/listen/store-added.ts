// SQL of what was added to a text that nobody has understood yet.
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export async function insertAdded(ctx: Tx, added: { messageId: string; firstId: string }): Promise<void> {
  await ctx.tx
    .insertInto('listenAdded')
    .values(added)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In the order in which it came, with its sealed words. */
export async function listAdded(ctx: Tx, firstId: string) {
  return ctx.tx
    .selectFrom('listenAdded as added')
    .innerJoin('listenInbound as text', 'text.id', 'added.messageId')
    .select(['text.id', 'text.via', 'text.textCt'])
    .where('added.firstId', '=', firstId)
    .orderBy('text.receivedAt')
    .orderBy('text.id')
    .execute();
}

/** From now on it belongs to no unclear text. Returns what it was. */
export async function takeAdded(ctx: Tx, firstId: string): Promise<string[]> {
  const rows = await ctx.tx.deleteFrom('listenAdded').where('firstId', '=', firstId).returning('messageId').execute();
  return rows.map(({ messageId }) => messageId);
}

/** For a person who holds the task about the first: the columns row-level security leaves her, nothing of the sender. */
export async function listTextsForReader(ctx: Tx, firstId: string) {
  return ctx.tx
    .selectFrom('listenInbound')
    .select(['id', 'textCt', 'via'])
    .where((eb) =>
      eb.or([
        eb('id', '=', firstId),
        eb('id', 'in', eb.selectFrom('listenAdded').select('messageId').where('firstId', '=', firstId)),
      ]),
    )
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
}
