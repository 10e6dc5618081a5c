// Ending all access of a person, now: sessions, grants and the account. It cannot be taken back; a person returns by a new invitation
// under a new login.
import type { WebCtx } from '../../kit/handle.ts';
import { checkEnded } from './lock-user.ts';
import { checkEnding } from './store-people.ts';
import { endSessionsOf } from './store-sessions.ts';
import { endGrantsOf, findUserState, setUserState } from './store-users.ts';

/** Nobody revokes the own account, and an administrator whose end is not set stays. Revoking twice is no fault. */
export async function revokeUser(ctx: WebCtx, userId: string): Promise<void> {
  checkEnded(await checkEnding(ctx, userId), userId);
  if ((await findUserState(ctx, userId)) === 'revoked') return;
  await endSessionsOf(ctx, userId);
  for (const grantId of await endGrantsOf(ctx, userId))
    await ctx.emit('grant.ended', { subjectId: grantId }, { grantId });
  await setUserState(ctx, userId, 'revoked');
  await ctx.emit('user.revoked', { subjectId: userId }, { userId });
}
