// SQL of sessions, of what slows a guesser, and of what a signed-in person is shown about the own session.

import { sql } from 'kysely';
import type { TextLanguage } from '../../../shared/domain/language.ts';
import type { Role } from '../../../shared/domain/role.ts';
import type { Db } from '../../db/client.ts';
import type { Ctx, Tx } from '../../db/tx.ts';

export type Holder = { userId: string; grantId: string; role: Role };

/** When, and whether by a person's hand or by the page itself. */
export type Asked = { now: Date; byHand: boolean };

/** The living session of this token, kept awake by what is asked by hand. One statement, no transaction needed. */
export async function touchSession(db: Db | Tx, tokenHash: Buffer, asked: Asked): Promise<Holder | undefined> {
  const { rows } = await sql<Holder>`
    select user_id, grant_id, role from ctx.find_person(${tokenHash}, ${asked.now}, ${asked.byHand})`.execute(db);
  return rows[0];
}

export type NewSession = Holder & { tokenHash: Buffer; createdAt: Date; expiresAt: Date; steppedUpAt: Date };

export async function insertSession(ctx: Ctx, session: NewSession): Promise<void> {
  await ctx.tx
    .insertInto('protectSession')
    .values({ ...session, seenAt: ctx.now })
    .execute();
}

/** When the person of this session signed in, and proved the second factor. */
export async function findSessionStart(
  ctx: Ctx,
  tokenHash: Buffer,
): Promise<{ createdAt: Date; steppedUpAt: Date | null } | undefined> {
  return ctx.tx
    .selectFrom('protectSession')
    .select(['createdAt', 'steppedUpAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
}

export async function endSession(ctx: Ctx, tokenHash: Buffer): Promise<void> {
  await ctx.tx
    .updateTable('protectSession')
    .set({ revokedAt: ctx.now })
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .execute();
}

export async function endSessionsOf(ctx: Ctx, userId: string): Promise<void> {
  await ctx.tx
    .updateTable('protectSession')
    .set({ revokedAt: ctx.now })
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Unattended login only: whoever sits at a post that was closed is signed out. */
export async function endSessionsOfPost(ctx: Ctx, postId: string): Promise<void> {
  await sql`select ctx.end_sessions_of(${postId})`.execute(ctx.tx);
}

export type OwnSession = {
  userId: string;
  grantId: string;
  name: string;
  locale: TextLanguage;
  toured: string[];
  expiresAt: Date;
};

export async function getOwnSession(ctx: Ctx, tokenHash: Buffer): Promise<OwnSession> {
  return ctx.tx
    .selectFrom('protectSession')
    .innerJoin('protectUser', 'protectUser.id', 'protectSession.userId')
    .select(['userId', 'grantId', 'name', 'locale', 'toured', 'expiresAt'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirstOrThrow();
}

/** Name of the post or area, null when there is none such. */
export async function findScopeName(
  ctx: Pick<Ctx, 'tx'>,
  scope: { areaId: string | null; postId: string | null },
): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`
    select ctx.scope_name(${scope.areaId}::text, ${scope.postId}::text) as name`.execute(ctx.tx);
  return rows[0]?.name ?? null;
}

export type Programme = { name: string; country: string; demonstration: boolean };

export async function getProgramme(ctx: Pick<Ctx, 'tx'>): Promise<Programme> {
  return ctx.tx.selectFrom('programme').select(['name', 'country', 'demonstration']).executeTakeFirstOrThrow();
}

export type Tries = { keyHash: Buffer; failures: number; lastAt: Date };

/** The counts of these keys, made when new, locked until the transaction ends: parallel guesses queue here, one by one. */
export async function lockTries(ctx: Ctx, keys: readonly Buffer[]): Promise<Tries[]> {
  const ordered = [...keys].sort(Buffer.compare);
  return ctx.tx
    .insertInto('protectThrottle')
    .values(ordered.map((keyHash) => ({ keyHash, failures: 0, lastAt: ctx.now })))
    .onConflict((conflict) => conflict.column('keyHash').doUpdateSet({ failures: sql`protect_throttle.failures` }))
    .returning(['keyHash', 'failures', 'lastAt'])
    .execute();
}

export async function setTries(ctx: Ctx, keyHash: Buffer, failures: number): Promise<void> {
  await ctx.tx
    .updateTable('protectThrottle')
    .set({ failures, lastAt: ctx.now })
    .where('keyHash', '=', keyHash)
    .execute();
}

/** One try was no failure after all. */
export async function takeBackTry(ctx: Ctx, keys: readonly Buffer[]): Promise<void> {
  for (const keyHash of [...keys].sort(Buffer.compare))
    await ctx.tx
      .updateTable('protectThrottle')
      .set({ failures: sql`greatest(failures - 1, 0)` })
      .where('keyHash', '=', keyHash)
      .execute();
}

export async function forgetTries(ctx: Ctx, keyHash: Buffer): Promise<void> {
  await ctx.tx.deleteFrom('protectThrottle').where('keyHash', '=', keyHash).execute();
}

export async function forgetTriesBefore(ctx: Ctx, moment: Date): Promise<void> {
  await ctx.tx.deleteFrom('protectThrottle').where('lastAt', '<', moment).execute();
}
