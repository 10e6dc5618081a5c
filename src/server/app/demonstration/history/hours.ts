// At what hours people tell: hardly at night, most when the day begins and when work ends. What cannot wait comes at any hour.
import type { Dice } from './dice.ts';
import { DAY_MS } from './stage.ts';
import { sinceMidnight } from './write/local-time.ts';

/** Of a thousand words of a day, by the hour on the wall. */
const byHour = [6, 4, 3, 4, 10, 30, 62, 74, 72, 66, 58, 48, 40, 38, 44, 52, 62, 74, 82, 70, 48, 28, 16, 9] as const;
const HOUR_MS = DAY_MS / byHour.length;
const ALL = byHour.reduce((sum, each) => sum + each, 0);

/** A moment within so many days, as people live; one throw of the dice. */
export function tellingTime(dice: Dice, from: Date, days: number): Date {
  const drawn = dice.next() * days;
  const day = Math.floor(drawn);
  const intoDay = (wallTime(drawn - day) - sinceMidnight(from) + DAY_MS) % DAY_MS;
  return new Date(from.getTime() + day * DAY_MS + intoDay);
}

/** `0` to just under `1` → milliseconds since midnight. */
function wallTime(share: number): number {
  let left = share * ALL;
  for (const [hour, weight] of byHour.entries()) {
    if (left < weight) return Math.floor((hour + left / weight) * HOUR_MS);
    left -= weight;
  }
  return DAY_MS - 1;
}
