// A flood: more texts than people who live here would send, held together as one matter until a person has looked.

/** What made it one: a single number, neighbouring numbers, likeness, or all numbers that nobody had met before. */
export const floodCauses = ['one-sender', 'one-range', 'alike', 'all-at-once'] as const;
export type FloodCause = (typeof floodCauses)[number];

/** Of a group of its texts. Set aside is kept: it can be released later. */
export const floodStates = ['waiting', 'released', 'set-aside'] as const;
export type FloodState = (typeof floodStates)[number];

/** To which flood, and which group of it, intake reckons a text. */
export type FloodMark = { floodId: string; groupId: string; cause: FloodCause };

/** So long after its last text a flood counts as over, and what comes then is a new one. */
export const FLOOD_MINUTES = 10;
