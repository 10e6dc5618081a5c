// Ending all access of a person, now: sessions, grants and the account. It cannot be taken back; a person returns by a new invitation
// under a new login.
import { problem } from '../../../shared/kit/problem.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { endSessionsOf } from './store-sessions.ts';
import { endGrantsOf, findUserState, lockHolders, setUserState } from './store-users.ts';

/** Nobody revokes the own account, so the last administrator stays. Revoking twice is no fault. */
export async function revokeUser(ctx: WebCtx, userId: string): Promise<void> {
  if (userId === ctx.person.userId) throw problem('access.denied', { userId });
  const administrators = await lockHolders(ctx, 'administrator');
  // Whoever was revoked while this waited for the lock revokes nobody any more.
  if (!administrators.includes(ctx.person.userId)) throw problem('access.denied', { userId });
  const state = await findUserState(ctx, userId);
  if (!state) throw problem('user.not-found', { userId });
  if (state === 'revoked') return;
  await endSessionsOf(ctx, userId);
  for (const grantId of await endGrantsOf(ctx, userId))
    await ctx.emit('grant.ended', { subjectId: grantId }, { grantId });
  await setUserState(ctx, userId, 'revoked');
  await ctx.emit('user.revoked', { subjectId: userId }, { userId });
}
