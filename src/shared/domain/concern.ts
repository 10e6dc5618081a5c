// States of a concern and of a brief, and the moves between them. Histories are append-only; every prefix is legal by these tables.
export const concernStates = ['triage', 'open', 'referred', 'answered', 'closed', 'merged', 'withdrawn'] as const;
export type ConcernState = (typeof concernStates)[number];

const concernMoves: Readonly<Record<ConcernState, readonly ConcernState[]>> = {
  triage: ['open', 'referred', 'answered', 'merged', 'withdrawn', 'triage', 'closed'],
  open: ['answered', 'triage', 'merged', 'withdrawn', 'referred', 'closed'],
  referred: ['answered', 'closed', 'withdrawn', 'triage'],
  answered: ['closed', 'open', 'triage', 'withdrawn', 'merged', 'referred'],
  closed: ['open', 'triage'],
  merged: ['triage', 'open', 'answered'],
  withdrawn: [],
};
export const mayMoveConcern = (from: ConcernState, to: ConcernState): boolean => concernMoves[from].includes(to);

export const briefStates = ['new', 'seen', 'going', 'done', 'cannot', 'handed-over', 'withdrawn'] as const;
export type BriefState = (typeof briefStates)[number];

const briefMoves: Readonly<Record<BriefState, readonly BriefState[]>> = {
  new: ['seen', 'going', 'done', 'cannot', 'handed-over', 'withdrawn'],
  seen: ['going', 'done', 'cannot', 'handed-over', 'withdrawn'],
  going: ['done', 'cannot', 'handed-over', 'withdrawn'],
  done: ['new', 'withdrawn'],
  cannot: ['new', 'going', 'done', 'withdrawn'],
  'handed-over': ['new', 'seen', 'withdrawn'],
  withdrawn: [],
};
export const mayMoveBrief = (from: BriefState, to: BriefState): boolean => briefMoves[from].includes(to);

/** Why a concern was not released by rule (decisions.md 1). */
export const holdReasons = [
  'type-unclear',
  'type-not-on-list',
  'type-off',
  'type-not-her-word',
  'place-unclear',
  'protection-word',
  'oversight-word',
  'harm-by-official',
  'one-witness',
  'small-settlement',
  'residue',
  'raised',
  'lowered',
  'worse',
  'imported',
  'minor',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Why a post cannot: a capacity reason goes upwards as a need, not as a failure. */
export const cannotReasons = [
  'no-fuel',
  'no-vehicle',
  'no-people',
  'no-access',
  'not-safe',
  'not-ours',
  'not-found',
  'needs-other',
] as const;
export type CannotReason = (typeof cannotReasons)[number];
