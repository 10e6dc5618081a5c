// A deed on screen: shown at once, sent, and for ten seconds taken back with one key. No "are you sure?".
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteName } from '../../shared/contract/index.ts';
import { Deed } from '../../shared/contract/shapes.ts';
import { ApiProblem, ask } from './api.ts';
import { refresh } from './query.ts';
import { noticeLoss } from './session.ts';
import { makeStore } from './store.ts';
import { dropToast, showToast } from './toasts.ts';

export type Act = {
  /** What changes on screen at once. */
  subjectId: string;
  label: string;
  send: () => Promise<unknown>;
  refreshes: readonly RouteName[];
};
export type ActState = { label: string; state: 'sending' | 'kept' | 'failed' };
type Undoable = { deedId: string; toast: number; act: Act };

/** Deeds under way, by subject: a list row shows them before the server has answered. */
export const acts = makeStore<Readonly<Record<string, ActState>>>({});
const undoable = makeStore<readonly Undoable[]>([]);

export function useDeed(): { act: (act: Act) => Promise<boolean>; undoLast: () => Promise<void> } {
  const { t } = useTranslation();
  const undo = useCallback(
    async (mark: Undoable) => {
      undoable.set(undoable.get().filter((one) => one !== mark));
      dropToast(mark.toast);
      try {
        await ask('undoDeed', { params: { id: mark.deedId } });
        showToast({ text: t('deed.undone', { deed: mark.act.label }), until: Date.now() + 4_000 });
      } catch (error) {
        showTrouble(error, t('deed.undoFailed'));
      }
      setAct(mark.act.subjectId, undefined);
      await refresh(...mark.act.refreshes);
    },
    [t],
  );

  const offerUndo = useCallback(
    (deed: Act, told: Deed): void => {
      const mark: Undoable = { deedId: told.deedId, toast: 0, act: deed };
      mark.toast = showToast({ text: deed.label, until: Date.parse(told.undoUntil), undo: () => void undo(mark) });
      undoable.set([...undoable.get().slice(-4), mark]);
    },
    [undo],
  );

  const act = useCallback(
    async function perform(deed: Act): Promise<boolean> {
      setAct(deed.subjectId, { label: deed.label, state: 'sending' });
      try {
        const told = Deed.safeParse(await deed.send());
        setAct(deed.subjectId, { label: deed.label, state: 'kept' });
        if (told.success) offerUndo(deed, told.data);
        else showToast({ text: deed.label, until: Date.now() + 4_000 });
        await refresh(...deed.refreshes);
        setAct(deed.subjectId, undefined);
        return true;
      } catch (error) {
        setAct(deed.subjectId, { label: deed.label, state: 'failed' });
        showTrouble(error, t('deed.failed', { deed: deed.label }), () => void perform(deed));
        await refresh(...deed.refreshes);
        setAct(deed.subjectId, undefined);
        return false;
      }
    },
    [t, offerUndo],
  );

  const undoLast = useCallback(async () => {
    const mark = undoable.get().at(-1);
    if (mark !== undefined) await undo(mark);
  }, [undo]);

  return { act, undoLast };
}

function setAct(subjectId: string, state: ActState | undefined): void {
  const { [subjectId]: _, ...others } = acts.get();
  acts.set(state === undefined ? others : { ...others, [subjectId]: state });
}

/** Errors say what happened, what was kept and what to do; see widgets/toast-region. */
export function showTrouble(error: unknown, text: string, retry?: () => void): void {
  noticeLoss(error);
  const trouble = error instanceof ApiProblem ? error : new ApiProblem('client.fault', 0, { cause: String(error) });
  showToast({ text, trouble, until: Date.now() + 20_000, ...(retry === undefined ? {} : { retry }) });
}
