// The single-use code, large enough to be read aloud or copied by hand.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../kit/format.ts';

type Props = { invited: { code: string; needsSecondPerson: boolean; expiresAt: string }; onClose: () => void };

export function InvitationCode({ invited, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="stack">
      <p>{t('people.codeOnce')}</p>
      <output
        className="card"
        style={{
          padding: 16,
          textAlign: 'center',
          fontSize: '1.25rem',
          fontFamily: 'ui-monospace, monospace',
          overflowWrap: 'anywhere',
        }}
      >
        {invited.code}
      </output>
      <p className="quiet">{t('people.codeUntil', { when: format.moment(invited.expiresAt) })}</p>
      {invited.needsSecondPerson ? (
        <p className="tag warn" style={{ borderRadius: 8 }}>
          {t('people.needsSecond')}
        </p>
      ) : null}
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{t('people.codeKept')}</Button>
      </div>
    </div>
  );
}
