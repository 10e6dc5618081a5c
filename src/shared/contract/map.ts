// The map: each district of the asker's areas, as a rate and never a point where somebody spoke.
import { z } from 'zod';
import { heardStates, MOST_PERIODS_BACK, mapWeeks } from '../domain/map.ts';
import { route } from './route.ts';
import { AreaView } from './shapes.ts';

const Count = z.int().min(0);
const Day = z.iso.date();

export const MapDistrict = z.strictObject({
  area: AreaView,
  /** Of the first vintage of p-codes, by which its shape is found; null for a district that no shape is kept of. */
  code: z.string().nullable(),
  state: z.enum(heardStates),
  /** Null where it lies between one and four. */
  told: Count.nullable(),
  /** Councils there are, and of them those heard in the period. */
  councils: Count,
  reporting: Count,
  /** Councils that are to come: they are in no other figure. */
  planned: Count,
  /** Told per council that was heard; only where the state is `rate`. */
  rate: z.number().min(0).nullable(),
  /** People by the census office's projection for 2025; those displaced since are not in it. */
  population: Count.nullable(),
  /** Told per 100,000 people; only where at least five were told. */
  perPeople: z.number().min(0).nullable(),
  /** Concerns that wait now for a person of the programme or a post, whatever the period. */
  waiting: Count,
  posts: Count,
});
export type MapDistrict = z.infer<typeof MapDistrict>;

export const MapView = z.strictObject({
  from: Day,
  to: Day,
  weeks: Count,
  back: Count,
  districts: z.array(MapDistrict),
  /** Told without a district: in no shape and no row. Null between one and four. */
  elsewhere: Count.nullable(),
});
export type MapView = z.infer<typeof MapView>;

export const getMap = route({
  method: 'GET',
  path: '/api/map',
  narrows: true,
  summary:
    'Districts by what was told per council heard, what waits and the posts; fewer than five are not counted out',
  query: z.strictObject({
    weeks: z.coerce
      .number()
      .pipe(z.literal([...mapWeeks]))
      .default(4),
    back: z.coerce.number().int().min(0).max(MOST_PERIODS_BACK).default(0),
  }),
  response: MapView,
});
