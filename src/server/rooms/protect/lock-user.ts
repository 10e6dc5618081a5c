// A password forgotten, a telephone lost: the account is shut at once by one administrator, and opens by a single-use code together
// with the half that was not lost. For those who guard others a second person must agree before the code is worth anything.
import type { Loss } from '../../../shared/domain/person.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { createStaffCode, resetHash } from './codes.ts';
import type { ServeKeys } from './keys.ts';
import { type Ending, lockUserRow, planLeavingRow } from './store-people.ts';
import { confirmResetRow } from './store-resets.ts';

export type Locked = { resetId: string; code: string; needsSecondPerson: boolean; expiresAt: string };

const VALID_DAYS = 3;

/** Throws `access.denied` for one's own account, `user.not-found`, `user.last-administrator`, `reset.both-lost`. */
export async function lockUser(
  ctx: WebCtx,
  keys: Pick<ServeKeys, 'codes'>,
  { userId, lost }: { userId: string; lost: Loss },
): Promise<Locked> {
  const id = ctx.id('reset');
  const code = createStaffCode();
  const expiresAt = new Date(ctx.now.getTime() + VALID_DAYS * 86_400_000);
  const outcome = await lockUserRow(ctx, { id, userId, lost, codeHash: resetHash(keys, userId, code), expiresAt });
  checkEnded(outcome, userId);
  const twoPeople = outcome === 'locked-for-two';
  await ctx.emit('user.locked', { subjectId: userId }, { userId, resetId: id, lost, twoPeople });
  return { resetId: id, code, needsSecondPerson: twoPeople, expiresAt: expiresAt.toISOString() };
}

/** Throws `reset.same-person` to who asked for it or whom it is about, `reset.unknown` when none waits. */
export async function confirmReset(ctx: WebCtx, resetId: string): Promise<void> {
  const confirmed = await confirmResetRow(ctx, resetId);
  if (!('about' in confirmed))
    throw problem(confirmed.outcome === 'unknown' ? 'reset.unknown' : 'reset.same-person', { resetId });
  await ctx.emit('reset.confirmed', { subjectId: confirmed.about }, { resetId, userId: confirmed.about });
}

/** The last day, by the programme's clock; null takes it back. Throws what `lockUser` does; a day that has passed is `user.not-found`. */
export async function planLeaving(
  ctx: WebCtx,
  timeZone: string,
  { userId, on }: { userId: string; on: string | null },
): Promise<void> {
  checkEnded(await planLeavingRow(ctx, { userId, on, timeZone }), userId);
  await ctx.emit('user.leaving', { subjectId: userId }, { userId, to: on });
}

/** Turns what the database says about shortening an access into the refusal that screens know. */
export function checkEnded(outcome: Ending, userId: string): void {
  if (outcome === 'denied') throw problem('access.denied', { userId });
  if (outcome === 'unknown') throw problem('user.not-found', { userId });
  if (outcome === 'last-administrator') throw problem('user.last-administrator', { userId });
  if (outcome === 'both-lost') throw problem('reset.both-lost', { userId });
}
