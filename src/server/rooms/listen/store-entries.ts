// SQL of what was entered for somebody: who entered it and what the teller agreed to.
import type { Insertable } from 'kysely';
import type { Db } from '../../db/client.ts';
import type { ListenEntryTable } from '../../db/schema.gen.ts';
import type { Ctx, Tx } from '../../db/tx.ts';

export async function insertEntry(tx: Tx, entry: Insertable<ListenEntryTable>): Promise<void> {
  await tx.insertInto('listenEntry').values(entry).execute();
}

/** Whether the same words were entered since, by whomever. */
export async function wasEnteredSince(db: Db, wordsHash: Buffer, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('listenEntry')
    .select('messageId')
    .where('wordsHash', '=', wordsHash)
    .where('enteredAt', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The entry that came under this key before. */
export async function findEntered(db: Db, dedupeKey: Buffer): Promise<{ id: string; bodyHash: Buffer } | undefined> {
  return db
    .selectFrom('listenInbound')
    .select(['id', 'bodyHash'])
    .where('dedupeKey', '=', dedupeKey)
    .executeTakeFirst();
}

/** What was agreed to when this telling was entered; undefined when she told it herself. */
export async function findEntryOf(ctx: Pick<Ctx, 'tx'>, reportId: string) {
  return ctx.tx
    .selectFrom('listenEntry as entry')
    .innerJoin('listenReportMessage as part', 'part.messageId', 'entry.messageId')
    .select(['entry.enteredBy', 'entry.enteredAt', 'entry.mayRefer'])
    .where('part.reportId', '=', reportId)
    .orderBy('entry.enteredAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Whether this was entered for a number that was typed, and not for one who called or said her code. */
export async function isTyped(ctx: Pick<Ctx, 'tx'>, messageId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('listenEntry')
    .select('wayBack')
    .where('messageId', '=', messageId)
    .executeTakeFirst();
  return row?.wayBack === 'phone';
}
