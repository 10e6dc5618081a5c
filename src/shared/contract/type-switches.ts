// Types on and off by area: how each stands there, who answers for it, and the switch.
import { z } from 'zod';
import { answerers, switchWords, typeSwitches } from '../domain/type-switch.ts';
import { route } from './route.ts';
import { AreaView, Deed, Id, IdParams, Moment, TypeCode } from './shapes.ts';

const Count = z.int().min(0);
const SwitchSaid = z.strictObject({
  word: z.enum(switchWords),
  from: Moment,
  at: Moment,
  by: z.string().nullable(),
});

export const TypeStateView = z.strictObject({
  code: TypeCode,
  state: z.enum(typeSwitches),
  /** The area that says so; null where nobody has switched it. */
  setIn: AreaView.nullable(),
  /** Whether anybody answers for it there. */
  answered: z.boolean(),
  /** Who may answer for it at all. */
  answeredBy: z.array(z.enum(answerers)),
  /** Posts that answer, by name; services of the directory are never named here. */
  posts: z.array(z.string()),
  /** How many more of them there are. */
  morePosts: Count,
  /** Since when nobody answers any more, though nobody has switched it off. */
  lostAt: Moment.nullable(),
  /** What was last said of it in this very area, and what is to come. */
  said: SwitchSaid.nullable(),
  next: SwitchSaid.nullable(),
  mayChange: z.boolean(),
});
export type TypeStateView = z.infer<typeof TypeStateView>;

const DistrictCounts = z.strictObject({ area: AreaView, on: Count, off: Count, unanswered: Count });
export type DistrictCounts = z.infer<typeof DistrictCounts>;

export const listTypeStates = route({
  method: 'GET',
  path: '/api/type-states',
  summary: 'Every type as it stands in an area: switched, answered, by whom; and how its districts stand',
  query: z.strictObject({ area: Id.optional() }),
  response: z.strictObject({
    area: AreaView,
    types: z.array(TypeStateView),
    /** Of a wider area; empty for a district. */
    districts: z.array(DistrictCounts),
  }),
});
export const switchTypes = route({
  method: 'POST',
  path: '/api/areas/:id/type-switches',
  summary: 'Switch types on or off in an area from a day on; on is refused where nobody answers',
  params: IdParams,
  body: z.strictObject({
    typeCodes: z.array(TypeCode).min(1).max(80),
    word: z.enum(switchWords),
    from: z.iso.date(),
  }),
  response: Deed,
});
