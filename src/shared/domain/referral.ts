// Referring out: what kinds of service there are, the steps of a referral, and why a service says no.
export const referralKinds = [
  'medical',
  'psychosocial',
  'safety',
  'child',
  'legal',
  'social',
  'trafficking',
  'oversight',
] as const;
export type ReferralKind = (typeof referralKinds)[number];

export const declineReasons = ['full', 'far', 'not-theirs', 'unreachable', 'unsafe'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const referralStates = ['offered', 'consented', 'sent', 'accepted', 'declined', 'done'] as const;
export type ReferralState = (typeof referralStates)[number];

/** Each but the first is said by the protection officer. */
export const referralSteps = ['sent', 'reminded', 'accepted', 'declined', 'done'] as const;
export type ReferralStep = (typeof referralSteps)[number];

/** From where a step may be taken. A service that could not be reached may say no later, or serve her without a word between. */
const before: Readonly<Record<ReferralStep, readonly ReferralState[]>> = {
  sent: ['offered', 'consented'],
  // Asked again: it stays sent, and its time to answer begins anew.
  reminded: ['sent'],
  accepted: ['sent'],
  declined: ['sent', 'accepted'],
  done: ['sent', 'accepted'],
};
export const mayStep = (state: ReferralState, step: ReferralStep): boolean => before[step].includes(state);
export const stepsFrom = (state: ReferralState): readonly ReferralStep[] =>
  referralSteps.filter((step) => mayStep(state, step));

type Moments = { sentAt: unknown; acceptedAt: unknown; declinedAt: unknown; doneAt: unknown };

/** Where a referral stands; before it is sent, her answer tells. */
export function referralStateOf(moments: Moments, consented: boolean): ReferralState {
  if (moments.doneAt !== null) return 'done';
  if (moments.declinedAt !== null) return 'declined';
  if (moments.acceptedAt !== null) return 'accepted';
  if (moments.sentAt !== null) return 'sent';
  return consented ? 'consented' : 'offered';
}
