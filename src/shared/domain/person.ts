// What becomes of a person who signs in. "Left" is no word of the database: it is a revoked account, or a last day that has passed.
export const personStates = ['invited', 'active', 'locked', 'left'] as const;
export type PersonState = (typeof personStates)[number];

/** For how many days an invitation's code can be good; a week where nothing is said. */
export const validities = [1, 3, 7, 14] as const;

/** Which half of the proof is gone; the other one must still be given. */
export const losses = ['password', 'second-factor'] as const;
export type Loss = (typeof losses)[number];
