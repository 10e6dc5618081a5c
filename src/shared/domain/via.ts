// By which way a telling came in. The last three are entered by a person of the programme for the one who tells.
export const entrySources = ['call', 'walk-in', 'paper'] as const;
export type EntrySource = (typeof entrySources)[number];

export const vias = ['text', 'menu', 'page', ...entrySources] as const;
export type Via = (typeof vias)[number];

export const isEntry = (via: Via): via is EntrySource => entrySources.some((source) => source === via);

/** What she said when asked whether her matter may be referred out. */
export const referAnswers = ['yes', 'no', 'not-asked'] as const;
export type ReferAnswer = (typeof referAnswers)[number];

/** How an answer finds back to her: not at all, her number, a slip with a code, a code she has already. */
export const waysBack = ['none', 'phone', 'code', 'known'] as const;
export type WayBack = (typeof waysBack)[number];

export const partsOfDay = ['morning', 'afternoon', 'night'] as const;
export type PartOfDay = (typeof partsOfDay)[number];
