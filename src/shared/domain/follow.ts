// What a teller's code opens, as every door that asks for one is told it. Whoever holds the code may be a stranger.

/** How long ago, so roughly that nobody can match it with a day. */
export const agos = ['now', 'days', 'weeks', 'long'] as const;
export type Ago = (typeof agos)[number];

const DAY_MS = 86_400_000;

/** @example agoOf(yesterday, now) // 'now' */
export function agoOf(at: Date, now: Date): Ago {
  const days = (now.getTime() - at.getTime()) / DAY_MS;
  if (days < 2) return 'now';
  if (days < 15) return 'days';
  return days < 32 ? 'weeks' : 'long';
}

/** Why it could not be done, without what would name a service: means, no way there, or something else. */
export const cannotWhys = ['means', 'reach', 'other'] as const;
export type CannotWhy = (typeof cannotWhys)[number];

const whys: Readonly<Record<string, CannotWhy>> = {
  'no-fuel': 'means',
  'no-vehicle': 'means',
  'no-people': 'means',
  'no-access': 'reach',
  'not-safe': 'reach',
};
export const cannotWhyOf = (reason: string): CannotWhy => whys[reason] ?? 'other';

/** What is asked of her now; `reopen`: she had said that it is solved, and may still say that it is not. */
export const pageQuestions = ['clearer', 'place', 'clear', 'solved', 'reopen'] as const;
export type PageQuestion = (typeof pageQuestions)[number];

export type Followed =
  | { outcome: 'unknown' | 'slow-down' }
  | {
      outcome: 'found';
      /** `new`: it came, and nobody has read it yet. `withdrawn`: taken back, and may still be kept. */
      state: 'new' | 'received' | 'going' | 'answered' | 'closed' | 'withdrawn';
      /** Which sentence; null while there is none. */
      answer: 'going' | 'done' | 'cannot' | 'referred' | 'nobody' | 'call' | null;
      why: CannotWhy | null;
      /** She said that it was not clear: it is said in other words too. */
      again: boolean;
      told: Ago;
      seen: Ago | null;
      answered: Ago | null;
      closed: Ago | null;
      asks: PageQuestion | null;
    };
