// Ctrl-K: screens, the present screen's deeds, concerns, posts and places by a few letters. Only what the role may open.
import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { whenIdle } from '../../kit/when-idle.ts';
import { Later, type LaterPart } from '../../kit/widgets/later.tsx';
import look from './palette.module.css';

const paletteSheet: LaterPart = { load: async () => (await import('./palette-sheet.tsx')).PaletteSheet };

export function CommandPalette(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  // Who opens it by keys types on at once.
  useEffect(() => whenIdle(() => void paletteSheet.load().catch(() => undefined)), []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((before) => before || document.querySelector('[role="dialog"]') === null);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <UnstyledButton data-tour="search" className={look['open'] ?? ''} onClick={() => setOpen(true)}>
        <IconSearch size={16} aria-hidden />
        <span className={look['openWords']}>{t('palette.open')}</span>
        <Kbd size="xs" aria-hidden visibleFrom="lg">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      {open ? <Later part={paletteSheet} onClose={close} /> : null}
    </>
  );
}
