// SQL of the people who sign in: users, their grants, their second factor, and the invitations that make them.
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { type Role, roles } from '../../../shared/domain/role.ts';
import type { ProtectGrantTable, ProtectInvitationTable, ProtectUserTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';

export type User = Selectable<ProtectUserTable>;
export type Scope = Pick<Grant, 'areaId' | 'postId' | 'language' | 'ownCouncilId'>;
export type Grant = Selectable<ProtectGrantTable>;
export type Invitation = Omit<Selectable<ProtectInvitationTable>, 'role'> & { role: Role };

/** The inviter of the first three codes: no person, so no id. */
export const FIRST = 'init';

export async function findUserByLogin(ctx: Ctx, login: string): Promise<User | undefined> {
  return ctx.tx.selectFrom('protectUser').selectAll().where('login', '=', login).executeTakeFirst();
}

/** Revoked, or past the last day. Whoever has left comes back as somebody new. */
export const hasLeft = (user: Pick<User, 'state' | 'leavesAt'>, now: Date): boolean =>
  user.state === 'revoked' || (user.leavesAt !== null && user.leavesAt <= now);

export async function findUserState(ctx: Ctx, id: string): Promise<User['state'] | undefined> {
  const row = await ctx.tx.selectFrom('protectUser').select('state').where('id', '=', id).executeTakeFirst();
  return row?.state;
}

type NewUser = Pick<User, 'id' | 'login' | 'name' | 'locale' | 'state' | 'contactId'> & {
  passwordHash: string;
  totpSecretCt: Uint8Array | null;
};

export async function insertUser(ctx: Ctx, user: NewUser): Promise<void> {
  const totpSecretCt = user.totpSecretCt && Buffer.from(user.totpSecretCt);
  await ctx.tx
    .insertInto('protectUser')
    .values({ ...user, totpSecretCt, createdAt: ctx.now })
    .execute();
}

/** A set-up begun anew: the former secret and its codes are worth nothing from now on. */
export async function resetSecondFactor(ctx: Ctx, userId: string, totpSecretCt: Uint8Array): Promise<void> {
  await ctx.tx
    .updateTable('protectUser')
    .set({ totpSecretCt: Buffer.from(totpSecretCt), totpLastStep: null })
    .where('id', '=', userId)
    .execute();
  await ctx.tx
    .updateTable('protectRecoveryCode')
    .set({ usedAt: ctx.now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .execute();
}

export async function setUserState(ctx: Ctx, userId: string, state: User['state']): Promise<void> {
  await ctx.tx.updateTable('protectUser').set({ state }).where('id', '=', userId).execute();
}

/** Once for each role. */
export async function addToured(ctx: Ctx, userId: string, role: Role): Promise<void> {
  await sql`update protect_user set toured = array_append(toured, ${role})
    where id = ${userId} and not ${role} = any(toured)`.execute(ctx.tx);
}

export async function setUserLocale(ctx: Ctx, userId: string, locale: User['locale']): Promise<void> {
  await ctx.tx.updateTable('protectUser').set({ locale }).where('id', '=', userId).execute();
}

/** False when this step, or a later one, was used before: of two who send one code at once, one is refused. */
export async function spendTotpStep(ctx: Ctx, userId: string, step: number): Promise<boolean> {
  const used = await ctx.tx
    .updateTable('protectUser')
    .set({ totpLastStep: String(step) })
    .where('id', '=', userId)
    .where((eb) => eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', String(step))]))
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function insertRecoveryCodes(ctx: Ctx, userId: string, hashes: readonly Buffer[]): Promise<void> {
  await ctx.tx
    .insertInto('protectRecoveryCode')
    .values(hashes.map((codeHash) => ({ userId, codeHash })))
    .execute();
}

/** True exactly once per code. */
export async function spendRecoveryCode(ctx: Ctx, userId: string, codeHash: Buffer): Promise<boolean> {
  const used = await ctx.tx
    .updateTable('protectRecoveryCode')
    .set({ usedAt: ctx.now })
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Grants that hold now, oldest first. */
export async function listGrants(ctx: Ctx, userId: string): Promise<Grant[]> {
  return ctx.tx
    .selectFrom('protectGrant')
    .selectAll()
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', ctx.now)]))
    .orderBy('validFrom')
    .orderBy('id')
    .execute();
}

/** Every role this user ever held: a wall between the sides does not come down with a date. */
export async function listRolesEverHeld(ctx: Ctx, userId: string): Promise<Role[]> {
  const rows = await ctx.tx.selectFrom('protectGrant').select('role').distinct().where('userId', '=', userId).execute();
  return rows.map((row) => row.role);
}

export async function insertGrant(ctx: Ctx, grant: Omit<Grant, 'validFrom' | 'validTo'>): Promise<void> {
  await ctx.tx
    .insertInto('protectGrant')
    .values({ ...grant, validFrom: ctx.now })
    .execute();
}

/** Ends what still holds, also what was to end on a later day, and returns the ids. */
export async function endGrantsOf(ctx: Ctx, userId: string): Promise<string[]> {
  const rows = await ctx.tx
    .updateTable('protectGrant')
    .set({ validTo: sql`now()` })
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', sql<Date>`now()`)]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function listRolesHeld(ctx: Ctx): Promise<Role[]> {
  const rows = await ctx.tx
    .selectFrom('protectGrant')
    .select('role')
    .distinct()
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', ctx.now)]))
    .execute();
  return rows.map((row) => row.role);
}

export type NewInvitation = Scope & { id: string; codeHash: Buffer; role: Role; invitedBy: string; expiresAt: Date };

export async function insertInvitation(ctx: Ctx, invitation: NewInvitation): Promise<void> {
  await ctx.tx.insertInto('protectInvitation').values(invitation).execute();
}

/** First codes that nobody used: new ones take their place. */
export async function expireFirstInvitations(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('protectInvitation')
    .set({ expiresAt: ctx.now })
    .where('invitedBy', '=', FIRST)
    .where('usedBy', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .execute();
}

/** Not expired, not yet a grant, and its inviter still one of us. It may be reserved already: see `usedBy`. */
export async function findInvitation(ctx: Ctx, codeHash: Buffer): Promise<Invitation | undefined> {
  const row = await openInvitations(ctx).where('codeHash', '=', codeHash).executeTakeFirst();
  return row && withRole(row);
}

/** What a user has accepted and not yet proved. */
export async function listReserved(ctx: Ctx, userId: string): Promise<Invitation[]> {
  const rows = await openInvitations(ctx).where('usedBy', '=', userId).orderBy('usedAt').execute();
  return rows.map(withRole);
}

/** False when somebody else was first. */
export async function reserveInvitation(ctx: Ctx, id: string, userId: string): Promise<boolean> {
  const reserved = await ctx.tx
    .updateTable('protectInvitation')
    .set({ usedBy: userId, usedAt: ctx.now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('usedBy', 'is', null), eb('usedBy', '=', userId)]))
    .executeTakeFirst();
  return reserved.numUpdatedRows === 1n;
}

/** Whether this user already took another of the first three codes. */
export async function hasFirstInvitation(ctx: Ctx, userId: string, otherThan: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('protectInvitation')
    .select('id')
    .where('usedBy', '=', userId)
    .where('invitedBy', '=', FIRST)
    .where('id', '<>', otherThan)
    .executeTakeFirst();
  return row !== undefined;
}

const Confirmed = z.enum(['confirmed', 'same-person', 'unknown']);

/** The database itself decides who may be the second person. */
export async function confirmInvitationRow(ctx: Ctx, id: string): Promise<z.output<typeof Confirmed>> {
  const { rows } = await sql<{ outcome: string }>`select ctx.confirm_invitation(${id}) as outcome`.execute(ctx.tx);
  return Confirmed.parse(rows[0]?.outcome);
}

const RoleName = z.enum(roles);
const withRole = (row: Selectable<ProtectInvitationTable>): Invitation => ({ ...row, role: RoleName.parse(row.role) });

// A grant carries its invitation's number (iv_x makes gr_x), so what became a grant is found without a column for it.
function openInvitations(ctx: Ctx) {
  return ctx.tx
    .selectFrom('protectInvitation')
    .selectAll()
    .where('expiresAt', '>', ctx.now)
    .where(sql<boolean>`not exists (select from protect_grant g where g.id = 'gr' || substr(protect_invitation.id, 3))`)
    .where(
      sql<boolean>`(invited_by = ${FIRST} or exists (select from protect_user u where u.id = invited_by and u.state = 'active'))`,
    );
}

/** Ids of people who sign in, by login. */
export async function findUserIds(
  ctx: Pick<Ctx, 'tx'>,
  logins: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.tx
    .selectFrom('protectUser')
    .select(['id', 'login'])
    .where('login', 'in', [...logins])
    .execute();
  return new Map(rows.map(({ id, login }) => [login, id]));
}
