// The telephone on which whoever works here is reached. Given by herself alone; no answer holds more of it than its last two digits.
import { z } from 'zod';
import { proofOutcomes } from '../domain/phone.ts';
import { route } from './route.ts';
import { Moment, Nothing } from './shapes.ts';

const Tail = z.string().regex(/^\d{2}$/);

export const OwnPhone = z.strictObject({
  /** In use. */
  proven: z.strictObject({ tail: Tail }).nullable(),
  /** Digits were sent to it and are waited for. */
  given: z.strictObject({ tail: Tail, at: Moment }).nullable(),
});
export type OwnPhone = z.infer<typeof OwnPhone>;

export const getPhone = route({
  method: 'GET',
  path: '/api/phone',
  summary: 'My telephone here, by its last two digits',
  response: OwnPhone,
});
export const givePhone = route({
  method: 'POST',
  path: '/api/phone',
  summary: 'Give a telephone: digits are sent to it',
  body: z.strictObject({ number: z.string().trim().min(6).max(24) }),
  response: Nothing,
});
export const provePhone = route({
  method: 'POST',
  path: '/api/phone/proof',
  summary: 'The digits that came to it: from now on it is in use',
  body: z.strictObject({ digits: z.string().trim().min(1).max(12) }),
  response: z.strictObject({ outcome: z.enum(proofOutcomes) }),
});
export const endPhone = route({
  method: 'DELETE',
  path: '/api/phone',
  summary: 'Nothing more is sent to my telephone',
  response: Nothing,
});
