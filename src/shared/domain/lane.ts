// decisions.md 7: who may work a concern. Protection and oversight are invisible to every post.
export const lanes = ['ordinary', 'protection', 'oversight'] as const;
export type Lane = (typeof lanes)[number];

export const restrictedLanes = ['protection', 'oversight'] as const satisfies readonly Lane[];
export const isRestricted = (lane: Lane): boolean => lane !== 'ordinary';
