// A deed on screen: shown at once, sent, and for ten seconds taken back with one key. No "are you sure?".
import { useCallback } from 'react';
import type { RouteName } from '../../shared/contract/index.ts';
import { ApiProblem, ask } from './api.ts';
import { fieldsOf } from './fields.ts';
import { useWords } from './i18n.ts';
import { refresh } from './query.ts';
import { noticeLoss } from './session.ts';
import { makeStore } from './store.ts';
import { dropToast, showToast } from './toasts.ts';

export type Act = {
  /** What changes on screen at once: one thing, or several under one undo. */
  subjectId: string | readonly string[];
  label: string;
  /** What it was done to, where the next may stand open already when the notice is read. */
  about?: string;
  send: () => Promise<unknown>;
  refreshes: readonly RouteName[];
  /** What the screen brings back when it was taken back. */
  onUndone?: () => void;
};
type Done = Omit<Act, 'send'>;
export type ActState = { label: string; state: 'sending' | 'kept' | 'failed' };
type Undoable = { deedIds: readonly string[]; toast: number; act: Done };

const saidOf = ({ about, label }: Done): string => (about === undefined ? label : `${about}: ${label}`);
const subjectsOf = ({ subjectId }: Done): readonly string[] =>
  typeof subjectId === 'string' ? [subjectId] : subjectId;

/** Deeds under way, by subject: a list row shows them before the server has answered. */
export const acts = makeStore<Readonly<Record<string, ActState>>>({});
const undoable = makeStore<readonly Undoable[]>([]);

type Told = { deedIds: readonly string[]; undoUntil: string };

export function useDeed(): {
  act: (act: Act) => Promise<boolean>;
  /** For a screen that sends by itself. */
  offerUndo: (done: Done, told: Told) => void;
  undoLast: () => Promise<string | undefined>;
} {
  const { t } = useWords();
  const undo = useCallback(
    async (mark: Undoable) => {
      undoable.set(undoable.get().filter((one) => one !== mark));
      dropToast(mark.toast);
      try {
        const kept = await takeBack(mark.deedIds);
        if (kept === 0) mark.act.onUndone?.();
        const words = { deed: saidOf(mark.act), count: kept };
        showToast({ text: t(kept === 0 ? 'deed.undone' : 'deed.undonePartly', words), until: Date.now() + 4_000 });
      } catch (error) {
        showTrouble(error, t('deed.undoFailed'));
      }
      setAct(mark.act.subjectId, undefined);
      await refreshAfter(mark.act);
    },
    [t],
  );

  const offerUndo = useCallback(
    (deed: Done, told: Told): void => {
      const mark: Undoable = { deedIds: told.deedIds, toast: 0, act: deed };
      mark.toast = showToast({ text: saidOf(deed), until: Date.parse(told.undoUntil), undo: () => void undo(mark) });
      undoable.set([...undoable.get().slice(-4), mark]);
    },
    [undo],
  );

  const act = useCallback(
    async function perform(deed: Act): Promise<boolean> {
      setAct(deed.subjectId, { label: deed.label, state: 'sending' });
      try {
        const told = toUndoable(await deed.send());
        setAct(deed.subjectId, { label: deed.label, state: 'kept' });
        if (told !== undefined && told.deedIds.length > 0) offerUndo(deed, told);
        else if (told === undefined) showToast({ text: saidOf(deed), until: Date.now() + 4_000 });
        await refreshAfter(deed);
        setAct(deed.subjectId, undefined);
        return true;
      } catch (error) {
        setAct(deed.subjectId, { label: deed.label, state: 'failed' });
        showTrouble(error, t('deed.failed', { deed: saidOf(deed) }), () => void perform(deed));
        await refreshAfter(deed);
        setAct(deed.subjectId, undefined);
        return false;
      }
    },
    [t, offerUndo],
  );

  const undoLast = useCallback(async () => {
    const mark = undoable.get().at(-1);
    if (mark === undefined) return undefined;
    await undo(mark);
    return subjectsOf(mark.act)[0];
  }, [undo]);

  return { act, offerUndo, undoLast };
}

/** What waits is counted anew with every deed. */
const refreshAfter = ({ refreshes }: Done): Promise<void> => refresh('getBell', ...refreshes);

function setAct(subjectId: string | readonly string[], state: ActState | undefined): void {
  const subjects = typeof subjectId === 'string' ? [subjectId] : subjectId;
  const others = Object.fromEntries(Object.entries(acts.get()).filter(([id]) => !subjects.includes(id)));
  const now = state === undefined ? {} : Object.fromEntries(subjects.map((id) => [id, state]));
  acts.set({ ...others, ...now });
}

/** What the server answered to a deed, or to one deed for several; undefined when it cannot be taken back. */
function toUndoable(answer: unknown): Told | undefined {
  const { deedId, undoUntil, done } = fieldsOf(answer);
  if (typeof undoUntil !== 'string') return undefined;
  if (typeof deedId === 'string') return { deedIds: [deedId], undoUntil };
  if (!Array.isArray(done)) return undefined;
  const deedIds = done.flatMap((one: unknown) => fieldsOf(one)['deedId']).filter((id) => typeof id === 'string');
  return { deedIds, undoUntil };
}

/** How many could no longer be taken back. */
async function takeBack(deedIds: readonly string[]): Promise<number> {
  const [only] = deedIds;
  if (deedIds.length > 1) return (await ask('undoSeveral', { body: { deedIds: [...deedIds] } })).refused.length;
  if (only !== undefined) await ask('undoDeed', { params: { id: only } });
  return 0;
}

/** Errors say what happened, what was kept and what to do; see widgets/toast-region. */
export function showTrouble(error: unknown, text: string, retry?: () => void): void {
  noticeLoss(error);
  const trouble = error instanceof ApiProblem ? error : new ApiProblem('client.fault', 0, { cause: String(error) });
  showToast({ text, trouble, until: Date.now() + 20_000, ...(retry === undefined ? {} : { retry }) });
}
