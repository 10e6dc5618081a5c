// People who sign in, as administration meets them: list, invitations, locking, the second person, the last day.
import { z } from 'zod';
import { losses, personStates, validities } from '../domain/person.ts';
import { roles } from '../domain/role.ts';
import { route } from './route.ts';
import { Cursor, Day, Id, IdParams, Moment, Nothing } from './shapes.ts';

export const HeldRole = z.strictObject({ id: Id, role: z.enum(roles), scope: z.string() });
export const UserView = z.strictObject({
  id: Id,
  login: z.string(),
  name: z.string(),
  state: z.enum(personStates),
  grants: z.array(HeldRole),
  signedIn: z.boolean(),
  /** The day only: an hour would say who works when. */
  lastSeenOn: Day.nullable(),
  leavesOn: Day.nullable(),
});
export type UserView = z.infer<typeof UserView>;
export const listUsers = route({
  method: 'GET',
  path: '/api/users',
  summary: 'People who sign in, by name',
  query: z.strictObject({
    q: z.string().max(80).optional(),
    role: z.enum(roles).optional(),
    /** Whoever answers for this area: over it, above it, or in it. */
    area: Id.optional(),
    state: z.enum(['here', ...personStates]).default('here'),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.strictObject({ users: z.array(UserView), next: Cursor.nullable() }),
});
export const inviteUser = route({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite one person to one role; some roles wait for a second administrator',
  body: z.strictObject({
    role: z.enum(roles),
    areaId: Id.optional(),
    postId: Id.optional(),
    language: z.string().max(5).optional(),
    ownCouncilId: Id.optional(),
    validDays: z.literal(validities).default(7),
  }),
  response: z.strictObject({ invitationId: Id, code: z.string(), needsSecondPerson: z.boolean(), expiresAt: Moment }),
});
export const InvitationView = z.strictObject({
  id: Id,
  role: z.enum(roles),
  scope: z.string(),
  invitedBy: z.string().nullable(),
  /** `begun`: somebody has accepted it and not yet shown the second factor. */
  state: z.enum(['open', 'second-person', 'begun', 'expired']),
  expiresAt: Moment,
});
export const listInvitations = route({
  method: 'GET',
  path: '/api/invitations',
  summary: 'Codes that are out, and those of the last week that nobody used; never the codes themselves',
  response: z.strictObject({ invitations: z.array(InvitationView) }),
});
export const cancelInvitation = route({
  method: 'POST',
  path: '/api/invitations/:id/cancel',
  summary: 'The code is worth nothing from now on',
  params: IdParams,
  response: Nothing,
});
export const confirmInvitation = route({
  method: 'POST',
  path: '/api/invitations/:id/confirm',
  summary: 'Second person agrees to an invitation',
  params: IdParams,
  response: Nothing,
});
export const listConfirmations = route({
  method: 'GET',
  path: '/api/confirmations',
  summary: 'What waits for a second person',
  response: z.strictObject({
    confirmations: z.array(
      z.strictObject({
        id: Id,
        kind: z.enum(['invitation', ...losses]),
        role: z.enum(roles).nullable(),
        person: z.string().nullable(),
        askedBy: z.string(),
        mine: z.boolean(),
        expiresAt: Moment,
      }),
    ),
  }),
});
export const revokeUser = route({
  method: 'POST',
  path: '/api/users/:id/revoke',
  summary: 'End all access of a person now',
  params: IdParams,
  response: Nothing,
});
export const lockUser = route({
  method: 'POST',
  path: '/api/users/:id/lock',
  summary: 'Password or telephone lost: signed out everywhere, back in only by this code',
  params: IdParams,
  body: z.strictObject({ lost: z.enum(losses) }),
  response: z.strictObject({ resetId: Id, code: z.string(), needsSecondPerson: z.boolean(), expiresAt: Moment }),
});
export const confirmReset = route({
  method: 'POST',
  path: '/api/resets/:id/confirm',
  summary: 'Second person agrees to a way back',
  params: IdParams,
  response: Nothing,
});
export const planLeaving = route({
  method: 'POST',
  path: '/api/users/:id/leaving',
  summary: 'The last day of a person; null takes it back',
  params: IdParams,
  body: z.strictObject({ on: Day.nullable() }),
  response: Nothing,
});
