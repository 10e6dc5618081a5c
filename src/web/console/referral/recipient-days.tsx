// From which day to which a service can be referred to, and when somebody last made sure of it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import type { Draft } from './draft.ts';

type Days = Pick<Draft, 'from' | 'to' | 'confirmedOn'>;
type Props = { draft: Days; today: string; onDays: (change: Partial<Days>) => void };

export function ServiceDays({ draft, today, onDays }: Props): ReactNode {
  const { t } = useWords();
  return (
    <>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <DayField
          className="grow"
          label={t('referralServices.from')}
          required
          value={draft.from}
          onDay={(from) => onDays({ from })}
        />
        <DayField
          className="grow"
          label={t('referralServices.to')}
          min={draft.from}
          value={draft.to ?? ''}
          onDay={(to) => onDays({ to: to === '' ? null : to })}
        />
      </div>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <DayField
          className="grow"
          label={t('referralServices.confirmedOn')}
          max={today}
          required
          value={draft.confirmedOn}
          onDay={(confirmedOn) => onDays({ confirmedOn })}
        />
        <Button variant="default" disabled={draft.confirmedOn === today} onClick={() => onDays({ confirmedOn: today })}>
          {t('referralServices.confirmNow')}
        </Button>
      </div>
    </>
  );
}
