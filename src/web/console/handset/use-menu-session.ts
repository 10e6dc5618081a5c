// A menu session as a phone's network keeps it: its name and all that was typed in it. Hanging up forgets it here; what had been
// answered is remembered over there, as with a line that fell.
import { useState } from 'react';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';

type Shown = { session: string; typed: string; text: string; ends: boolean };
export type MenuSession = {
  shown: Shown | undefined;
  busy: boolean;
  dial(): void;
  /** True when it arrived: what was typed may be cleared. */
  answer(text: string): Promise<boolean>;
  hangUp(): void;
};

export function useMenuSession(handsetId: string): MenuSession {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const step = async (typed: string, session?: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      const body = session === undefined ? { typed } : { typed, session };
      const screen = await ask('dialFromHandset', { params: { id: handsetId }, body });
      setShown({ ...screen, typed });
      return true;
    } catch (error) {
      showTrouble(error, t('handsets.notDialled'));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    shown,
    busy,
    dial: () => void step(''),
    answer: async (text) => {
      if (shown === undefined) return false;
      return step(shown.typed === '' ? text : `${shown.typed}*${text}`, shown.session);
    },
    hangUp: () => setShown(undefined),
  };
}
