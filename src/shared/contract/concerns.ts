// The coordinator's queue and one concern whole; the protection officer's caseload has the same shape over restricted lanes.
import { z } from 'zod';
import { answerCodes } from '../domain/answer.ts';
import { careSteps } from '../domain/care.ts';
import { concernStates } from '../domain/concern.ts';
import { consentAnswers, consentStates } from '../domain/consent.ts';
import { boardColumns, MOST_AT_ONCE, queueClocks, queueWaits } from '../domain/queue.ts';
import { declineReasons, referralStates } from '../domain/referral.ts';
import { vias } from '../domain/via.ts';
import { route } from './route.ts';
import {
  AreaView,
  Cursor,
  Deed,
  Id,
  IdParams,
  Lane,
  Moment,
  Origin,
  Severity,
  TimeBand,
  TimelineEntry,
  TypeCode,
} from './shapes.ts';

export const ConcernRow = z.strictObject({
  id: Id,
  ref: z.string(),
  lane: Lane,
  typeCode: TypeCode.nullable(),
  severity: Severity,
  danger: z.boolean(),
  area: AreaView.nullable(),
  placeBy: z.string(),
  timeBand: TimeBand,
  toldOn: z.string(),
  voices: z.int(),
  sources: z.int(),
  state: z.enum(concernStates),
  holdReasons: z.array(z.string()),
  openedAt: Moment,
  /** The next step that is due, and whose it is. */
  clock: z
    .strictObject({
      step: z.enum(['triage', 'seen', 'decision', 'answer', ...careSteps]),
      dueAt: Moment,
      late: z.boolean(),
    })
    .nullable(),
  /** Until when medical care helps most, beside the clock. */
  medicalUntil: Moment.nullable(),
  /** Of a restricted concern: the service outside that it is with. */
  service: z.string().nullable(),
  reopened: z.int(),
  origin: Origin,
});
export type ConcernRow = z.infer<typeof ConcernRow>;

export const BriefOfConcern = z.strictObject({
  id: Id,
  postId: Id,
  postName: z.string(),
  service: z.string(),
  kind: z.enum(['brief', 'danger', 'escalation']),
  state: z.string(),
  why: z.record(z.string(), z.string()),
  releasedAt: Moment,
  seenDueAt: Moment,
  decideDueAt: Moment,
  seenAt: Moment.nullable(),
  decidedAt: Moment.nullable(),
  cannotReason: z.string().nullable(),
  handOverTo: z.string().nullable(),
});
export const TellingView = z.strictObject({
  reportId: Id,
  joinedAt: Moment,
  wayBack: z.boolean(),
  language: z.string(),
  /** By which way it came in: told by herself, or entered for her. */
  via: z.enum(vias),
  masked: z.string().nullable(),
  answeredAt: Moment.nullable(),
  clear: z.enum(['yes', 'no']).nullable(),
  clearRounds: z.int(),
  solved: z.int().nullable(),
  withdrawn: z.boolean(),
});
export const SeenBy = z.strictObject({
  who: z.string(),
  count: z.int(),
  sees: z.enum(['all', 'brief', 'fields', 'nothing']),
  why: z.string(),
});
export const ConcernView = ConcernRow.extend({
  /** The masked words, for the programme's own people. */
  narrative: z.string().nullable(),
  /** The words that a person released: what posts read. */
  releasedNarrative: z.string().nullable(),
  answerCode: z.enum(answerCodes).nullable(),
  releasedAt: Moment.nullable(),
  briefs: z.array(BriefOfConcern),
  tellings: z.array(TellingView),
  duplicates: z.array(
    z.strictObject({
      concern: ConcernRow,
      score: z.number(),
      /** Why it is offered. `wording`: how alike the words are, from 0 to 1; null when one of the two has none. */
      why: z.strictObject({
        sameType: z.boolean(),
        samePlace: z.boolean(),
        daysApart: z.int(),
        wording: z.number().nullable(),
      }),
    }),
  ),
  /** What was set for the most alike concerns of the district: the pickers begin with these. */
  likely: z.strictObject({ typeCodes: z.array(TypeCode), areas: z.array(AreaView) }),
  seenBy: z.array(SeenBy),
  /** The post that would get it if it were released now. Null: nobody answers for it here, or nothing of it waits for release. */
  wouldGo: z.strictObject({ id: Id, name: z.string() }).nullable(),
  ladder: z.strictObject({ rung: z.int(), nextAt: Moment.nullable(), answered: z.boolean() }).nullable(),
  referrals: z.array(
    z.strictObject({
      id: Id,
      body: z.string(),
      state: z.enum(referralStates),
      consent: z.string().nullable(),
      referredAt: Moment,
      sentAt: Moment.nullable(),
      remindedAt: Moment.nullable(),
      acceptedAt: Moment.nullable(),
      declinedAt: Moment.nullable(),
      declineReason: z.enum(declineReasons).nullable(),
      doneAt: Moment.nullable(),
    }),
  ),
  /** Restricted lanes only; the newest answer first. */
  consent: z.strictObject({
    state: z.enum(consentStates),
    asked: z.array(z.strictObject({ id: Id, answer: z.enum(consentAnswers), askedAt: Moment, askedBy: z.string() })),
  }),
  timeline: z.array(TimelineEntry),
});
export type ConcernView = z.infer<typeof ConcernView>;

