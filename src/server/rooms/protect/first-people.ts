// The people before there are people: the three codes of `salama init`, and the invented staff of a demonstration. Both run as the
// owner of the database, before anybody can sign in.
import type { TextLanguage } from '../../../shared/domain/language.ts';
import { type Role, roleFacts } from '../../../shared/domain/role.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { makeInvitation } from './invite-user.ts';
import type { ServeKeys } from './keys.ts';
import type { Passwords } from './passwords.ts';
import { getProgramme } from './store-sessions.ts';
import { expireFirstInvitations, FIRST, insertGrant, insertUser, listRolesHeld } from './store-users.ts';

const firstRoles = ['administrator', 'protection-officer', 'auditor'] as const satisfies readonly Role[];
export type FirstInvitation = { role: (typeof firstRoles)[number]; code: string; expiresAt: Date };

/** One single-use code for each of the three roles that nobody holds yet; first codes still unused are worth nothing afterwards. */
export async function createFirstInvitations(ctx: Ctx, keys: Pick<ServeKeys, 'codes'>): Promise<FirstInvitation[]> {
  await expireFirstInvitations(ctx);
  const held = await listRolesHeld(ctx);
  const scope = { areaId: null, postId: null, language: null, ownCouncilId: null };
  const made: FirstInvitation[] = [];
  for (const role of firstRoles.filter((candidate) => !held.includes(candidate))) {
    const { id, code, expiresAt } = await makeInvitation(ctx, keys, { role, scope, invitedBy: FIRST });
    await ctx.emit('user.invited', { subjectId: id }, { invitationId: id, role });
    made.push({ role, code, expiresAt });
  }
  return made;
}

export type DemonstrationUser = {
  login: string;
  name: string;
  role: Role;
  areaId?: string;
  postId?: string;
  language?: string;
  ownCouncilId?: string;
  locale?: TextLanguage;
  password: string;
  contactId?: string;
};

/** An active user without a second factor. Throws `programme.not-demonstration` anywhere else. */
export async function makeUser(ctx: Ctx, user: DemonstrationUser, passwords: Passwords): Promise<string> {
  if (!(await getProgramme(ctx)).demonstration) throw problem('programme.not-demonstration');
  const { login, name, role, locale = 'pt', contactId = null } = user;
  const { areaId = null, postId = null, language = null, ownCouncilId = null } = user;
  const over = { programme: true, area: areaId, post: postId, language }[roleFacts[role].scope];
  if (!over) throw problem('request.invalid', { field: 'scope' });
  const id = ctx.id('user');
  const passwordHash = await passwords.hash(user.password);
  await insertUser(ctx, { id, login, name, locale, state: 'active', passwordHash, totpSecretCt: null, contactId });
  const scope = { areaId, postId, language, ownCouncilId };
  const by = { grantedBy: 'demonstration', confirmedBy: null };
  await insertGrant(ctx, { id: ctx.id('grant'), userId: id, role, ...scope, ...by });
  await ctx.emit('user.joined', { subjectId: id }, { userId: id, role });
  return id;
}
