// Which of the waiting tasks goes first: danger before the rest, a flood after everybody else.
export const turns = { first: 0, usual: 1, last: 2 } as const;
export type Turn = (typeof turns)[keyof typeof turns];
