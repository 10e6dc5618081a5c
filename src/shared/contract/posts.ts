// Posts: what they lack, and how their work stands.
import { z } from 'zod';
import { lacks } from '../domain/capacity.ts';
import { route } from './route.ts';
import { AreaView, Deed, Id, IdParams, Moment } from './shapes.ts';

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
