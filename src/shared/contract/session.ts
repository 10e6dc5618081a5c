// Signing in, second factor, invitations.

import { z } from 'zod';
import { textLanguages } from '../domain/language.ts';
import { roles } from '../domain/role.ts';
import { route } from './route.ts';
import { Id, Moment, Nothing } from './shapes.ts';

export const GrantView = z.strictObject({ id: Id, role: z.enum(roles), scope: z.string() });
export const SessionView = z.strictObject({
  userId: Id,
  name: z.string(),
  locale: z.enum(textLanguages),
  grant: GrantView,
  grants: z.array(GrantView),
  programme: z.strictObject({ name: z.string(), demonstration: z.boolean() }),
  /** Whether this person has left the tour of this role. */
  toured: z.boolean(),
  expiresAt: Moment,
});
export type SessionView = z.infer<typeof SessionView>;

const Password = z.string().min(1).max(200);

export const openSession = route({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with password and second factor',
  open: true,
  body: z.strictObject({
    login: z.string().min(1).max(80),
    password: Password,
    secondFactor: z.string().max(20).optional(),
  }),
  response: SessionView,
});
export const getSession = route({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  response: SessionView,
});
export const closeSession = route({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out here',
  response: Nothing,
});
export const closeAllSessions = route({
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'Sign out everywhere',
  response: Nothing,
});
export const chooseGrant = route({
  method: 'POST',
  path: '/api/session/grant',
  summary: 'Act in another of my roles',
  body: z.strictObject({ grantId: Id }),
  response: SessionView,
});
export const chooseLocale = route({
  method: 'POST',
  path: '/api/session/locale',
  summary: 'Language of my screens',
  body: z.strictObject({ locale: z.enum(textLanguages) }),
  response: Nothing,
});
export const leaveTour = route({
  method: 'POST',
  path: '/api/session/tour',
  summary: 'The tour of this role is not shown to me again',
  response: Nothing,
});
export const getProgramme = route({
  method: 'GET',
  path: '/api/programme',
  summary: 'Name and kind of this programme, before signing in',
  open: true,
  response: z.strictObject({ name: z.string(), demonstration: z.boolean(), locale: z.enum(textLanguages) }),
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Use a single-use code to become a user',
  open: true,
  body: z.strictObject({
    code: z.string().min(8).max(40),
    login: z.string().regex(/^[a-z0-9._-]{3,40}$/),
    name: z.string().min(2).max(80),
    password: Password,
    locale: z.enum(textLanguages),
  }),
  response: z.strictObject({ userId: Id, totpUri: z.string(), recoveryCodes: z.array(z.string()) }),
});
export const confirmSecondFactor = route({
  method: 'POST',
  path: '/api/invitations/confirm',
  summary: 'Prove the second factor works; the account becomes active',
  open: true,
  body: z.strictObject({ login: z.string().max(80), password: Password, secondFactor: z.string().max(20) }),
  response: SessionView,
});

/** The code stands for the half that was lost; the other half is still asked for. */
export const renewPassword = route({
  method: 'POST',
  path: '/api/resets/password',
  summary: 'A new password by a single-use code; the second factor is still asked for',
  open: true,
  body: z.strictObject({
    code: z.string().min(8).max(40),
    login: z.string().min(1).max(80),
    password: Password,
    secondFactor: z.string().max(20).optional(),
  }),
  response: SessionView,
});
export const renewSecondFactor = route({
  method: 'POST',
  path: '/api/resets/second-factor',
  summary: 'A new second factor by a single-use code; the password is still asked for',
  open: true,
  body: z.strictObject({ code: z.string().min(8).max(40), login: z.string().min(1).max(80), password: Password }),
  response: z.strictObject({ userId: Id, totpUri: z.string(), recoveryCodes: z.array(z.string()) }),
});
