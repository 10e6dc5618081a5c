// Day and part of the day on the programme's wall: two hours ahead of Greenwich, without a summer time.
const AHEAD_MS = 2 * 3_600_000;
const MORNING_HOUR = 6;

const local = (at: Date): Date => new Date(at.getTime() + AHEAD_MS);

export const localDay = (at: Date): string => local(at).toISOString().slice(0, 10);

export function timeBandOf(at: Date): 'morning' | 'afternoon' | 'night' {
  const hour = local(at).getUTCHours();
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'night';
}

/** Six in the morning, when the daily list is made. */
export function nextMorning(at: number): number {
  const six = midnightOf(new Date(at)) + MORNING_HOUR * 3_600_000;
  return six > at ? six : six + 86_400_000;
}

/** The last minute of that day: what a post reads of a slow clock. */
export const endOfDay = (at: Date): Date => new Date(midnightOf(at) + 86_400_000 - 60_000);

export const sinceMidnight = (at: Date): number => at.getTime() - midnightOf(at);

function midnightOf(at: Date): number {
  const day = local(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()) - AHEAD_MS;
}
