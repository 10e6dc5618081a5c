// Which of the two desks is meant. A file of its own, because every part of a desk asks and the desk holds them all.

/** `coordinator` triages the ordinary lane; `protection` works both restricted lanes. */
export type DeskKind = 'coordinator' | 'protection';

/** What an opened concern may ask of the desk around it. `keys`: the single keys are its own, because nothing is marked. */
export type DeskHold = { onDone: () => void; onOpen: (id: string) => void; keys: boolean };
