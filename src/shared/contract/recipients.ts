// Services that a restricted matter may be referred to. How they are reached leaves the server for two roles only.
import { z } from 'zod';
import { referralKinds } from '../domain/referral.ts';
import { route } from './route.ts';
import { AreaView, Id, IdParams, Moment, Nothing } from './shapes.ts';

const Day = z.iso.date();
const fields = {
  name: z.string().trim().min(3).max(80),
  kind: z.enum(referralKinds),
  /** A telephone, an address, whom to ask for: for staff alone. */
  reach: z.string().trim().min(3).max(200),
  hours: z.string().trim().max(120),
  children: z.boolean(),
  survivors: z.boolean(),
  from: Day,
  /** Its last day. */
  to: Day.nullable(),
  confirmedOn: Day,
};
export const ReferralServiceSaid = z.strictObject({ ...fields, areaIds: z.array(Id).min(1).max(40) });
export type ReferralServiceSaid = z.infer<typeof ReferralServiceSaid>;
export const ReferralServiceView = z.strictObject({
  id: Id,
  ...fields,
  areas: z.array(AreaView),
  state: z.enum(['now', 'to-come', 'over']),
  /** Nobody has confirmed it for half a year. */
  stale: z.boolean(),
  changed: z.strictObject({ at: Moment, by: z.string().nullable() }),
});
export type ReferralServiceView = z.infer<typeof ReferralServiceView>;

export const listReferralServices = route({
  method: 'GET',
  path: '/api/referral-services',
  summary: 'The directory of services to refer to, by kind and name; those that ended last',
  response: z.strictObject({ services: z.array(ReferralServiceView) }),
});
export const addReferralService = route({
  method: 'POST',
  path: '/api/referral-services',
  summary: 'Add a service to the directory',
  body: ReferralServiceSaid,
  response: z.strictObject({ id: Id }),
});
export const changeReferralService = route({
  method: 'POST',
  path: '/api/referral-services/:id',
  summary: 'Correct a service, confirm it, or end it',
  params: IdParams,
  body: ReferralServiceSaid,
  response: Nothing,
});
export const listServicesOf = route({
  method: 'GET',
  path: '/api/concerns/:id/referral-services',
  summary: 'Services that are there today for the place of this concern',
  params: IdParams,
  response: z.strictObject({ services: z.array(ReferralServiceView) }),
});
