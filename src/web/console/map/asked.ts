// What the address asks of the map; anything it does not know is the usual.
import { z } from 'zod';
import { type MapWeeks, MOST_PERIODS_BACK, mapWeeks } from '../../../shared/domain/map.ts';
import type { Marks } from './district-map.tsx';

export type MapAsked = { weeks: MapWeeks; back: number; marks: Marks };

const USUAL_WEEKS = 4;
const Values = z.object({
  weeks: z.coerce
    .number()
    .pipe(z.literal([...mapWeeks]))
    .catch(USUAL_WEEKS),
  back: z.coerce.number().int().min(0).max(MOST_PERIODS_BACK).catch(0),
  marks: z.enum(['waiting', 'posts']).catch('waiting'),
});

export const askedOf = (values: Readonly<Record<string, string>>): MapAsked => Values.parse(values);
