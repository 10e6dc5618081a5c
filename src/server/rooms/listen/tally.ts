// Counts by key over a sliding window, in memory and bounded: the window before counts for the share of it that still reaches in.

export type Tally = {
  /** Counts one more, or one that weighs more, and returns how many there were within the window, this one included. */
  count(key: string, at: Date, weight?: number): number;
  has(key: string, at: Date): boolean;
};

/** Who comes after so many others is not told apart any more: together they are counted all the same. */
const MOST_KEYS = 50_000;

export function openTally(windowMs: number): Tally {
  let slot = 0;
  let now = new Map<string, number>();
  let before = new Map<string, number>();
  const turnTo = (at: Date): void => {
    const next = Math.floor(at.getTime() / windowMs);
    if (next <= slot) return;
    before = next === slot + 1 ? now : new Map();
    now = new Map();
    slot = next;
  };
  return {
    count: (key, at, weight = 1) => {
      turnTo(at);
      const counted = (now.get(key) ?? 0) + weight;
      if (now.size < MOST_KEYS || counted > weight) now.set(key, counted);
      const past = Math.min(1, Math.max(0, at.getTime() / windowMs - slot));
      return counted + (before.get(key) ?? 0) * (1 - past);
    },
    has: (key, at) => {
      turnTo(at);
      return now.has(key) || before.has(key);
    },
  };
}
