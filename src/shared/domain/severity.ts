// decisions.md 2: the clock by severity. Seen and decision times run from release.
export const severities = [1, 2, 3, 4, 5] as const;
export type Severity = (typeof severities)[number];

const HOUR = 60;
const DAY = 24 * HOUR;
/** Central Africa Time, without a summer time: the day of a post's wall, not of Greenwich. */
const AHEAD_OF_UTC = 2;

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
 * 1-3: the end of that day. Exact minutes would reveal when a message came in.
 */
export function shownDue(releasedAt: Date, severity: Severity, minutes: number): Date {
  if (severity >= 4) {
    const quarter = 15 * 60_000;
    return new Date(Math.ceil(releasedAt.getTime() / quarter) * quarter + minutes * 60_000);
  }
  const due = new Date(releasedAt.getTime() + minutes * 60_000 + AHEAD_OF_UTC * 3_600_000);
  return new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth(), due.getUTCDate(), 23 - AHEAD_OF_UTC, 59));
}

/** A hand-over must be accepted within a quarter of the remaining clock, at most 4 hours. */
export function handOverMinutes(remainingMinutes: number): number {
  return Math.max(1, Math.min(4 * HOUR, Math.floor(remainingMinutes / 4)));
}
