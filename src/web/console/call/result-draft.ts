// How a call ended, before it is sent: what was said is written like everything that is entered for somebody.
import type { CallView, EndCall } from '../../../shared/contract/calls.ts';
import type { CallOutcome } from '../../../shared/domain/call.ts';
import { type Draft, emptyDraft, toTold, toWishes } from '../entry/draft.ts';

export type Result = { outcome: CallOutcome | undefined; same: boolean; entry: Draft };

export const emptyResult = ({ told, language }: CallView): Result => {
  const entry = emptyDraft();
  return {
    outcome: undefined,
    same: told !== null,
    entry: { ...entry, source: 'call', wayBack: 'known', told: { ...entry.told, language } },
  };
};

const hasWords = ({ entry }: Result): boolean => entry.told.words.trim() !== '';

/** Nothing that was told is kept without a yes to that. */
export const isComplete = (result: Result): boolean =>
  result.outcome !== undefined && (result.outcome !== 'reached' || !hasWords(result) || result.entry.agreed);

export function toEnd(outcome: CallOutcome, result: Result): EndCall {
  if (outcome !== 'reached') return { outcome };
  const { answer, refer, told, answers } = result.entry;
  const wishes = toWishes(result.entry.wishes);
  return {
    outcome,
    ...(hasWords(result)
      ? { told: toTold(told), same: result.same, consent: { record: true as const, answer, refer } }
      : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(wishes ? { wishes } : {}),
  };
}
