// Which of the two desks is meant. A file of its own, because every part of a desk asks and the desk holds them all.

/** `coordinator` triages the ordinary lane; `protection` works both restricted lanes. */
export type DeskKind = 'coordinator' | 'protection';
