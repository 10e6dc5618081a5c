// Remembering and forgetting names of places, with ten seconds to think again.

import type { AreaView } from '../../../shared/contract/shapes.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';

const UNDO_MS = 10_000;

type Names = {
  remember: (word: string, area: AreaView) => Promise<void>;
  forget: (name: { id: string; name: string; area: AreaView }) => Promise<void>;
};

export function useNames(): Names {
  const { t } = useWords();
  const attempt = async (deed: () => Promise<void>): Promise<void> => {
    try {
      await deed();
    } catch (error) {
      showTrouble(error, t('names.failed'));
    }
    await refresh('listNames');
  };
  const remember = (word: string, area: AreaView): Promise<void> =>
    attempt(async () => {
      const { id } = await ask('teachName', { params: { id: area.id }, body: { name: word } });
      const undo = (): void => void forget({ id, name: word, area });
      showToast({ text: t('names.remembered', { word, place: area.name }), until: Date.now() + UNDO_MS, undo });
    });
  const forget: Names['forget'] = ({ id, name, area }) =>
    attempt(async () => {
      await ask('forgetName', { params: { id } });
      const undo = (): void => void remember(name, area);
      showToast({ text: t('names.forgotten', { word: name }), until: Date.now() + UNDO_MS, undo });
    });
  return { remember, forget };
}
