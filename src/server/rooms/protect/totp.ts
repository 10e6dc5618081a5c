// The second factor: RFC 6238 codes of six digits and 30 seconds. A code is good once: the caller stores the step it used.
import { generateSecret, generateURI, verifySync } from 'otplib';
import { aesOpen, aesSeal } from './cipher.ts';
import type { ServeKeys } from './keys.ts';

const STEP_SECONDS = 30;

/** 160 bits, base 32. */
export const createTotpSecret = (): string => generateSecret({ length: 20 });

/** What the authenticator app scans. `account` is the sign-in name the person already typed. */
export function totpUri(secret: string, account: string, issuer = 'Salama'): string {
  return generateURI({ issuer, label: account, secret });
}

type Attempt = { secret: string; code: string; now: Date; usedStep: number | null };

/** The step this code belongs to (store it), or undefined. One step of clock error either way; a used step never again. */
export function totpStepOf({ secret, code, now, usedStep }: Attempt): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return undefined;
  const step = Math.floor(epoch / STEP_SECONDS) + result.delta;
  return usedStep !== null && step <= usedStep ? undefined : step;
}

/** As it lies in the user's row, bound to that user. */
export const sealTotpSecret = (keys: Pick<ServeKeys, 'totp'>, secret: string, userId: string): Uint8Array =>
  aesSeal(keys.totp, secret, `totp|${userId}`);

export const openTotpSecret = (keys: Pick<ServeKeys, 'totp'>, sealed: Uint8Array, userId: string): string =>
  aesOpen(keys.totp, sealed, `totp|${userId}`).toString('utf8');
