// The life of a community safety council: what it can be, what may follow what, and why it changed (domain.md C1).
export const councilStatuses = [
  'proposed',
  'established',
  'active',
  'dormant',
  'suspended',
  'displaced',
  're-activated',
  'closed',
] as const;
export type CouncilStatus = (typeof councilStatuses)[number];

/** What may follow each; a council that was closed can live again. */
export const followersOf: Readonly<Record<CouncilStatus, readonly CouncilStatus[]>> = {
  proposed: ['established', 'closed'],
  established: ['active', 'dormant', 'suspended', 'displaced', 'closed'],
  active: ['dormant', 'suspended', 'displaced', 'closed'],
  dormant: ['re-activated', 'suspended', 'displaced', 'closed'],
  suspended: ['re-activated', 'displaced', 'closed'],
  displaced: ['displaced', 're-activated', 'dormant', 'suspended', 'closed'],
  're-activated': ['dormant', 'suspended', 'displaced', 'closed'],
  closed: ['re-activated'],
};

/** Why it changed: never about a person. */
export const councilReasons = [
  'act-signed',
  'meets',
  'no-meetings',
  'insecurity',
  'conduct',
  'with-its-people',
  'returned',
  'joined-another',
  'other',
] as const;
export type CouncilReason = (typeof councilReasons)[number];

/** The reasons that a status can have. */
export const reasonsOf: Readonly<Record<CouncilStatus, readonly CouncilReason[]>> = {
  proposed: ['other'],
  established: ['act-signed', 'other'],
  active: ['meets', 'other'],
  dormant: ['no-meetings', 'insecurity', 'other'],
  suspended: ['conduct', 'insecurity', 'other'],
  displaced: ['with-its-people', 'other'],
  're-activated': ['meets', 'returned', 'other'],
  closed: ['joined-another', 'no-meetings', 'conduct', 'other'],
};

/** With these its people live elsewhere, or live at home again: where it is now is asked for. */
export const movesWith: readonly CouncilStatus[] = ['displaced', 're-activated'];
