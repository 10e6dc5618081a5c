// The key of a deed, beside its name: only where keys are on and there is room for them.
import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { shortcutsOn } from '../shortcuts.ts';

export function DeedKey({ letter }: { letter: string }): ReactNode {
  if (!shortcutsOn.use()) return null;
  return (
    <Kbd size="xs" aria-hidden visibleFrom="sm">
      {letter.toUpperCase()}
    </Kbd>
  );
}
