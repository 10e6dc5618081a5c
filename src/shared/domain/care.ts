// What a restricted concern needs next, in the order in which it is done (decisions.md 2, 7).
export const careSteps = [
  'ask-consent',
  'refer',
  'send',
  'confirm',
  'ask-again',
  'refer-other',
  'ask-helped',
  'warn',
  'tell',
] as const;
export type CareStep = (typeof careSteps)[number];

/** Care after a rape helps most within so many hours; the time of the harm is not known, so it counts from the telling. */
const MEDICAL_HOURS = 72;
const MEDICAL_TYPE = 'D01';
export const medicalUntil = ({ typeCode, openedAt }: { typeCode: string | null; openedAt: Date }): Date | null =>
  typeCode === MEDICAL_TYPE ? new Date(openedAt.getTime() + MEDICAL_HOURS * 3_600_000) : null;
