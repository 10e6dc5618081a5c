// A single-use code, large enough to be read aloud or copied by hand; on paper with nothing else beside it than what it is for.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import look from './one-time-code.module.css';

type Props = {
  given: { code: string; needsSecondPerson: boolean; expiresAt: string };
  /** What whoever holds it does with it; also on the paper. */
  use: string;
  onClose: () => void;
};

export function OneTimeCode({ given, use, onClose }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { programme } = useSession();
  return (
    <div className={`stack ${look['slip'] ?? ''}`}>
      <p className={look['paper']}>{programme.name}</p>
      <p className="no-print">{t('people.codeOnce')}</p>
      <output className={`card ${look['code'] ?? ''}`}>{given.code}</output>
      <p>{use}</p>
      <p className="quiet">{t('people.codeUntil', { when: format.moment(given.expiresAt) })}</p>
      {given.needsSecondPerson ? (
        <p className="tag warn" style={{ borderRadius: 8 }}>
          {t('people.needsSecond')}
        </p>
      ) : null}
      <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('print.short')}
        </Button>
        <Button onClick={onClose}>{t('people.codeKept')}</Button>
      </div>
    </div>
  );
}
