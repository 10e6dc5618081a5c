// A day as people of the programme write it, 23/11/2026, and as machines keep it, 2026-11-23.
const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Africa/Maputo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on the programme's wall clock. */
export const localToday = (now: Date): string => wallClock.format(now);

/** Forgiving of signs, of a missing zero and of a short year; without a year it is this one. Undefined: no day of the calendar. */
export function dayOf(text: string, today: string): string | undefined {
  const kept = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
  if (kept !== null) return calendarDay(Number(kept[1]), Number(kept[2]), Number(kept[3]));
  const said =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text.trim()) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(text.trim());
  if (said === null) return undefined;
  const [, day, month, year = today.slice(0, 4)] = said;
  return calendarDay(Number(year.padStart(4, '20')), Number(month), Number(day));
}

/** `23/11/2026`; nothing for nothing. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/');

/** The thirtieth of February is no day. */
function calendarDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? at.toISOString().slice(0, 10) : undefined;
}
