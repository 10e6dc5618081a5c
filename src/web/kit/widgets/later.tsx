// A part of a page that nobody sees at first: its code is fetched when it is first opened, and kept.
import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';
import { ApiProblem } from '../api.ts';
import { showTrouble } from '../deed.ts';
import { useWords } from '../i18n.ts';

type Closing = { onClose: () => void };
export type LaterPart = { load: () => Promise<ComponentType<Closing>>; code?: ComponentType<Closing> };

/** What could not be fetched says so, closes, and is fetched again when it is opened again. */
export function Later({ part, onClose }: Closing & { part: LaterPart }): ReactNode {
  const { t } = useWords();
  const [, arrive] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (part.code !== undefined) return;
    part.load().then(
      (code) => {
        part.code = code;
        arrive();
      },
      (cause: unknown) => {
        showTrouble(new ApiProblem('network.away', 0, { cause: String(cause) }), t('trouble.title'));
        onClose();
      },
    );
  }, [part, onClose, t]);
  return part.code === undefined ? null : <part.code onClose={onClose} />;
}
