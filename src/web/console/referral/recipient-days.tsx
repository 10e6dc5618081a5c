// From which day to which a service can be referred to, and when somebody last made sure of it.
import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import type { Draft } from './draft.ts';

type Days = Pick<Draft, 'from' | 'to' | 'confirmedOn'>;
type Props = { draft: Days; today: string; onDays: (change: Partial<Days>) => void };

export function ServiceDays({ draft, today, onDays }: Props): ReactNode {
  const { t } = useWords();
  return (
    <>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          type="date"
          className="grow"
          label={t('referralServices.from')}
          required
          value={draft.from}
          onChange={(event) => onDays({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          className="grow"
          label={t('referralServices.to')}
          min={draft.from}
          value={draft.to ?? ''}
          onChange={(event) => onDays({ to: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        />
      </div>
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          type="date"
          className="grow"
          label={t('referralServices.confirmedOn')}
          max={today}
          required
          value={draft.confirmedOn}
          onChange={(event) => onDays({ confirmedOn: event.currentTarget.value })}
        />
        <Button variant="default" disabled={draft.confirmedOn === today} onClick={() => onDays({ confirmedOn: today })}>
          {t('referralServices.confirmNow')}
        </Button>
      </div>
    </>
  );
}
