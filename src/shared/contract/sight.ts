// What each role may see and do: structure, read from the doors and from the database itself. No row of anybody is opened for it.
import { z } from 'zod';
import { roles } from '../domain/role.ts';
import { holdings, matters, reaches } from '../domain/sight.ts';
import { route } from './route.ts';

const Reach = z.enum(reaches);
export const RoleSight = z.strictObject({
  role: z.enum(roles),
  matters: z.array(z.strictObject({ matter: z.enum(matters), sees: Reach, does: Reach })),
  /** Whether any column of this kind may be read at all by the class of this role. */
  reads: z.array(z.strictObject({ holding: z.enum(holdings), may: z.boolean() })),
});
export type RoleSight = z.infer<typeof RoleSight>;
export const getSight = route({
  method: 'GET',
  path: '/api/sight',
  summary: 'Who sees what and why, by role: rights only, nobody’s data',
  response: z.strictObject({ roles: z.array(RoleSight) }),
});
