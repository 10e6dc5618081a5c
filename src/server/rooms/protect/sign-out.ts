// Signing out: here, or in every browser where this person is signed in.
import type { DoorCtx } from '../../kit/handle.ts';
import { getPersonAtDoor } from './find-person.ts';
import { endSession, endSessionsOf } from './store-sessions.ts';
import { tokenHash } from './tokens.ts';

export async function closeSession(ctx: DoorCtx): Promise<void> {
  const { userId, token } = await getPersonAtDoor(ctx);
  await endSession(ctx, tokenHash(token));
  await ctx.emit('session.closed', { subjectId: userId }, { userId });
  ctx.forget();
}

export async function closeAllSessions(ctx: DoorCtx): Promise<void> {
  const { userId } = await getPersonAtDoor(ctx);
  await endSessionsOf(ctx, userId);
  await ctx.emit('session.closed', { subjectId: userId }, { userId });
  ctx.forget();
}
