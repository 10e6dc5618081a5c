// The gateways' health, and what sending costs. Money is counted in thousandths of the programme's currency.
import { z } from 'zod';
import { route } from './route.ts';
import { AreaView, Id, IdParams, Moment, Nothing } from './shapes.ts';

const Count = z.int().min(0);
const Spent = z.strictObject({ texts: Count, segments: Count, cost: z.number().min(0), unpriced: Count });
const Price = z.int().min(0).max(1_000_000).nullable();

export const GatewayView = z.strictObject({
  id: Id,
  channel: z.string(),
  /** What the channel calls itself. */
  label: z.strictObject({ pt: z.string(), en: z.string() }),
  enabled: z.boolean(),
  sends: z.boolean(),
  downSince: Moment.nullable(),
  lastInAt: Moment.nullable(),
  lastOutAt: Moment.nullable(),
  price: Price,
  month: Spent,
  monthBefore: Spent,
});
export const listGateways = route({
  method: 'GET',
  path: '/api/gateways',
  summary:
    'Gateways and their health, what waits, what went wrong in 24 hours, what this month and the one before cost',
  response: z.strictObject({
    gateways: z.array(GatewayView),
    outbound: z.strictObject({ waiting: Count, uncertain: Count, failed: Count }),
  }),
});
export const priceGateway = route({
  method: 'POST',
  path: '/api/gateways/:id/price',
  summary: 'What a segment costs there from now on',
  params: IdParams,
  body: z.strictObject({ price: Price }),
  response: Nothing,
});
export const listCosts = route({
  method: 'GET',
  path: '/api/costs',
  summary: 'What each council was texted in thirty days until yesterday; fewer than five texts are not counted out',
  response: z.strictObject({
    councils: z.array(z.strictObject({ id: Id, name: z.string(), area: AreaView, spent: Spent.nullable() })),
  }),
});
