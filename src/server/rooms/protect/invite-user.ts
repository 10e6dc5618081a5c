// Inviting one person to one role. The code is shown once and handed over by hand; some roles wait for a second person.
import { languages } from '../../../shared/domain/language.ts';
import { type Role, roleFacts } from '../../../shared/domain/role.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { createStaffCode, invitationHash } from './codes.ts';
import type { ServeKeys } from './keys.ts';
import { expireInvitation } from './store-people.ts';
import { findScopeName } from './store-sessions.ts';
import { confirmInvitationRow, insertInvitation, type Scope } from './store-users.ts';

type Wanted = {
  role: Role;
  areaId?: string | undefined;
  postId?: string | undefined;
  language?: string | undefined;
  ownCouncilId?: string | undefined;
  validDays: number;
};
export type Invited = { invitationId: string; code: string; needsSecondPerson: boolean; expiresAt: string };

const FIRST_DAYS = 7;

/** Throws `request.invalid` with the field when the scope does not fit the role, `area.not-found`, `post.not-found`. */
export async function inviteUser(ctx: WebCtx, keys: Pick<ServeKeys, 'codes'>, wanted: Wanted): Promise<Invited> {
  const scope = await toScope(ctx, wanted);
  const { role, validDays } = wanted;
  const made = await makeInvitation(ctx, keys, { role, scope, invitedBy: ctx.person.userId, validDays });
  await ctx.emit('user.invited', { subjectId: made.id }, { invitationId: made.id, role });
  return {
    invitationId: made.id,
    code: made.code,
    needsSecondPerson: roleFacts[role].twoPeople,
    expiresAt: made.expiresAt.toISOString(),
  };
}

/** The second person agrees. Throws `invitation.same-person` to the inviter, `invitation.unknown` when none waits. */
export async function confirmInvitation(ctx: WebCtx, invitationId: string): Promise<void> {
  const outcome = await confirmInvitationRow(ctx, invitationId);
  if (outcome === 'same-person') throw problem('invitation.same-person', { invitationId });
  if (outcome === 'unknown') throw problem('invitation.unknown', { invitationId });
  await ctx.emit('grant.confirmed', { subjectId: invitationId }, { invitationId });
}

/** The code is worth nothing any more, also when somebody has begun with it. Throws `invitation.unknown`. */
export async function cancelInvitation(ctx: WebCtx, invitationId: string): Promise<void> {
  if (!(await expireInvitation(ctx, invitationId))) throw problem('invitation.unknown', { invitationId });
  await ctx.emit('invitation.cancelled', { subjectId: invitationId }, { invitationId });
}

type NewCode = { role: Role; scope: Scope; invitedBy: string; validDays?: number };

/** The row and its code, which exists nowhere else. */
export async function makeInvitation(
  ctx: Ctx,
  keys: Pick<ServeKeys, 'codes'>,
  { role, scope, invitedBy, validDays = FIRST_DAYS }: NewCode,
): Promise<{ id: string; code: string; expiresAt: Date }> {
  const id = ctx.id('invitation');
  const code = createStaffCode();
  const expiresAt = new Date(ctx.now.getTime() + validDays * 86_400_000);
  await insertInvitation(ctx, { id, codeHash: invitationHash(keys, code), role, invitedBy, expiresAt, ...scope });
  return { id, code, expiresAt };
}

const fieldOf = { programme: undefined, area: 'areaId', post: 'postId', language: 'language' } as const;

/** Exactly what the role is over, nothing beside it: a post commander with an area would be read as having both. */
async function toScope(ctx: Ctx, wanted: Wanted): Promise<Scope> {
  const needed = fieldOf[roleFacts[wanted.role].scope];
  for (const field of ['areaId', 'postId', 'language'] as const)
    if ((wanted[field] !== undefined) !== (field === needed)) throw problem('request.invalid', { field });
  if (wanted.ownCouncilId !== undefined && needed !== 'language')
    throw problem('request.invalid', { field: 'ownCouncilId' });
  if (wanted.language !== undefined && !languages.some((language) => language === wanted.language))
    throw problem('request.invalid', { field: 'language' });
  const { areaId = null, postId = null, language = null, ownCouncilId = null } = wanted;
  if ((areaId ?? postId) !== null && (await findScopeName(ctx, { areaId, postId })) === null)
    throw areaId === null ? problem('post.not-found') : problem('area.not-found');
  return { areaId, postId, language, ownCouncilId };
}
