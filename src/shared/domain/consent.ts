// What a teller of a restricted concern said when she was asked whether it may be referred out.
export const consentAnswers = ['yes', 'no', 'withdrawn'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** Where a case stands. Without an answer nobody has asked her yet. */
export const consentStates = ['not-asked', ...consentAnswers] as const;
export type ConsentState = (typeof consentStates)[number];
