// What a table of reports may hold, and why a row of it cannot be taken.
export const reportFields = [
  'date',
  'text',
  'place',
  'district',
  'type',
  'channel',
  'language',
  'number',
  'outcome',
] as const;
export type ReportField = (typeof reportFields)[number];

export const importChannels = ['sms', 'call', 'paper', 'meeting', 'visit', 'web', 'other'] as const;
export type ImportChannel = (typeof importChannels)[number];

export const importOutcomes = ['solved', 'partly', 'not-solved'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const rowReasons = [
  'date-missing',
  'date-unclear',
  'date-future',
  'date-old',
  'empty',
  'too-long',
  'type-unknown',
  'place-unknown',
  'place-ambiguous',
  'place-outside',
  'outcome-unknown',
  'repeated',
] as const;
export type RowReason = (typeof rowReasons)[number];

export const batchStates = ['running', 'done', 'undone'] as const;
/** An import can be taken back for so long, while nobody has worked on what it brought. */
export const UNDO_DAYS = 30;
