// The post's own list: what is released to it, its clock, and the two taps that answer.
import { z } from 'zod';
import { briefStates, cannotReasons } from '../domain/concern.ts';
import { route } from './route.ts';
import {
  AreaView,
  Cursor,
  Deed,
  Id,
  IdParams,
  Moment,
  Origin,
  Severity,
  TimeBand,
  TimelineEntry,
  TypeCode,
} from './shapes.ts';

export const BriefRow = z.strictObject({
  id: Id,
  ref: z.string(),
  kind: z.enum(['brief', 'danger', 'escalation']),
  typeCode: TypeCode,
  severity: Severity,
  area: AreaView.nullable(),
  timeBand: TimeBand,
  toldOn: z.string(),
  sources: z.enum(['one', 'several']),
  state: z.enum(briefStates),
  postId: Id,
  postName: z.string(),
  due: z
    .strictObject({
      step: z.enum(['seen', 'decision', 'hand-over']),
      at: Moment,
      grain: z.enum(['quarter-hour', 'day']),
      late: z.boolean(),
    })
    .nullable(),
  reopened: z.boolean(),
  offeredToMe: z.boolean(),
  origin: Origin,
});
export type BriefRow = z.infer<typeof BriefRow>;
export const BriefView = BriefRow.extend({
  narrative: z.string().nullable(),
  why: z.record(z.string(), z.string()),
  cannotReason: z.enum(cannotReasons).nullable(),
  handOverTo: z.string().nullable(),
  timeline: z.array(TimelineEntry),
});
export type BriefView = z.infer<typeof BriefView>;

const done = { params: IdParams, response: Deed } as const;
export const listBriefs = route({
  method: 'GET',
  path: '/api/briefs',
  summary: 'My list, most urgent first',
  query: z.strictObject({
    state: z.enum(['open', 'all']).default('open'),
    /** Of one post among mine; without it, of all. */
    post: Id.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.strictObject({ briefs: z.array(BriefRow), next: Cursor.nullable() }),
});
export const getBrief = route({
  method: 'GET',
  path: '/api/briefs/:id',
  summary: 'One brief',
  params: IdParams,
  response: BriefView,
});
export const seeBrief = route({ method: 'POST', path: '/api/briefs/:id/seen', summary: 'Seen', ...done });
export const goToBrief = route({ method: 'POST', path: '/api/briefs/:id/going', summary: 'We are going', ...done });
export const finishBrief = route({ method: 'POST', path: '/api/briefs/:id/done', summary: 'Done', ...done });
export const declineBrief = route({
  method: 'POST',
  path: '/api/briefs/:id/cannot',
  summary: 'We cannot, and why',
  body: z.strictObject({ reason: z.enum(cannotReasons) }),
  ...done,
});
export const handOverBrief = route({
  method: 'POST',
  path: '/api/briefs/:id/hand-over',
  summary: 'Offer to another post',
  body: z.strictObject({ toPostId: Id }),
  ...done,
});
export const acceptHandOver = route({
  method: 'POST',
  path: '/api/briefs/:id/accept',
  summary: 'Accept a hand-over',
  ...done,
});
export const refuseHandOver = route({
  method: 'POST',
  path: '/api/briefs/:id/refuse',
  summary: 'Refuse a hand-over',
  ...done,
});
