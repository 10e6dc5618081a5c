// Calendar days as the programme counts them: in Maputo it is tomorrow two hours before it is in UTC.
import { addDays, localDay } from '../src/server/kit/programme-time.ts';

/** A calendar day of the programme's country, like `2026-11-30`, so many days after the moment given (default: now). */
export const dayAhead = (days: number, from = new Date()): string => addDays(localDay(from, 'Africa/Maputo'), days);
