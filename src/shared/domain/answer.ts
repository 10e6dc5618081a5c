// Catalogue sentences with which a concern is answered. A teller gets the neutral text of her language, never free text.
export const answerCodes = [
  'going',
  'done',
  'cannot',
  'referred',
  'already-known',
  'not-ours',
  'nobody-here',
  'information',
] as const;
export type AnswerCode = (typeof answerCodes)[number];
