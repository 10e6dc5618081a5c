// Peppers that forget. Each rotating purpose holds one chain: pepper(n+1) = HMAC(pepper(n), 'next'). Forward is easy, back is
// impossible, so every process agrees on the next pepper without talking, and once the key file has been rewritten by
// `rotatePeppers` the pseudonyms of a past period can no longer be computed from a number: old rows become unlinkable.
// What this does not promise: who copies the key file can follow the chain forward from that day; and a disk or a copy of
// the file may still hold the older link until it is overwritten. Peppers therefore never enter a backup.
import { problem } from '../../../shared/kit/problem.ts';
import { hmac } from './cipher.ts';

/** Days of one period, and how many finished periods must still be computable. */
export const rotations = {
  conversation: { days: 91, kept: 1 },
  corroborate: { days: 90, kept: 0 },
  abuse: { days: 7, kept: 0 },
} as const;

export type RotatingPurpose = keyof typeof rotations;
export const rotatingPurposes = ['conversation', 'corroborate', 'abuse'] as const satisfies readonly RotatingPurpose[];

/** The oldest link that can still be computed. */
export type Chain = { readonly period: number; readonly secret: Uint8Array };
type Peppered = { readonly peppers: Chains };
export type Chains = { readonly [P in RotatingPurpose]: Chain };

const DAY_MS = 86_400_000;
/** A clock that jumped further than this is more likely wrong than right, and a pepper burnt is burnt. */
const PLAUSIBLE_DAYS = 400;

export function periodOf(purpose: RotatingPurpose, now: Date): number {
  return Math.floor(now.getTime() / (rotations[purpose].days * DAY_MS));
}

/** A period before the chain's oldest link gets that oldest link: intake must not fail because a clock went back. */
export function pepperAt(chain: Chain, period: number): Uint8Array {
  let secret = chain.secret;
  for (let at = chain.period; at < period; at++) secret = nextLink(secret);
  return secret;
}

// Remembered beside its own link only: whoever holds a link could compute the next one anyway.
const nextLinks = new WeakMap<Uint8Array, Uint8Array>();

function nextLink(secret: Uint8Array): Uint8Array {
  const known = nextLinks.get(secret);
  if (known) return known;
  const next = new Uint8Array(hmac(secret, 'salama pepper next'));
  nextLinks.set(secret, next);
  return next;
}

/**
 * Cuts off every link no longer needed. Write the result over the key file, and use it from then on. After a pause longer than
 * is plausible it refuses (`keys.clock`) until a person has `checked` the clock; pseudonyms are computed meanwhile all the same.
 */
export function rotatePeppers<Keys extends Peppered>(
  keys: Keys,
  now: Date,
  clock: 'doubted' | 'checked' = 'doubted',
): Keys {
  const days = (periodOf('abuse', now) - keys.peppers.abuse.period) * rotations.abuse.days;
  if (days > PLAUSIBLE_DAYS && clock === 'doubted') throw problem('keys.clock', { days });
  const peppers = {
    ...keys.peppers,
    conversation: advance(keys.peppers.conversation, 'conversation', now),
    corroborate: advance(keys.peppers.corroborate, 'corroborate', now),
    abuse: advance(keys.peppers.abuse, 'abuse', now),
  };
  return { ...keys, peppers };
}

/** True when a finished period could still be computed: time to call `rotatePeppers`. */
export function isPepperDue(keys: Peppered, now: Date): boolean {
  return rotatingPurposes.some((purpose) => keys.peppers[purpose].period < oldestNeeded(purpose, now));
}

function advance(chain: Chain, purpose: RotatingPurpose, now: Date): Chain {
  const period = oldestNeeded(purpose, now);
  return period <= chain.period ? chain : { period, secret: pepperAt(chain, period) };
}

function oldestNeeded(purpose: RotatingPurpose, now: Date): number {
  return periodOf(purpose, now) - rotations[purpose].kept;
}
