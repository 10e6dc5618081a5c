// From a code to a person who signs in. Accepting reserves the code and makes the second factor; proving that it works makes the
// grant. Until then nothing is open, and the same person may begin again (a telephone lost half-way must not lose the programme).

import type { z } from 'zod';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { TextLanguage } from '../../../shared/domain/language.ts';
import { roleFacts } from '../../../shared/domain/role.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { DoorCtx } from '../../kit/handle.ts';
import { invitationHash, readStaffCode } from './codes.ts';
import { weaknessOf } from './passwords.ts';
import { comeBack } from './renew-access.ts';
import { createSecondFactor, keepRecoveryCodes, proveSecondFactor, proveTotp } from './second-factor.ts';
import { beginSession, knowUser, toLogin } from './sign-in.ts';
import { findOpenReset } from './store-resets.ts';
import {
  FIRST,
  findInvitation,
  findUserByLogin,
  hasFirstInvitation,
  hasLeft,
  type Invitation,
  insertGrant,
  insertUser,
  listReserved,
  listRolesEverHeld,
  reserveInvitation,
  resetSecondFactor,
  setUserState,
  type User,
} from './store-users.ts';
import { type Attempt, beginAttempt, type DoorTools, forgiveAttempt, refuse, releaseAttempt } from './throttle.ts';

type Acceptance = { code: string; login: string; name: string; password: string; locale: TextLanguage };
type SetUp = { userId: string; totpUri: string; recoveryCodes: string[] };

/**
 * A new login becomes a user in state `invited`. A login that exists takes the further role with its own password; being set up
 * already, it gets no new secret (`totpUri` is empty) and proves the one it has. Throws `invitation.unknown`, `grant.two-people`,
 * `invitation.same-person`, `grant.side`, `password.too-weak`, `session.refused`.
 */
export async function acceptInvitation(tools: DoorTools, ctx: DoorCtx, given: Acceptance): Promise<SetUp> {
  const attempt = await beginAttempt(tools, ctx, toLogin(given.login));
  const user = await findUserByLogin(ctx, given.login);
  const invitation = await getInvitation(tools, ctx, { code: given.code, user });
  if (roleFacts[invitation.role].twoPeople && invitation.invitedBy !== FIRST && invitation.confirmedBy === null) {
    await releaseAttempt(tools, attempt);
    throw problem('grant.two-people', { invitationId: invitation.id });
  }
  const setUp = user
    ? await takeFurtherRole(tools, ctx, { user, invitation, password: given.password })
    : await becomeUser(tools, ctx, { ...given, attempt });
  if (!(await reserveInvitation(ctx, invitation.id, setUp.userId))) throw problem('invitation.unknown');
  await forgiveAttempt(ctx, attempt);
  return setUp;
}

/** The second factor works: what was accepted becomes a grant, or a lost telephone is replaced; this browser is signed in. */
export async function confirmSecondFactor(
  tools: DoorTools,
  ctx: DoorCtx,
  given: { login: string; password: string; secondFactor: string },
): Promise<z.input<typeof SessionView>> {
  const { user, attempt } = await knowUser(tools, ctx, given);
  if (hasLeft(user, ctx.now)) throw await refuse(tools, { cause: 'password', userId: user.id });
  await requireProof(tools, ctx, { user, attempt, code: given.secondFactor });
  if (user.state === 'locked') {
    const reset = await findOpenReset(ctx, user.id);
    if (reset?.kind !== 'second-factor') throw await refuse(tools, { cause: 'reset', userId: user.id });
    return comeBack(tools, ctx, { user, reset, attempt });
  }
  const [first, ...others] = await listReserved(ctx, user.id);
  if (!first) {
    await releaseAttempt(tools, attempt);
    throw problem('invitation.unknown');
  }
  if (user.state === 'invited') await setUserState(ctx, user.id, 'active');
  const grantId = await grantFrom(ctx, first, user.id);
  for (const invitation of others) await grantFrom(ctx, invitation, user.id);
  await forgiveAttempt(ctx, attempt);
  return beginSession(ctx, { userId: user.id, grantId, role: first.role });
}

