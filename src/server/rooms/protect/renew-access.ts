// Back in by a single-use code: it stands for the half that was lost, the other half is proved as always.
import type { z } from 'zod';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Loss } from '../../../shared/domain/person.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { DoorCtx } from '../../kit/handle.ts';
import { readStaffCode, resetHash } from './codes.ts';
import { weaknessOf } from './passwords.ts';
import { createSecondFactor, keepRecoveryCodes, proveSecondFactor } from './second-factor.ts';
import { beginSession, knowUser, toLogin } from './sign-in.ts';
import { findOpenReset, type Reset, setPassword, spendReset } from './store-resets.ts';
import { findUserByLogin, listGrants, resetSecondFactor, setUserState, type User } from './store-users.ts';
import { type Attempt, beginAttempt, type DoorTools, forgiveAttempt, refuse, releaseAttempt } from './throttle.ts';

type Coded = { code: string; login: string; password: string };

/** Throws `reset.unknown`, `reset.two-people`, `password.too-weak`, `session.second-factor`, `session.refused`. */
export async function renewPassword(
  tools: DoorTools,
  ctx: DoorCtx,
  given: Coded & { secondFactor?: string | undefined },
): Promise<z.input<typeof SessionView>> {
  const attempt = await beginAttempt(tools, ctx, toLogin(given.login));
  const user = await findUserByLogin(ctx, toLogin(given.login));
  const reset = await getReset(tools, ctx, { user, attempt, code: given.code, lost: 'password' });
  const weakness = weaknessOf(given.password, [reset.user.login, reset.user.name]);
  if (weakness) {
    await releaseAttempt(tools, attempt);
    throw problem('password.too-weak', { weakness });
  }
  const proof = await proveSecondFactor(tools, ctx, { user: reset.user, code: given.secondFactor });
  if (proof === 'missing') {
    await releaseAttempt(tools, attempt);
    throw problem('session.second-factor');
  }
  if (proof === 'wrong') throw await refuse(tools, { cause: 'second-factor', userId: reset.user.id });
  await setPassword(ctx, reset.user.id, await tools.passwords.hash(given.password));
  return comeBack(tools, ctx, { ...reset, attempt });
}

/** A new secret for the telephone; the way is open when `confirmSecondFactor` has seen that it works. */
export async function renewSecondFactor(
  tools: DoorTools,
  ctx: DoorCtx,
  given: Coded,
): Promise<{ userId: string; totpUri: string; recoveryCodes: string[] }> {
  const known = await knowUser(tools, ctx, given);
  const { user } = await getReset(tools, ctx, { ...known, code: given.code, lost: 'second-factor' });
  const factor = createSecondFactor(tools, user.id, user.login);
  await resetSecondFactor(ctx, user.id, factor.sealed);
  await keepRecoveryCodes(tools, ctx, { userId: user.id, codes: factor.recoveryCodes });
  await forgiveAttempt(ctx, known.attempt);
  return { userId: user.id, totpUri: factor.uri, recoveryCodes: factor.recoveryCodes };
}

/** The last step of a way back: the code is spent, the account open, this browser signed in. */
export async function comeBack(
  tools: DoorTools,
  ctx: DoorCtx,
  { user, reset, attempt }: { user: User; reset: Reset; attempt: Attempt },
): Promise<z.input<typeof SessionView>> {
  if (!(await spendReset(ctx, reset.id))) throw problem('reset.unknown');
  await setUserState(ctx, user.id, 'active');
  const [grant] = await listGrants(ctx, user.id);
  if (!grant) throw await refuse(tools, { cause: 'no-grant', userId: user.id });
  await forgiveAttempt(ctx, attempt);
  await ctx.emit('user.returned', { subjectId: user.id }, { userId: user.id, renewed: reset.kind });
  return beginSession(ctx, { userId: user.id, grantId: grant.id, role: grant.role });
}

type Sought = { user: User | undefined; attempt: Attempt; code: string; lost: Loss };

/** The way back that this very code opens. A stranger cannot tell a wrong code from a wrong name. */
async function getReset(
  tools: DoorTools,
  ctx: DoorCtx,
  { user, attempt, code, lost }: Sought,
): Promise<{ user: User; reset: Reset }> {
  const canonical = readStaffCode(code);
  const reset = user?.state === 'locked' ? await findOpenReset(ctx, user.id) : undefined;
  const isRight = canonical && reset?.codeHash.equals(resetHash(tools.keys, reset.userId, canonical));
  if (!user || !reset || !isRight || reset.kind !== lost)
    throw await refuse(tools, { cause: 'reset', userId: user?.id }, 'reset.unknown');
  if (reset.twoPeople && reset.confirmedBy === null) {
    await releaseAttempt(tools, attempt);
    throw problem('reset.two-people', { resetId: reset.id });
  }
  return { user, reset };
}
