// How the queue of concerns is cut: by the clock (the columns of the board) and by whom it waits for.
export const queueClocks = ['late', 'soon', 'today', 'week', 'later', 'teller', 'closed'] as const;
export type QueueClock = (typeof queueClocks)[number];

/** The board's columns, left to right. Together they hold everything under way, and what was closed in the last seven days. */
export const boardColumns = [
  'late',
  'today',
  'week',
  'later',
  'teller',
  'closed',
] as const satisfies readonly QueueClock[];

/** The programme's own people, a post, or the person who told. */
export const queueWaits = ['us', 'post', 'teller'] as const;
export type QueueWaits = (typeof queueWaits)[number];

/** One act over several: bounded, so that the answer comes at once and each refusal can be read. */
export const MOST_AT_ONCE = 100;
