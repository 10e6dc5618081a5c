// The keys of this desk, and the switch that turns them off.
import { Kbd, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { shortcutsOn, switchShortcuts } from '../../kit/shortcuts.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import type { DeskKind } from './desk-kind.ts';

const keys: Readonly<Record<DeskKind, readonly (readonly [string, string])[]>> = {
  coordinator: [
    ['J', 'shortcuts.next'],
    ['K', 'shortcuts.previous'],
    ['D', 'action.danger'],
    ['R', 'shortcuts.words'],
    ['T', 'action.type'],
    ['L', 'action.place'],
    ['M', 'action.merge'],
    ['E', 'action.escalate'],
    ['A', 'action.answer'],
    ['V', 'action.lane'],
    ['X', 'shortcuts.mark'],
    ['Shift J / K', 'shortcuts.markOn'],
    ['U', 'shortcuts.undo'],
    ['/', 'shortcuts.search'],
    ['Ctrl K', 'palette.title'],
    ['?', 'shortcuts.title'],
  ],
  protection: [
    ['J', 'shortcuts.next'],
    ['K', 'shortcuts.previous'],
    ['R', 'action.refer'],
    ['A', 'action.answer'],
    ['T', 'action.type'],
    ['L', 'action.place'],
    ['V', 'action.lane'],
    ['U', 'shortcuts.undo'],
    ['/', 'shortcuts.search'],
    ['Ctrl K', 'palette.title'],
    ['?', 'shortcuts.title'],
  ],
};

export function ShortcutHelp({ kind, onClose }: { kind: DeskKind; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Sheet onClose={onClose} title={t('shortcuts.title')}>
      <div className="stack">
        <dl className="facts">
          {keys[kind].map(([key, word]) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('shortcuts.on')}
          checked={shortcutsOn.use()}
          onChange={(event) => switchShortcuts(event.currentTarget.checked)}
        />
      </div>
    </Sheet>
  );
}
