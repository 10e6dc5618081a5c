// decisions.md 2: the clock by severity. Seen and decision times run from release.
export const severities = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof severities)[number];

const HOUR = 60;
const DAY = 24 * HOUR;

const clock: Record<Severity, { seenMinutes: number; decisionMinutes: number }> = {
  5: { seenMinutes: 30, decisionMinutes: 2 * HOUR },
  4: { seenMinutes: 2 * HOUR, decisionMinutes: DAY },
  3: { seenMinutes: DAY, decisionMinutes: 3 * DAY },
  2: { seenMinutes: 3 * DAY, decisionMinutes: 14 * DAY },
  1: { seenMinutes: 3 * DAY, decisionMinutes: 14 * DAY },
};

export function clockOf(severity: Severity): { seenMinutes: number; decisionMinutes: number } {
  return clock[severity];
}

/**
 * What a post reads as "due by". Severity 4-5: release rounded up to 15 minutes, then the clock;
 * 1-3: the end of that day as `endOfDay` knows it on the programme's wall. Exact minutes would reveal when a message came in.
 */
export function shownDue(
  releasedAt: Date,
  clock: { severity: Severity; minutes: number },
  endOfDay: (at: Date) => Date,
): Date {
  const { severity, minutes } = clock;
  if (severity >= 4) {
    const quarter = 15 * 60_000;
    return new Date(Math.ceil(releasedAt.getTime() / quarter) * quarter + minutes * 60_000);
  }
  return endOfDay(new Date(releasedAt.getTime() + minutes * 60_000));
}

/** A hand-over must be accepted within a quarter of the remaining clock, at most 4 hours. */
export function handOverMinutes(remainingMinutes: number): number {
  return Math.max(1, Math.min(4 * HOUR, Math.floor(remainingMinutes / 4)));
}
