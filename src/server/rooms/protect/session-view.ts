// What a signed-in person is told about the own session: who, in which role over what, in which other roles, until when.
import type { z } from 'zod';
import type { GrantView, SessionView } from '../../../shared/contract/session.ts';
import { roleFacts } from '../../../shared/domain/role.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { findScopeName, getOwnSession, getProgramme } from './store-sessions.ts';
import { type Grant, listGrants } from './store-users.ts';

export async function toSessionView(ctx: Ctx, tokenHash: Buffer): Promise<z.input<typeof SessionView>> {
  const session = await getOwnSession(ctx, tokenHash);
  const { name, demonstration } = await getProgramme(ctx);
  const grants: z.input<typeof GrantView>[] = [];
  for (const grant of await listGrants(ctx, session.userId)) grants.push(await toGrantView(ctx, grant, name));
  const own = grants.find((grant) => grant.id === session.grantId);
  if (!own) throw problem('session.missing');
  return {
    userId: session.userId,
    name: session.name,
    locale: session.locale,
    grant: own,
    grants,
    programme: { name, demonstration },
    toured: session.toured.includes(own.role),
    expiresAt: session.expiresAt.toISOString(),
  };
}

/** The scope in words: an area's or post's name, a language's code (screens have its name), the programme's name. */
async function toGrantView(ctx: Ctx, grant: Grant, programme: string): Promise<z.input<typeof GrantView>> {
  const { scope } = roleFacts[grant.role];
  if (scope === 'programme') return { id: grant.id, role: grant.role, scope: programme };
  if (scope === 'language') return { id: grant.id, role: grant.role, scope: grant.language ?? '' };
  return { id: grant.id, role: grant.role, scope: (await findScopeName(ctx, grant)) ?? '' };
}
