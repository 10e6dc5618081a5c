// SQL of tellings that go to another phone: to whom they went before, for as long as that may be undone.
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;
type Move = { reportId: string; fromContact: string; movedAt: Date };

export async function insertMove(ctx: Tx, move: Move): Promise<void> {
  await ctx.tx
    .insertInto('listenMove')
    .values(move)
    .onConflict((conflict) => conflict.columns(['reportId', 'fromContact']).doUpdateSet({ movedAt: move.movedAt }))
    .execute();
}

/** The newest that this phone may still undo: of all of its tellings, or of this one. */
export async function findMove(
  ctx: Tx,
  { fromContact, reportId }: Pick<Move, 'fromContact'> & Partial<Move>,
  since: Date,
): Promise<Move | undefined> {
  return ctx.tx
    .selectFrom('listenMove')
    .selectAll()
    .where('fromContact', '=', fromContact)
    .where('movedAt', '>=', since)
    .$if(reportId !== undefined, (query) => query.where('reportId', '=', reportId ?? ''))
    .orderBy('movedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Undone, and with it whatever was done by those who had it afterwards. */
export async function deleteMovesSince(ctx: Tx, { reportId, movedAt }: Omit<Move, 'fromContact'>): Promise<void> {
  await ctx.tx.deleteFrom('listenMove').where('reportId', '=', reportId).where('movedAt', '>=', movedAt).execute();
}

export async function deleteMovesUntil(ctx: Tx, { reportId, movedAt }: Omit<Move, 'fromContact'>): Promise<void> {
  await ctx.tx.deleteFrom('listenMove').where('reportId', '=', reportId).where('movedAt', '<=', movedAt).execute();
}

/** The telling, and what is asked about it, are another contact's from now on. Returns the kinds of its open questions. */
export async function giveToContact(ctx: Tx, reportId: string, contactId: string): Promise<string[]> {
  await ctx.tx.updateTable('listenReport').set({ contactId }).where('id', '=', reportId).execute();
  const questions = await ctx.tx
    .updateTable('listenQuestion')
    .set({ contactId })
    .where('subjectId', '=', reportId)
    .where('state', '=', 'open')
    .returning('kind')
    .execute();
  return questions.map(({ kind }) => kind);
}

/** What still waited to be sent about it goes to the old phone no more. Returns which texts they were. */
export async function suppressAbout(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  { contactId, subjectId }: { contactId: string; subjectId: string },
): Promise<string[]> {
  const texts = await ctx.tx
    .updateTable('listenOutbound')
    .set({ state: 'suppressed', endedAt: ctx.now, lastProblem: 'moved' })
    .where('contactId', '=', contactId)
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'queued')
    .returning('template')
    .execute();
  return texts.map(({ template }) => template);
}
