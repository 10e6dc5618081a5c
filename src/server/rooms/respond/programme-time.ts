// The programme's wall clock: what a post reads, the hour of its daily list, and the coarse time of a telling.
export const PROGRAMME_ZONE = 'Africa/Maputo';
const MORNING_HOUR = 6;
const HOUR_MS = 3_600_000;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: PROGRAMME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function localParts(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
}

export function localDay(at: Date): string {
  const local = localParts(at);
  return `${local['year']}-${local['month']}-${local['day']}`;
}

/** A post never reads when a telling came in, only in which part of the day. */
export function timeBandOf(at: Date): 'morning' | 'afternoon' | 'night' {
  const hour = Number(localParts(at)['hour']);
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'night';
}

/** "Due by" for a text: hour and day for what presses, the day alone for what does not. */
export function dueText(due: Date, severity: number): string {
  const local = localParts(due);
  const day = `${local['day']}/${local['month']}`;
  return severity >= 4 ? `${local['hour']}:${local['minute']} ${day}` : day;
}

/** The next time the daily list is made: six in the morning. */
export function nextMorning(now: Date): Date {
  const local = localParts(now);
  const sinceMidnight = Number(local['hour']) * HOUR_MS + Number(local['minute']) * 60_000 + (now.getTime() % 60_000);
  const morning = now.getTime() - sinceMidnight + MORNING_HOUR * HOUR_MS;
  return new Date(morning > now.getTime() ? morning : morning + 24 * HOUR_MS);
}
