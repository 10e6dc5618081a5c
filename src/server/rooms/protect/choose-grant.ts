// A person of several roles acts in one at a time. The change makes a new token: what leaked in one role opens nothing in another.
import type { z } from 'zod';
import type { SessionView } from '../../../shared/contract/session.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { DoorCtx } from '../../kit/handle.ts';
import { getPersonAtDoor } from './find-person.ts';
import { beginSession } from './sign-in.ts';
import { findSessionStart } from './store-sessions.ts';
import { listGrants } from './store-users.ts';
import { tokenHash } from './tokens.ts';

/** Throws `grant.not-found` for a grant that is another's or has ended. The session never outlives the hours of its first sign-in. */
export async function chooseGrant(ctx: DoorCtx, grantId: string): Promise<z.input<typeof SessionView>> {
  const person = await getPersonAtDoor(ctx);
  const grant = (await listGrants(ctx, person.userId)).find(({ id }) => id === grantId);
  if (!grant) throw problem('grant.not-found', { grantId });
  const start = await findSessionStart(ctx, tokenHash(person.token));
  if (!start) throw problem('session.missing');
  const holder = { userId: person.userId, grantId: grant.id, role: grant.role };
  return beginSession(ctx, holder, { createdAt: start.createdAt, steppedUpAt: start.steppedUpAt ?? start.createdAt });
}
