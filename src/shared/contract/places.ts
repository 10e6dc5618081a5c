// Names of places that people teach after a correction.
import { z } from 'zod';
import { route } from './route.ts';
import { AreaView, Id, IdParams, Moment, Nothing } from './shapes.ts';

/** Letters and what parts them: no number, no sentence. */
export const PlaceName = z
  .string()
  .trim()
  .regex(/^\p{L}[\p{L}\p{M}'’ .-]{1,39}$/u);

export const TaughtNameView = z.strictObject({ id: Id, name: z.string(), area: AreaView, learnedAt: Moment });
export type TaughtNameView = z.infer<typeof TaughtNameView>;

export const listUnknownPlaces = route({
  method: 'GET',
  path: '/api/reports/:id/unknown-places',
  summary: 'Words of a telling that stand where a place stands and name none we know',
  params: IdParams,
  response: z.strictObject({ words: z.array(z.string()) }),
});
export const listNames = route({
  method: 'GET',
  path: '/api/names',
  summary: 'Names of places that were taught in my areas',
  response: z.strictObject({ names: z.array(TaughtNameView) }),
});
export const teachName = route({
  method: 'POST',
  path: '/api/areas/:id/names',
  summary: 'Remember another name of a place, in its district',
  params: IdParams,
  body: z.strictObject({ name: PlaceName }),
  response: z.strictObject({ id: Id }),
});
export const forgetName = route({
  method: 'POST',
  path: '/api/names/:id/forget',
  summary: 'Forget a name that was taught',
  params: IdParams,
  response: Nothing,
});
/** More districts than any country has, provinces included. */
export const MOST_OWN_AREAS = 1000;
export const listOwnAreas = route({
  method: 'GET',
  path: '/api/own-areas',
  summary: 'Provinces and districts that lie in my area',
  response: z.strictObject({ areas: z.array(AreaView).max(MOST_OWN_AREAS) }),
});
