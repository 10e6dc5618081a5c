// A teller may say in which hours a text may reach her. Hours are local to the programme; `from` may be later than `to`.

type Hours = { safeFrom: number | null; safeTo: number | null };
type Kind = 'person' | 'member' | 'post' | 'staff';

/** Posts and staff are on duty: they have neither safe hours nor a most of a day. */
export const isTeller = ({ kind }: { kind: Kind }): boolean => kind === 'person' || kind === 'member';

/** From when on a text may go to this contact. */
export const mayGoFrom = (now: Date, to: Hours & { kind: Kind }, timeZone: string): Date =>
  isTeller(to) ? nextSafeMoment(now, to, timeZone) : now;

/** The first moment from `now` on that lies within the safe hours; `now` itself when there are none. */
export function nextSafeMoment(now: Date, hours: Hours, timeZone: string): Date {
  if (hours.safeFrom === null || hours.safeTo === null || hours.safeFrom === hours.safeTo) return now;
  const local = localHour(now, timeZone);
  if (isWithin(local.hour, hours.safeFrom, hours.safeTo)) return now;
  const hoursAhead = (hours.safeFrom - local.hour + 24) % 24 || 24;
  return new Date(
    now.getTime() + hoursAhead * 3_600_000 - local.minute * 60_000 - local.second * 1000 - now.getMilliseconds(),
  );
}

const isWithin = (hour: number, from: number, to: number): boolean =>
  from < to ? hour >= from && hour < to : hour >= from || hour < to;

/** Hour, minute and second of a moment as a clock on the programme's wall shows them. */
export function localHour(moment: Date, timeZone: string): { hour: number; minute: number; second: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return { hour: read('hour'), minute: read('minute'), second: read('second') };
}
