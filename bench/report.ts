// What a bench has to say: lines for people, and the bars it was to hold. A bar that is missed makes the whole run fail.
export type Bar = { says: string; held: boolean };
export type Report = { lines: string[]; bars: Bar[] };

/** `seen` beside what it may be at most, or must be at least. */
export const atMost = (what: string, seen: number, limit: number): Bar => ({
  says: `${what} ≤ ${limit}`,
  held: seen <= limit,
});
export const atLeast = (what: string, seen: number, limit: number): Bar => ({
  says: `${what} ≥ ${limit}`,
  held: seen >= limit,
});
/** What must not happen once. */
export const never = (what: string, seen: number): Bar => ({ says: `${what}: none`, held: seen === 0 });

export function toLines({ lines, bars }: Report): string[] {
  return [...lines, '', ...bars.map(({ says, held }) => `- ${held ? 'held' : '**missed**'}: ${says}`)];
}
