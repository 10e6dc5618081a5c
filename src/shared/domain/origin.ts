// Where a record comes from. What was replayed or imported is history: it is read, counted and marked, and sets nothing off.
export const origins = ['live', 'demonstration', 'replay', 'import'] as const;
export type Origin = (typeof origins)[number];

/** Sends nothing, starts no clock and no ladder (decisions.md 19). */
export const isHistory = (origin: Origin): boolean => origin === 'replay' || origin === 'import';
