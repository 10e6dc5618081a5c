// The programme's wall clock: what a post reads, the hour of its daily list, and the coarse time of a telling.
const MORNING_HOUR = 6;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const QUARTER_MS = 15 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format takes long to make and is asked for with every brief. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

function localParts(at: Date, timeZone: string): Record<string, string> {
  const parts = formatOf(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map((part) => [part.type, part.value]));
}

export function localDay(at: Date, timeZone: string): string {
  const local = localParts(at, timeZone);
  return `${local['year']}-${local['month']}-${local['day']}`;
}

/** A calendar day so many days later (or earlier), both as `2026-11-23`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
}

export const localHour = (at: Date, timeZone: string): number => Number(localParts(at, timeZone)['hour']);

/** A post never reads when a telling came in, only in which part of the day. */
export function timeBandOf(at: Date, timeZone: string): 'morning' | 'afternoon' | 'night' {
  const hour = localHour(at, timeZone);
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'night';
}

/** "Due by" for a text, at most 11 characters: day and hour for what presses, the day alone for what does not. */
export function dueText(due: Date, severity: number, timeZone: string): string {
  const local = localParts(due, timeZone);
  const day = `${local['day']}/${local['month']}`;
  return severity >= 4 ? `${day} ${local['hour']}:${local['minute']}` : day;
}

/** A moment as a post may read it: the quarter of an hour for what presses, else the day it was. */
export function coarseMoment(at: Date, severity: number, timeZone: string): Date {
  if (severity >= 4) return new Date(Math.ceil(at.getTime() / QUARTER_MS) * QUARTER_MS);
  return midnight(at, timeZone);
}

/** The next time the daily list is made: six in the morning. */
export function nextMorning(now: Date, timeZone: string): Date {
  const morning = midnight(now, timeZone).getTime() + MORNING_HOUR * HOUR_MS;
  return new Date(morning > now.getTime() ? morning : morning + 24 * HOUR_MS);
}

/** The beginning of a day (`2026-11-23`) on the programme's wall. */
export const startOfDay = (day: string, timeZone: string): Date => midnight(new Date(`${day}T12:00:00Z`), timeZone);

/** The last minute of that day on the programme's wall. */
export const endOfDay = (at: Date, timeZone: string): Date =>
  new Date(midnight(at, timeZone).getTime() + 24 * HOUR_MS - MINUTE_MS);

/** The next midnight of the programme's wall clock. */
export const nextMidnight = (now: Date, timeZone: string): Date =>
  new Date(midnight(now, timeZone).getTime() + 24 * HOUR_MS);

function midnight(at: Date, timeZone: string): Date {
  const local = localParts(at, timeZone);
  const since = Number(local['hour']) * HOUR_MS + Number(local['minute']) * MINUTE_MS + (at.getTime() % MINUTE_MS);
  return new Date(at.getTime() - since);
}
