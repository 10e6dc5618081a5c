// A sheet over the page, with its title and its way out. Mantine's own modal puts a second banner landmark on the page; this one does not.
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n.ts';

type Props = { title: string; size?: 'md' | 'lg' | 'xl'; onClose: () => void; children: ReactNode };

export function Sheet({ title, size = 'lg', onClose, children }: Props): ReactNode {
  const { t } = useWords();
  useFocusBack();
  return (
    <Modal.Root opened onClose={onClose} size={size} centered lockScroll={false}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <div className="row apart" style={{ padding: '14px 16px 0', flexWrap: 'nowrap' }}>
          <Modal.Title fw={650} fz="1.0625rem">
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('dialog.close')} />
        </div>
        <Modal.Body p="md">{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The sheet is taken away whole, and with it the focus: by keyboard one goes on from where it was opened. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
