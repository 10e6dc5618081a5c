// No referral, no question (product.md rule 6): a type is asked about where it is not switched off and somebody can answer.
import { referralKinds } from './referral.ts';

export const typeSwitches = ['on', 'on-without-police', 'off'] as const;
export type TypeSwitch = (typeof typeSwitches)[number];

/** What a person may say of a type in an area; `inherit`: as the wider area has it. */
export const switchWords = [...typeSwitches, 'inherit'] as const;
export type SwitchWord = (typeof switchWords)[number];

/** Who may answer for a type: posts, the coordinator herself, or services of the directory by their kind. */
export const answerers = ['post', 'coordinator', ...referralKinds] as const;
export type Answerer = (typeof answerers)[number];

/** Who flees is told to police by a person, whatever is switched (decisions.md 13). */
export const TO_POLICE_BY_PERSON_ONLY: readonly string[] = ['G02'];

export const policeServices = ['police', 'border', 'investigation'] as const;
export const isPolice = (service: string): boolean => policeServices.some((one) => one === service);
