// Help in one place on every screen: the question mark on top.
import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Later, type LaterPart } from '../../kit/widgets/later.tsx';

const helpPanel: LaterPart = { load: async () => (await import('./help-panel.tsx')).HelpPanel };

export function HelpButton(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        data-tour="help"
        aria-label={t('helpPanel.open')}
        title={t('helpPanel.open')}
        onClick={() => setOpen(true)}
      >
        <IconHelpCircle size={22} />
      </ActionIcon>
      {open ? <Later part={helpPanel} onClose={close} /> : null}
    </>
  );
}
