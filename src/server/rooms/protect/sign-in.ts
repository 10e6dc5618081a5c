// Signing in: password and second factor in, a fresh session token out. A name nobody has costs as long as a wrong password.
import type { z } from 'zod';
import type { SessionView } from '../../../shared/contract/session.ts';
import { roleFacts } from '../../../shared/domain/role.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { DoorCtx } from '../../kit/handle.ts';
import { proveSecondFactor } from './second-factor.ts';
import { toSessionView } from './session-view.ts';
import { endSession, type Holder, insertSession } from './store-sessions.ts';
import { findUserByLogin, hasLeft, listGrants, type User } from './store-users.ts';
import { type Attempt, beginAttempt, type DoorTools, forgiveAttempt, refuse, releaseAttempt } from './throttle.ts';
import { createSessionToken, tokenHash } from './tokens.ts';

type Credentials = { login: string; password: string; secondFactor?: string | undefined };

/** Throws `session.refused`, `session.slow-down`, or, to one who knows the password, `session.second-factor`. */
export async function openSession(
  tools: DoorTools,
  ctx: DoorCtx,
  given: Credentials,
): Promise<z.input<typeof SessionView>> {
  const { user, attempt } = await knowUser(tools, ctx, given);
  if (user.state !== 'active' || hasLeft(user, ctx.now))
    throw await refuse(tools, { cause: 'password', userId: user.id });
  const proof = await proveSecondFactor(tools, ctx, { user, code: given.secondFactor });
  if (proof === 'missing') {
    await releaseAttempt(tools, attempt);
    throw problem('session.second-factor');
  }
  if (proof === 'wrong') throw await refuse(tools, { cause: 'second-factor', userId: user.id });
  const [grant] = await listGrants(ctx, user.id);
  if (!grant) throw await refuse(tools, { cause: 'no-grant', userId: user.id });
  await forgiveAttempt(ctx, attempt);
  return beginSession(ctx, { userId: user.id, grantId: grant.id, role: grant.role });
}

/** The user whose password this is, whatever the user's state. The try is counted; it is the caller's to forgive. */
export async function knowUser(
  tools: DoorTools,
  ctx: DoorCtx,
  given: { login: string; password: string },
): Promise<{ user: User; attempt: Attempt }> {
  const login = toLogin(given.login);
  const attempt = await beginAttempt(tools, ctx, login);
  const user = await findUserByLogin(ctx, login);
  const verified = tools.passwords.verify(user?.passwordHash ?? undefined, given.password);
  const isRight = await verified.catch(async (cause: unknown) => {
    // Too many at the sign-in at once, or a fault of ours: nobody guessed.
    await releaseAttempt(tools, attempt);
    throw cause;
  });
  if (!user || !isRight) throw await refuse(tools, { cause: 'password', userId: user?.id });
  return { user, attempt };
}

export const toLogin = (typed: string): string => typed.trim().toLowerCase();

type Start = { createdAt: Date; steppedUpAt: Date };

/** A session with a token of its own; the one this browser held before ends. A change of role keeps the hour of signing in. */
export async function beginSession(
  ctx: DoorCtx,
  holder: Holder,
  start: Start = { createdAt: ctx.now, steppedUpAt: ctx.now },
): Promise<z.input<typeof SessionView>> {
  const expiresAt = new Date(start.createdAt.getTime() + roleFacts[holder.role].sessionHours * 3_600_000);
  if (expiresAt <= ctx.now) throw problem('session.missing');
  const { token, hash } = createSessionToken();
  if (ctx.token !== undefined) await endSession(ctx, tokenHash(ctx.token));
  await insertSession(ctx, { ...holder, ...start, tokenHash: hash, expiresAt });
  await ctx.emit('session.opened', { subjectId: holder.userId }, { userId: holder.userId, role: holder.role });
  ctx.keep(token, expiresAt);
  return toSessionView(ctx, hash);
}
