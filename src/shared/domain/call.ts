// Calling a teller back: how a call may end, what became of an asked number, and how much of it there may be.
export const callOutcomes = ['reached', 'not-reached', 'not-now', 'wrong-person', 'not-safe'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** After these she is tried again. */
const triedAgain: ReadonlySet<CallOutcome> = new Set(['not-reached', 'not-now']);
export const mayTryAgain = (outcome: CallOutcome): boolean => triedAgain.has(outcome);

/** Why the courier did not open a number. */
export const numberProblems = ['no-way-back', 'too-many', 'not-wished', 'fault'] as const;
export type NumberProblem = (typeof numberProblems)[number];

/** `late`: the courier did not answer in time. `gone`: its quarter of an hour is over, or the call has ended. */
export const numberStates = ['waiting', 'open', 'gone', 'late', ...numberProblems] as const;

/** By which way she asked to be called. */
export const callAskers = ['call', 'text'] as const;

/** Numbers that one person may have opened in a day, and from how many on the auditor's list marks her. */
export const MOST_NUMBERS_A_DAY = 25;
export const MANY_NUMBERS_A_DAY = 12;
/** So long a number stays readable on the page that asked for it; so long the page waits for the courier. */
export const NUMBER_MINUTES = 15;
export const ANSWER_SECONDS = 30;
/** Hours until she is tried again, by how often it was in vain. After the last there is no further try. */
export const TRY_AGAIN_HOURS = [2, 24] as const;
export const MOST_TRIES = TRY_AGAIN_HOURS.length + 1;
