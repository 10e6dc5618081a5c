// Councils: which there are, what each is since when, and where.
import { z } from 'zod';
import { councilReasons, councilStatuses } from '../domain/council.ts';
import { languages } from '../domain/language.ts';
import { withoutNumber } from '../kit/text.ts';
import { route } from './route.ts';
import { AreaView, Cursor, Day, Deed, Id, IdParams, Moment } from './shapes.ts';

const Count = z.int().min(0);
const Status = z.enum(councilStatuses);

export const CouncilLine = z.strictObject({
  id: Id,
  name: z.string(),
  area: AreaView,
  status: Status,
  /** The day from which it is so. */
  since: Day,
  /** How many members by its own act; null until somebody said it. */
  size: z.int().min(1).nullable(),
});
export type CouncilLine = z.infer<typeof CouncilLine>;

export const listCouncils = route({
  method: 'GET',
  path: '/api/councils',
  narrows: true,
  summary: 'Councils of my area by name, and how many there are of each status',
  query: z.strictObject({
    q: z.string().max(80).optional(),
    status: Status.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.strictObject({
    councils: z.array(CouncilLine),
    next: Cursor.nullable(),
    counts: z.array(z.strictObject({ status: Status, councils: Count })),
  }),
});

export const CouncilGrowth = z.strictObject({
  /** Half-years back from today, the oldest first: councils that had begun to work and were not closed, and their members by their acts. */
  atWork: z.array(z.strictObject({ day: Day, councils: Count, members: Count })),
  /** Not begun yet, and how many people they are meant for. */
  toCome: z.strictObject({ councils: Count, members: Count }),
});
export type CouncilGrowth = z.infer<typeof CouncilGrowth>;
export const getCouncilGrowth = route({
  method: 'GET',
  path: '/api/council-growth',
  narrows: true,
  summary:
    'How many councils of my area were at work half-year by half-year, with how many members, and how many are to come',
  response: CouncilGrowth,
});

/** No number in them: a council has no telephone here. */
const Words = z.string().trim().min(2).max(120).regex(withoutNumber);

/** What a person says of a council; days may be unknown. */
export const CouncilSaid = z.strictObject({
  name: Words,
  meetingPlace: Words.nullable(),
  languages: z.array(z.enum(languages)).max(languages.length),
  size: z.int().min(1).max(1000).nullable(),
  /** The day of its act of foundation. */
  foundedOn: Day.nullable(),
  /** The day on which an assembly of the community confirmed its members. */
  confirmedOn: Day.nullable(),
  /** The day on which it agreed to the code of conduct: no arrests, no weapons, no patrol tasking. */
  conductOn: Day.nullable(),
});
export type CouncilSaid = z.infer<typeof CouncilSaid>;

export const CouncilWhole = CouncilLine.extend(CouncilSaid.shape).extend({
  /** What it was, newest first, with the place where it then was. */
  history: z.array(
    z.strictObject({
      id: Id,
      status: Status,
      since: Day,
      area: AreaView,
      reason: z.enum(councilReasons).nullable(),
      said: z.strictObject({ at: Moment, by: z.string().nullable() }),
    }),
  ),
});
export type CouncilWhole = z.infer<typeof CouncilWhole>;

export const getCouncil = route({
  method: 'GET',
  path: '/api/councils/:id',
  summary: 'One council whole: what it is, where it meets, what it was',
  params: IdParams,
  response: CouncilWhole,
});
export const proposeCouncil = route({
  method: 'POST',
  path: '/api/councils',
  summary: 'A council that is proposed in a place of my area; what became of it since is said step by step',
  /** `since`: the day it was proposed, for those that have stood for years too. */
  body: CouncilSaid.extend({ areaId: Id, since: Day }),
  response: z.strictObject({ id: Id }),
});
export const changeCouncil = route({
  method: 'POST',
  path: '/api/councils/:id',
  summary: 'What is said of a council, said anew',
  params: IdParams,
  body: CouncilSaid,
  response: z.strictObject({ id: Id }),
});
export const setCouncilStatus = route({
  method: 'POST',
  path: '/api/councils/:id/status',
  summary: 'From a day on the council is something else, and perhaps somewhere else',
  params: IdParams,
  body: z.strictObject({
    status: Status,
    since: Day,
    reason: z.enum(councilReasons),
    /** Where it is now, of a status that may move it; absent: where it was. */
    areaId: Id.optional(),
  }),
  response: Deed,
});
