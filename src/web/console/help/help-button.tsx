// Help in one place on every screen: the question mark on top.
import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { HelpPanel } from './help-panel.tsx';

export function HelpButton(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
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
      {open ? <HelpPanel onClose={() => setOpen(false)} /> : null}
    </>
  );
}
