// Facts as they are read: the newest on top, and of one moment the one that was written down last.

/** `entries` as the journal has them, oldest first. */
export const newestFirst = <Entry extends { at: string }>(entries: readonly Entry[]): Entry[] =>
  entries.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