async function getInvitation(
  tools: DoorTools,
  ctx: Ctx,
  { code, user }: { code: string; user: User | undefined },
): Promise<Invitation> {
  const canonical = readStaffCode(code);
  const invitation = canonical && (await findInvitation(ctx, invitationHash(tools.keys, canonical)));
  if (invitation && (invitation.usedBy === null || invitation.usedBy === user?.id)) return invitation;
  throw await refuse(tools, { cause: 'invitation' }, 'invitation.unknown');
}

async function becomeUser(tools: DoorTools, ctx: Ctx, given: Acceptance & { attempt: Attempt }): Promise<SetUp> {
  const weakness = weaknessOf(given.password, [given.login, given.name]);
  if (weakness) {
    await releaseAttempt(tools, given.attempt);
    throw problem('password.too-weak', { weakness });
  }
  const userId = ctx.id('user');
  const { login, name, locale } = given;
  const factor = createSecondFactor(tools, userId, login);
  const passwordHash = await tools.passwords.hash(given.password);
  const state = 'invited' as const;
  await insertUser(ctx, {
    id: userId,
    login,
    name,
    locale,
    state,
    passwordHash,
    totpSecretCt: factor.sealed,
    contactId: null,
  });
  await keepRecoveryCodes(tools, ctx, { userId, codes: factor.recoveryCodes });
  return { userId, totpUri: factor.uri, recoveryCodes: factor.recoveryCodes };
}

async function takeFurtherRole(
  tools: DoorTools,
  ctx: Ctx,
  { user, invitation, password }: { user: User; invitation: Invitation; password: string },
): Promise<SetUp> {
  const isRight = await tools.passwords.verify(user.passwordHash ?? undefined, password);
  // Locked: an invitation is no way round the code and the second person of a way back.
  if (!isRight || user.state === 'locked' || hasLeft(user, ctx.now))
    throw await refuse(tools, { cause: 'password', userId: user.id });
  await checkPerson(ctx, user, invitation);
  if (user.state === 'active') return { userId: user.id, totpUri: '', recoveryCodes: [] };
  const factor = createSecondFactor(tools, user.id, user.login);
  await resetSecondFactor(ctx, user.id, factor.sealed);
  await keepRecoveryCodes(tools, ctx, { userId: user.id, codes: factor.recoveryCodes });
  return { userId: user.id, totpUri: factor.uri, recoveryCodes: factor.recoveryCodes };
}

/** May this very person hold this very role? The database asks the same again when the grant is made. */
async function checkPerson(ctx: Ctx, user: User, invitation: Invitation): Promise<void> {
  const isAlone = user.id === invitation.invitedBy || user.id === invitation.confirmedBy;
  const isFirstTwice = invitation.invitedBy === FIRST && (await hasFirstInvitation(ctx, user.id, invitation.id));
  if (isAlone || isFirstTwice) throw problem('invitation.same-person', { invitationId: invitation.id });
  const reserved = (await listReserved(ctx, user.id)).map(({ role }) => role);
  const { side } = roleFacts[invitation.role];
  const held = [...(await listRolesEverHeld(ctx, user.id)), ...reserved];
  if (held.some((role) => roleFacts[role].side !== side)) throw problem('grant.side', { invitationId: invitation.id });
}

async function requireProof(
  tools: DoorTools,
  ctx: Ctx,
  { user, attempt, code }: { user: User; attempt: Attempt; code: string },
): Promise<void> {
  if (user.state !== 'active') {
    if (await proveTotp(tools, ctx, { user, code })) return;
    throw await refuse(tools, { cause: 'second-factor', userId: user.id });
  }
  const proof = await proveSecondFactor(tools, ctx, { user, code });
  if (proof === 'proven') return;
  if (proof === 'wrong') throw await refuse(tools, { cause: 'second-factor', userId: user.id });
  await releaseAttempt(tools, attempt);
  throw problem('session.second-factor');
}

async function grantFrom(ctx: Ctx, invitation: Invitation, userId: string): Promise<string> {
  const { role, areaId, postId, language, ownCouncilId, invitedBy, confirmedBy } = invitation;
  const id = `gr${invitation.id.slice(2)}`;
  const scope = { areaId, postId, language, ownCouncilId };
  await insertGrant(ctx, { id, userId, role, ...scope, grantedBy: invitedBy, confirmedBy });
  await ctx.emit('user.joined', { subjectId: userId }, { userId, role });
  return id;
}
