// The parts of the bell's list, in the order in which they are read.
export const bellParts = ['late', 'new', 'other'] as const;
export type BellPart = (typeof bellParts)[number];
