/** `ended`: too late, too many tries, or there was none. */
export const proofOutcomes = ['proven', 'wrong', 'ended'] as const;
export type ProofOutcome = (typeof proofOutcomes)[number];