const narrowing = {
  lane: Lane.optional(),
  type: z.string().max(3).optional(),
  area: Id.optional(),
  severity: z.coerce.number().int().min(1).max(5).optional(),
  service: z.string().max(30).optional(),
  post: Id.optional(),
  waits: z.enum(queueWaits).optional(),
  reopened: z.literal('yes').optional(),
  /** Only what I have taken. */
  mine: z.literal('yes').optional(),
  q: z.string().max(80).optional(),
};
export const ConcernFilter = z.strictObject({
  state: z.enum([...concernStates, 'waiting', 'late']).optional(),
  clock: z.enum(queueClocks).optional(),
  ...narrowing,
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** One deed for several concerns. */
export const BulkDeed = z.discriminatedUnion('deed', [
  z.strictObject({ deed: z.literal('release') }),
  z.strictObject({ deed: z.literal('escalate') }),
  z.strictObject({ deed: z.literal('type'), typeCode: TypeCode }),
  z.strictObject({ deed: z.literal('place'), areaId: Id }),
  z.strictObject({ deed: z.literal('merge'), into: Id }),
  z.strictObject({ deed: z.literal('answer'), answer: z.enum(answerCodes) }),
]);
export type BulkDeed = z.infer<typeof BulkDeed>;
const Several = z.array(Id).min(1).max(MOST_AT_ONCE);

export const SavedView = z.strictObject({
  id: Id,
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

const done = { response: Deed } as const;
export const listConcerns = route({
  method: 'GET',
  path: '/api/concerns',
  narrows: true,
  summary: 'The queue: most severe and longest waiting first',
  query: ConcernFilter,
  response: z.strictObject({ concerns: z.array(ConcernRow), next: Cursor.nullable() }),
});
export const countConcerns = route({
  method: 'GET',
  path: '/api/concerns/counts',
  narrows: true,
  summary: 'How many stand in each column of the board',
  query: z.strictObject(narrowing),
  response: z.strictObject({
    columns: z.array(z.strictObject({ clock: z.enum(boardColumns), count: z.int(), more: z.boolean() })),
  }),
});
export const doToSeveral = route({
  method: 'POST',
  path: '/api/concerns/several',
  summary: 'The same deed for several concerns; what one refuses stops none of the others',
  body: z.strictObject({ ids: Several, act: BulkDeed }),
  response: z.strictObject({
    undoUntil: Moment,
    done: z.array(z.strictObject({ id: Id, deedId: Id })),
    refused: z.array(z.strictObject({ id: Id, code: z.string() })),
  }),
});
export const undoSeveral = route({
  method: 'POST',
  path: '/api/deeds/undo',
  summary: 'Take back several deeds of mine of the last ten seconds, the newest first',
  body: z.strictObject({ deedIds: Several }),
  response: z.strictObject({ undone: z.array(Id), refused: z.array(z.strictObject({ id: Id, code: z.string() })) }),
});
export const listViews = route({
  method: 'GET',
  path: '/api/views',
  summary: 'Filters kept under a name: mine, and those shared with my role',
  response: z.strictObject({ views: z.array(SavedView) }),
});
export const keepView = route({
  method: 'POST',
  path: '/api/views',
  summary: 'Keep these filters under a name',
  body: z.strictObject({ name: z.string().trim().min(1).max(60), query: z.string().max(600), shared: z.boolean() }),
  response: z.strictObject({ id: Id }),
});
export const dropView = route({
  method: 'DELETE',
  path: '/api/views/:id',
  summary: 'Drop a view of mine',
  params: IdParams,
  response: z.strictObject({}),
});
export const getConcern = route({
  method: 'GET',
  path: '/api/concerns/:id',
  summary: 'One concern whole: tellings, briefs, duplicates, who sees what, timeline',
  params: IdParams,
  response: ConcernView,
});
export const releaseConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/release',
  summary: 'Release and route',
  params: IdParams,
  body: z.strictObject({ narrative: z.string().max(600).optional(), postId: Id.optional() }),
  ...done,
});
export const typeConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/type',
  summary: 'Set the type',
  params: IdParams,
  body: z.strictObject({ typeCode: TypeCode }),
  ...done,
});
export const placeConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/place',
  summary: 'Set the place',
  params: IdParams,
  body: z.strictObject({ areaId: Id }),
  ...done,
});
export const laneConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/lane',
  summary: 'Move to another lane; lowering is the protection officer’s',
  params: IdParams,
  body: z.strictObject({ lane: Lane }),
  ...done,
});
export const mergeConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/merge',
  summary: 'Join into another concern of the same lane',
  params: IdParams,
  body: z.strictObject({ into: Id }),
  ...done,
});
export const keepApart = route({
  method: 'POST',
  path: '/api/concerns/:id/keep-apart',
  summary: 'Not a duplicate of that one',
  params: IdParams,
  body: z.strictObject({ otherId: Id }),
  ...done,
});
export const splitTelling = route({
  method: 'POST',
  path: '/api/concerns/:id/tellings/:reportId/split',
  summary: 'One telling is another matter: a concern of its own',
  params: z.strictObject({ id: Id, reportId: Id }),
  ...done,
});
export const escalateConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/escalate',
  summary: 'Bring before the post’s superior',
  params: IdParams,
  ...done,
});
export const answerConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/answer',
  summary: 'Answer the tellers by a catalogue sentence',
  params: IdParams,
  body: z.strictObject({ answer: z.enum(answerCodes) }),
  ...done,
});
export const answerDanger = route({
  method: 'POST',
  path: '/api/concerns/:id/danger',
  summary: 'I have the danger: stop the ladder',
  params: IdParams,
  ...done,
});
export const referConcern = route({
  method: 'POST',
  path: '/api/concerns/:id/refer',
  summary: 'Offer a service of the directory, or send there as her recorded answer allows',
  params: IdParams,
  body: z.strictObject({ serviceId: Id, send: z.boolean() }),
  ...done,
});
export const recordConsent = route({
  method: 'POST',
  path: '/api/concerns/:id/consent',
  summary: 'What the teller said when asked whether her matter may be referred out',
  params: IdParams,
  body: z.strictObject({ answer: z.enum(consentAnswers) }),
  ...done,
});
export const moveReferral = route({
  method: 'POST',
  path: '/api/referrals/:id/step',
  summary: 'The next step of a referral: sent, asked again, accepted, declined with its reason, or done',
  params: IdParams,
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.enum(['sent', 'reminded', 'accepted', 'done']) }),
    z.strictObject({ step: z.literal('declined'), reason: z.enum(declineReasons) }),
  ]),
  ...done,
});
export const undoDeed = route({
  method: 'POST',
  path: '/api/deeds/:id/undo',
  summary: 'Take back a deed of mine of the last ten seconds',
  params: IdParams,
  response: z.strictObject({ undone: z.literal(true) }),
});
