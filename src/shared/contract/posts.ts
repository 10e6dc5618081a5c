// Posts: what they lack, and how their work stands.
import { z } from 'zod';
import { lacks } from '../domain/capacity.ts';
import { closureReasons } from '../domain/closure.ts';
import { route } from './route.ts';
import { AreaView, Cursor, Deed, Id, IdParams, Moment, Nothing, TypeCode } from './shapes.ts';

const Count = z.int().min(0);

/** What holds since when; empty when the post said that nothing is missing. */
export const CapacityView = z.strictObject({
  saidAt: Moment,
  lacks: z.array(z.strictObject({ lack: z.enum(lacks), since: Moment })),
});
export type CapacityView = z.infer<typeof CapacityView>;

/** A post of mine, or one below it. Late by the due times that a post reads. */
export const OwnPostView = z.strictObject({
  id: Id,
  name: z.string(),
  service: z.string(),
  area: AreaView,
  /** The one I sit at; the others are below it. */
  own: z.boolean(),
  waiting: Count,
  late: Count,
  /** Null until it has said something. */
  capacity: CapacityView.nullable(),
});
export type OwnPostView = z.infer<typeof OwnPostView>;

export const listOwnPosts = route({
  method: 'GET',
  path: '/api/own-posts',
  summary: 'My post and those below it: what waits, what is late, what they lack',
  response: z.strictObject({ posts: z.array(OwnPostView) }),
});
export const sayCapacity = route({
  method: 'POST',
  path: '/api/own-posts/:id/capacity',
  summary: 'What this post lacks now; an empty list says that nothing is missing',
  params: IdParams,
  body: z.strictObject({ lacks: z.array(z.enum(lacks)).max(lacks.length) }),
  response: Deed,
});

/** Of a post as the programme sees it: open, switched off, or outside its time. */
export const PostStanding = z.enum(['open', 'closed', 'outside-its-time']);
export const PostState = z.strictObject({
  id: Id,
  name: z.string(),
  service: z.string(),
  area: AreaView,
  district: AreaView.nullable(),
  standing: PostStanding,
  capacity: CapacityView.nullable(),
  /** Null for who reads no matters. */
  work: z
    .strictObject({
      waiting: Count,
      late: Count,
      /** Of the last 28 days: decided, or the clock ran out; and of those, decided in time. */
      due: Count,
      inTime: Count,
      medianMinutes: Count.nullable(),
      /** People who told in the last 28 whole days that it did not come or came late; null below five. */
      serviceComplaints: Count.nullable(),
    })
    .nullable(),
});
export type PostState = z.infer<typeof PostState>;
export const listPostStates = route({
  method: 'GET',
  path: '/api/post-states',
  narrows: true,
  summary: 'Posts of my area, what needs a person first: closed, past a time, in want; how each answers',
  query: z.strictObject({
    q: z.string().max(80).optional(),
    only: z.enum(['all', 'closed', 'lacking']).default('all'),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.strictObject({ posts: z.array(PostState), next: Cursor.nullable() }),
});
export const PostWhole = PostState.extend({
  /** Where what it leaves goes next: the nearest superior first. */
  superiors: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** What it said it lacked, newest first. */
  history: z.array(CapacityView.extend({ until: Moment.nullable() })),
  responsibilities: z.array(
    z.strictObject({
      id: Id,
      typeCode: z.string().nullable(),
      classCode: z.string().nullable(),
      area: AreaView,
      rank: Count,
      from: Moment,
      to: Moment.nullable(),
      state: z.enum(['now', 'to-come', 'over']),
      /** Who gave or ended it last, on a screen. */
      changed: z.strictObject({ at: Moment, by: z.string().nullable() }).nullable(),
    }),
  ),
});
export type PostWhole = z.infer<typeof PostWhole>;
export const getPostState = route({
  method: 'GET',
  path: '/api/post-states/:id',
  summary: 'One post whole: what it answers for, what it lacked, how it answers',
  params: IdParams,
  response: PostWhole,
});

/** The programme's day from whose beginning it holds; today: from now. */
const FromDay = z.iso.date();
export const giveResponsibility = route({
  method: 'POST',
  path: '/api/post-states/:id/responsibilities',
  summary: 'From a day on this post answers for a type or a class in a place, instead of who did',
  params: IdParams,
  body: z.strictObject({
    areaId: Id,
    what: z.union([z.strictObject({ typeCode: TypeCode }), z.strictObject({ classCode: z.string().regex(/^[A-J]$/) })]),
    from: FromDay,
  }),
  response: Deed,
});
export const endResponsibility = route({
  method: 'POST',
  path: '/api/responsibilities/:id/end',
  summary: 'From a day on the post no longer answers for it',
  params: IdParams,
  body: z.strictObject({ from: FromDay }),
  response: Deed,
});

const Closing = z.strictObject({ reason: z.enum(closureReasons) });
export const closePost = route({
  method: 'POST',
  path: '/api/post-states/:id/close',
  summary: 'Switch a post off at once; two people switch it on again',
  params: IdParams,
  body: Closing,
  response: Nothing,
});
export const closeDistrict = route({
  method: 'POST',
  path: '/api/districts/:id/close',
  summary: 'Switch off every post of a district at once; two people switch it on again',
  params: IdParams,
  body: Closing,
  response: Nothing,
});
export const ClosureView = z.strictObject({
  id: Id,
  /** Null: the whole district. */
  post: z.string().nullable(),
  district: AreaView,
  posts: Count,
  reason: z.enum(closureReasons),
  closedAt: Moment,
  closedBy: z.string().nullable(),
  asked: z.strictObject({ at: Moment, by: z.string().nullable(), mine: z.boolean() }).nullable(),
});
export type ClosureView = z.infer<typeof ClosureView>;
export const listClosures = route({
  method: 'GET',
  path: '/api/closures',
  summary: 'What is switched off now, newest first',
  response: z.strictObject({ closures: z.array(ClosureView) }),
});
export const askOpening = route({
  method: 'POST',
  path: '/api/closures/:id/ask',
  summary: 'Ask to switch on again; another person must agree',
  params: IdParams,
  response: Nothing,
});
export const agreeOpening = route({
  method: 'POST',
  path: '/api/closures/:id/agree',
  summary: 'Agree that it is switched on again; never the one who asked',
  params: IdParams,
  response: Nothing,
});
