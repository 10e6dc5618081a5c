// A flood of texts as one thing: how many, by which gateway, what makes it one, a few of its words, and what is decided of it.
import { z } from 'zod';
import { floodCauses, floodStates } from '../domain/flood.ts';
import { route } from './route.ts';
import { Id, IdParams, Moment, Nothing } from './shapes.ts';

const Count = z.int().min(0);

export const FloodGroupView = z.strictObject({
  id: Id,
  cause: z.enum(floodCauses),
  state: z.enum(floodStates),
  /** Held, and how many of these speak of danger. */
  texts: Count,
  urgent: Count,
  /** It may be held again: set aside, or released a moment ago. */
  mayWait: z.boolean(),
  /** From how many numbers. */
  senders: Count,
  /** Masked, of the ordinary lane and the reader's own areas. */
  samples: z.array(z.string()),
});
export type FloodGroupView = z.infer<typeof FloodGroupView>;

export const FloodView = z.strictObject({
  id: Id,
  gatewayId: z.string(),
  beganAt: Moment,
  lastAt: Moment,
  /** It brought something within the last ten minutes. */
  going: z.boolean(),
  texts: Count,
  groups: z.array(FloodGroupView),
  /** Groups that are not shown. */
  more: Count,
});
export type FloodView = z.infer<typeof FloodView>;

export const listFloods = route({
  method: 'GET',
  path: '/api/floods',
  summary: 'Floods of the last thirty days',
  response: z.strictObject({
    floods: z.array(z.strictObject({ id: Id, gatewayId: z.string(), beganAt: Moment, texts: Count })),
  }),
});
export const getFlood = route({
  method: 'GET',
  path: '/api/floods/:id',
  summary: 'A flood of texts, its groups and a few masked words of each',
  params: IdParams,
  response: FloodView,
});
export const decideFlood = route({
  method: 'POST',
  path: '/api/floods/:id',
  summary: 'Release a group of a flood, set it aside, or hold it again; without a group, all that wait',
  params: IdParams,
  body: z.strictObject({ state: z.enum(floodStates), groupId: Id.optional() }),
  response: Nothing,
});
