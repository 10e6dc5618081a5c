// Who is away, from day to day, and who stands in meanwhile.
import { z } from 'zod';
import { roles } from '../domain/role.ts';
import { route } from './route.ts';
import { Day, Id, IdParams, Nothing } from './shapes.ts';

const Held = z.strictObject({ role: z.enum(roles), scope: z.string() });

export const AbsenceView = Held.extend({
  id: Id,
  userId: Id,
  name: z.string(),
  cover: z.string(),
  from: Day,
  to: Day,
  /** The days have come. */
  standing: z.boolean(),
  mine: z.boolean(),
  iCover: z.boolean(),
  mayEnd: z.boolean(),
  /** Only for whoever covers: districts and post whose matters arrive for the one who is away. */
  areaIds: z.array(Id),
  postId: Id.nullable(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;
export const Colleague = Held.extend({ grantId: Id, name: z.string(), mine: z.boolean() });
export type Colleague = z.infer<typeof Colleague>;

export const listAbsences = route({
  method: 'GET',
  path: '/api/absences',
  summary: 'Who is away or will be: mine, those I cover, those I answer for',
  response: z.strictObject({ absences: z.array(AbsenceView) }),
});
export const listTeam = route({
  method: 'GET',
  path: '/api/absences/team',
  summary: 'Whose absence I may set, myself first',
  query: z.strictObject({ q: z.string().max(80).default('') }),
  response: z.strictObject({ team: z.array(Colleague) }),
});
export const listCovers = route({
  method: 'GET',
  path: '/api/grants/:id/covers',
  summary: 'Who may stand in for this role: the same role, near enough',
  params: IdParams,
  response: z.strictObject({ covers: z.array(Colleague) }),
});
export const setAbsence = route({
  method: 'POST',
  path: '/api/absences',
  summary: 'Away from day to day, both included; somebody of the same role stands in',
  body: z.strictObject({ grantId: Id, coverGrantId: Id, from: Day, to: Day }),
  response: z.strictObject({ absenceId: Id }),
});
export const endAbsence = route({
  method: 'POST',
  path: '/api/absences/:id/end',
  summary: 'Back sooner, or the cover steps back',
  params: IdParams,
  response: Nothing,
});
