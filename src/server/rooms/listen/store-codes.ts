// SQL of tellers' codes in this room: those that wait for their telling, and whose matter a code opens.
import { sql } from 'kysely';
import type { Ctx, Tx } from '../../db/tx.ts';

type At = Pick<Ctx, 'tx' | 'now'>;

export async function insertCode(tx: Tx, code: { codeHash: Buffer; messageId: string; madeAt: Date }): Promise<void> {
  await tx.insertInto('listenCode').values(code).execute();
}

/** Whether whoever wrote this message holds a code for it, and may look for what is asked back. */
export async function hasCode(ctx: Pick<Ctx, 'tx'>, messageId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('listenCode')
    .select('messageId')
    .where('messageId', '=', messageId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether whoever holds its code has taken it back before it was a telling. */
export async function isTakenBack(ctx: Pick<Ctx, 'tx'>, messageId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('listenCode')
    .select('messageId')
    .where('messageId', '=', messageId)
    .where('withdrawnAt', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it stands so already, or carries no code any more. */
export async function setTakenBack(ctx: Pick<Ctx, 'tx'>, messageId: string, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('listenCode')
    .set({ withdrawnAt: at })
    .where('messageId', '=', messageId)
    .where('withdrawnAt', at === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The end of its grace: the code is gone. False when it was kept meanwhile, or taken back anew. */
export async function endTakenBack(ctx: Pick<Ctx, 'tx'>, messageId: string, at: Date): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('listenCode')
    .where('messageId', '=', messageId)
    .where('withdrawnAt', '=', at)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The code that was given for one of a telling's messages: from now on the telling carries it. */
export async function takeCode(ctx: Pick<Ctx, 'tx'>, reportId: string) {
  const [code] = await ctx.tx
    .deleteFrom('listenCode')
    .where('messageId', 'in', (from) =>
      from.selectFrom('listenReportMessage').select('messageId').where('reportId', '=', reportId),
    )
    .returning(['codeHash', 'madeAt'])
    .execute();
  return code;
}

export type Opened = {
  contactId: string;
  sourceKey: Buffer;
  reportId: string | null;
  messageId: string | null;
  withdrawn: boolean;
};

/** Whose matter a code opens; not counted as a try. */
export async function openCode({ tx, now }: At, codeHash: Buffer): Promise<Opened | undefined> {
  const { rows } = await sql<Opened>`select * from ctx.open_code(${codeHash}, ${now})`.execute(tx);
  return rows[0];
}

/** Whether a code may be opened: wrong ones are counted by the phone that tries them. */
export async function tryCode({ tx, now }: At, tried: { codeHash: Buffer; asker: Buffer }): Promise<boolean> {
  const { rows } = await sql<{ outcome: string }>`
    select outcome from ctx.find_by_code(${tried.codeHash}, ${tried.asker}, ${now})`.execute(tx);
  return rows[0]?.outcome === 'found';
}

export async function forgetCodeOf(ctx: Pick<Ctx, 'tx'>, messageId: string): Promise<void> {
  await ctx.tx.deleteFrom('listenCode').where('messageId', '=', messageId).execute();
}

export async function forgetCodes(ctx: Pick<Ctx, 'tx'>, before: Date): Promise<void> {
  await ctx.tx.deleteFrom('listenCode').where('madeAt', '<', before).execute();
}
