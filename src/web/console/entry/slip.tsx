// The code she takes with her, on a slip that says nothing of what it is for.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import look from '../person/one-time-code.module.css';

export function Slip({ code, onClose }: { code: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Sheet title={t('entry.slipTitle')} size="md" onClose={onClose}>
      <div className={`stack ${look['slip'] ?? ''}`}>
        <p className="no-print">{t('entry.slipOnce')}</p>
        <output className={`card ${look['code'] ?? ''}`}>{code}</output>
        <p>{t('entry.slipUse')}</p>
        <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t('print.short')}
          </Button>
          <Button onClick={onClose}>{t('entry.slipGiven')}</Button>
        </div>
      </div>
    </Sheet>
  );
}
