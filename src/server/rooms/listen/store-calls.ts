// SQL of calls back, for the person who calls: whom her task is about, the number she asked for, and how it ended.
import { type Expression, sql } from 'kysely';
import type { CallOutcome, callAskers } from '../../../shared/domain/call.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Ctx } from '../../db/tx.ts';

type Tx = Pick<Ctx, 'tx'>;

export type Called = {
  contactId: string;
  sourceKey: Buffer;
  /** The telling that she may be told of; none in the lane and the areas of whoever calls. */
  reportId: string | null;
  askedAt: Date;
  askedBy: (typeof callAskers)[number];
  language: Language;
  safeFrom: number | null;
  safeTo: number | null;
  quiet: boolean;
  reachable: boolean;
  tries: number;
  triedAt: Date | null;
};

export type Spoken = Pick<Called, 'contactId' | 'sourceKey' | 'reportId' | 'language'>;

/** Undefined when this person holds no such task. */
export async function findCalled(ctx: Tx, todoId: string): Promise<Called | undefined> {
  const { rows } = await sql<Called>`select * from ctx.look_at_call(${todoId})`.execute(ctx.tx);
  return rows[0];
}

/** With whom an own call that was opened and has not ended was, whatever became of its task. */
export async function findSpoken({ tx, now }: Pick<Ctx, 'tx' | 'now'>, callId: string): Promise<Spoken | undefined> {
  const { rows } = await sql<Spoken>`select * from ctx.spoken(${callId}, ${now})`.execute(tx);
  return rows[0];
}

/** False when this person holds no such task. The database, not the asker, says whose number it is. */
export async function insertAsked(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  asked: { callId: string; todoId: string; pageKey: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select ctx.ask_number(${asked.callId}, ${asked.todoId}, ${asked.pageKey}, ${ctx.now}) as asked`.execute(ctx.tx);
  return rows[0]?.asked === true;
}

/** Row-level security leaves only one's own. */
export async function findOwnCall(ctx: Tx, id: string) {
  return ctx.tx
    .selectFrom('listenCallback')
    .select(['id', 'todoId', 'askedAt', 'numberCt', 'openedAt', 'problem', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** How often this person has asked, whatever became of it. */
export async function countAsked(ctx: Tx, since: Date): Promise<number> {
  const row = await ctx.tx
    .selectFrom('listenCallback')
    .select(({ fn }) => fn.count<string>('id').as('n'))
    .where('askedAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function endOwnCall(ctx: Pick<Ctx, 'tx' | 'now'>, id: string, outcome: CallOutcome): Promise<void> {
  await ctx.tx
    .updateTable('listenCallback')
    .set({ outcome, endedAt: ctx.now, numberCt: null })
    .where('id', '=', id)
    .execute();
}

/** What a task to call this person may be about, to be sought within another query: it can be very many. */
export const callSubjectsOf = (contactId: string): Expression<string> => sql<string>`(
    select id from listen_report where contact_id = ${contactId} union all ${askedSubjectsOf(contactId)})`;

/** Her rings, and what she wrote: where there was no telling to call her about. */
export const askedSubjectsOf = (contactId: string): Expression<string> => sql<string>`(
    select id from listen_call where contact_id = ${contactId}
    union all select id from listen_inbound where contact_id = ${contactId})`;
