// A line to type in with a list under it: the arrow keys choose, Enter takes. The line keeps the focus and carries the keys.
import { type KeyboardEvent, useId, useState } from 'react';

/** What the line, the list and each of its options are given. */
export function useCombo<T extends { id: string }>(shown: readonly T[], onTake: (one: T) => void) {
  const id = useId();
  const [at, setAt] = useState(0);
  const chosen = shown[Math.min(at, shown.length - 1)];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(shown.length - 1, at + step)));
    }
    if (event.key === 'Enter' && chosen !== undefined) onTake(chosen);
  };
  return {
    /** Other things are shown now: the first of them is chosen. */
    toTop: () => setAt(0),
    line: {
      'data-autofocus': true,
      role: 'combobox',
      'aria-expanded': true,
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-activedescendant': chosen === undefined ? undefined : `${id}-${chosen.id}`,
      onKeyDown,
    },
    list: (name: string) => ({ role: 'listbox', id, 'aria-label': name }),
    option: (one: T) => ({
      id: `${id}-${one.id}`,
      role: 'option',
      'aria-selected': one === chosen,
      tabIndex: -1,
      ref: (element: HTMLElement | null) => {
        if (one === chosen) element?.scrollIntoView({ block: 'nearest' });
      },
      onClick: () => onTake(one),
    }),
  } as const;
}
