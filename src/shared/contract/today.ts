// Today: one page from which a coordinator runs a morning.
import { z } from 'zod';
import { CapacityView } from './posts.ts';
import { route } from './route.ts';
import { AreaView, Id, Moment, TypeCode } from './shapes.ts';

const Count = z.int().min(0);
const Day = z.iso.date();

/**
 * The share on the first screen (decisions.md 4): tellings judged clear ÷ tellings due an answer. Only whole days, so that the same
 * day gives the same number all day long.
 */
export const Headline = z.strictObject({
  from: Day,
  to: Day,
  due: Count,
  answered: Count,
  asked: Count,
  replied: Count,
  clear: Count,
  told: Count,
  noWayBack: Count,
  /** Twelve periods of seven days, oldest first. */
  weeks: z.array(z.strictObject({ from: Day, due: Count, clear: Count })),
});

/** What is new since yesterday: of the roll-up, beside the usual of the twelve days before. */
export const SinceYesterday = z.strictObject({
  day: Day,
  told: Count,
  toldToday: Count,
  usual: Count,
  /** Whose decision clock ended yesterday, and what became of them. */
  due: Count,
  answered: Count,
  clear: Count,
  /** Opened since, and open still. */
  dangers: Count,
  /** Districts that told twice the usual or more, the furthest from usual first. */
  more: z.array(z.strictObject({ area: AreaView, told: Count, usual: Count })),
});

export const TodayView = z.strictObject({
  headline: Headline,
  since: SinceYesterday,
  dangers: z.array(
    z.strictObject({
      id: Id,
      ref: z.string(),
      typeCode: TypeCode.nullable(),
      area: AreaView.nullable(),
      state: z.enum(['triage', 'open']),
      openedAt: Moment,
      taken: z.boolean(),
    }),
  ),
  triage: z.strictObject({ waiting: Count, late: Count }),
  latePosts: z.array(z.strictObject({ postId: Id, name: z.string(), late: Count, open: Count, oldestDueAt: Moment })),
  /** Posts that said they cannot move (no fuel, no vehicle, nobody) while something waits with them; the most waiting first. */
  stuckPosts: z.array(
    z.strictObject({ postId: Id, name: z.string(), waiting: Count, lacks: CapacityView.shape.lacks }),
  ),
  /** Every district in which something was told in the last fourteen days or stands open; the most waiting first. */
  districts: z.array(z.strictObject({ area: AreaView, told: z.array(Count).length(14), waiting: Count, late: Count })),
  days: z.strictObject({ from: Day, to: Day }),
  /** Weeks of the demonstration's past that are still to be written: figures of earlier weeks grow until then. */
  weeksToWrite: Count.nullable(),
});
export type TodayView = z.infer<typeof TodayView>;

export const getToday = route({
  method: 'GET',
  path: '/api/today',
  narrows: true,
  summary: 'What this morning asks for: the headline, danger, what waits and whose it is, each district in one row',
  response: TodayView,
});
