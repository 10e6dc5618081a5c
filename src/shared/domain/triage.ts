// How long a held telling may wait for a person, and for how long two tellings may be about one matter; both by severity.
import type { Severity } from './severity.ts';

// Half of the post's "seen" clock (severity.ts) or less, so that triage and post together still fit within the next grade's
// clock: 15 + 30 min, 1 + 2 h, 8 + 24 h. A working day for 1-2: nobody is woken for a street lamp.
const triageMinutesBySeverity: Record<Severity, number> = { 5: 15, 4: 60, 3: 8 * 60, 2: 24 * 60, 1: 24 * 60 };

export const triageMinutes = (severity: Severity): number => triageMinutesBySeverity[severity];

// The default is 72 h. Two attacks on one place on two days are two attacks; an unlit street stays the same matter for weeks.
const joinHoursBySeverity: Record<Severity, number> = { 5: 24, 4: 72, 3: 72, 2: 72, 1: 336 };

export const joinWindowHours = (severity: Severity): number => joinHoursBySeverity[severity];

/** Likely duplicates are offered over twice the window in which they would be joined. */
export const offerWindowHours = (severity: Severity): number => 2 * joinWindowHours(severity);
