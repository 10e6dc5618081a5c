// SQL of questions put to a contact.
import type { Ctx } from '../../db/tx.ts';

export type QuestionKind = 'clearer' | 'place' | 'clear' | 'solved' | 'command';
type Tx = Pick<Ctx, 'tx'>;

export type NewQuestion = {
  id: string;
  contactId: string;
  kind: QuestionKind;
  subjectId: string;
  messageId?: string;
  expects?: Record<string, string>;
  expiresAt: Date;
};

export async function insertQuestion(ctx: Pick<Ctx, 'tx' | 'now'>, question: NewQuestion): Promise<void> {
  await ctx.tx
    .insertInto('listenQuestion')
    .values({
      ...question,
      messageId: question.messageId ?? null,
      expects: JSON.stringify(question.expects ?? {}),
      askedAt: ctx.now,
    })
    .execute();
}

export type Asked = Awaited<ReturnType<typeof listOpenQuestions>>[number];

/** Open questions of a contact, newest first. */
export async function listOpenQuestions(ctx: Pick<Ctx, 'tx' | 'now'>, contactId: string) {
  return ctx.tx
    .selectFrom('listenQuestion')
    .select(['id', 'kind', 'subjectId', 'messageId', 'expects', 'tries', 'askedAt'])
    .where('contactId', '=', contactId)
    .where('state', '=', 'open')
    .where('expiresAt', '>', ctx.now)
    .orderBy('askedAt', 'desc')
    .limit(20)
    .execute();
}

/** The newest "solved?" to which "yes" or "partly" came, while its own time has not run out. */
export async function findSettled(ctx: Pick<Ctx, 'tx' | 'now'>, contactId: string) {
  return ctx.tx
    .selectFrom('listenQuestion')
    .select(['id', 'subjectId'])
    .where('contactId', '=', contactId)
    .where('kind', '=', 'solved')
    .where('state', '=', 'answered')
    .where('answer', 'in', ['1', '2'])
    .where('expiresAt', '>', ctx.now)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest "clear?" that was put to her since and is no longer open: there is an answer that it was about. */
export async function findAskedClear(ctx: Tx, contactId: string, since: Date) {
  return ctx.tx
    .selectFrom('listenQuestion')
    .select(['id', 'subjectId', 'askedAt'])
    .where('contactId', '=', contactId)
    .where('kind', '=', 'clear')
    .where('state', 'in', ['answered', 'expired'])
    .where('askedAt', '>=', since)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest command of a post that was asked for since, and is no longer open. */
export async function findEndedCommand(ctx: Tx, contactId: string, since: Date) {
  return ctx.tx
    .selectFrom('listenQuestion')
    .select('expects')
    .where('contactId', '=', contactId)
    .where('kind', '=', 'command')
    .where('state', 'in', ['open', 'expired', 'withdrawn'])
    .where('askedAt', '>=', since)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findQuestion(ctx: Tx, id: string) {
  return ctx.tx
    .selectFrom('listenQuestion')
    .select(['id', 'kind', 'subjectId', 'messageId', 'contactId', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function endQuestion(
  ctx: Tx,
  id: string,
  end: { state: 'answered' | 'expired' | 'withdrawn'; answer?: string },
): Promise<void> {
  await ctx.tx
    .updateTable('listenQuestion')
    .set({ state: end.state, answer: end.answer ?? null })
    .where('id', '=', id)
    .execute();
}

export async function countTry(ctx: Tx, id: string): Promise<void> {
  await ctx.tx
    .updateTable('listenQuestion')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** A person who said stop is asked nothing more. */
export async function withdrawQuestions(ctx: Tx, contactId: string): Promise<void> {
  await ctx.tx
    .updateTable('listenQuestion')
    .set({ state: 'withdrawn' })
    .where('contactId', '=', contactId)
    .where('state', '=', 'open')
    .execute();
}
