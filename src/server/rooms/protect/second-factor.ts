// The second factor at the door: the digits of the authenticator app, or one of ten recovery codes; each good once.
import type { Ctx } from '../../db/tx.ts';
import { createRecoveryCodes, readStaffCode, recoveryHash } from './codes.ts';
import { getProgramme } from './store-sessions.ts';
import { insertRecoveryCodes, spendRecoveryCode, spendTotpStep, type User } from './store-users.ts';
import type { DoorTools } from './throttle.ts';
import { createTotpSecret, openTotpSecret, sealTotpSecret, totpStepOf, totpUri } from './totp.ts';

export type Proof = 'proven' | 'missing' | 'wrong';
type Owner = Pick<User, 'id' | 'totpSecretCt' | 'totpLastStep'>;

/** Required everywhere but in a demonstration, where it is checked when a code is given by one who has a secret. */
export async function proveSecondFactor(
  tools: DoorTools,
  ctx: Ctx,
  given: { user: Owner; code: string | undefined },
): Promise<Proof> {
  const { user, code = '' } = given;
  if (code.trim() === '' || user.totpSecretCt === null) return (await mayGoWithout(tools, ctx)) ? 'proven' : 'missing';
  if (await proveTotp(tools, ctx, { user, code })) return 'proven';
  const recovery = readStaffCode(code);
  const isRight =
    recovery !== undefined && (await spendRecoveryCode(ctx, user.id, recoveryHash(tools.keys, user.id, recovery)));
  return isRight ? 'proven' : 'wrong';
}

/** The app itself, not a recovery code: proof that setting it up has worked. */
export async function proveTotp(
  tools: DoorTools,
  ctx: Ctx,
  { user, code }: { user: Owner; code: string },
): Promise<boolean> {
  if (user.totpSecretCt === null) return false;
  const secret = openTotpSecret(tools.keys, user.totpSecretCt, user.id);
  const usedStep = user.totpLastStep === null ? null : Number(user.totpLastStep);
  const step = totpStepOf({ secret, code, now: ctx.now, usedStep });
  return step !== undefined && spendTotpStep(ctx, user.id, step);
}

export type SecondFactor = { sealed: Uint8Array; uri: string; recoveryCodes: string[] };

/** A new secret and codes for this user. Store `sealed` with the user's row, then the codes with `keepRecoveryCodes`. */
export function createSecondFactor(tools: DoorTools, userId: string, login: string): SecondFactor {
  const secret = createTotpSecret();
  return {
    sealed: sealTotpSecret(tools.keys, secret, userId),
    uri: totpUri(secret, login),
    recoveryCodes: createRecoveryCodes(),
  };
}

export async function keepRecoveryCodes(tools: DoorTools, ctx: Ctx, owner: { userId: string; codes: string[] }) {
  const hashes = owner.codes.map((code) => recoveryHash(tools.keys, owner.userId, code));
  await insertRecoveryCodes(ctx, owner.userId, hashes);
}

// Two witnesses: a setting alone, or a row alone, must not switch the second factor off.
async function mayGoWithout(tools: DoorTools, ctx: Ctx): Promise<boolean> {
  return tools.demonstration && (await getProgramme(ctx)).demonstration;
}
