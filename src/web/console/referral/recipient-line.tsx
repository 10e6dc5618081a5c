// One service of the directory: what it does, for whom, where, how it is reached, and how fresh that is.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { ServiceMarks } from './recipient-marks.tsx';

export function ServiceLine({ service, onOpen }: { service: ReferralServiceView; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <li className={`card row apart ${service.state === 'over' ? 'quiet' : ''}`} style={{ padding: '12px 16px' }}>
      <div className="stack tight grow" style={{ minWidth: 220 }}>
        <div className="row" style={{ gap: 8 }}>
          <strong>{service.name}</strong>
          <ServiceMarks service={service} />
        </div>
        <p className="small">{service.areas.map(({ name }) => name).join(', ')}</p>
        <p className="small">{[service.reach, service.hours].filter((said) => said !== '').join(' · ')}</p>
        <p className="quiet small numbers">
          {service.to === null
            ? t('posts.from', { from: format.date(service.from) })
            : t('posts.fromTo', { from: format.date(service.from), to: format.date(service.to) })}
          {' · '}
          {t('referralServices.confirmed', { when: format.date(service.confirmedOn) })}
          {' · '}
          {t('duty.changed', {
            who: service.changed.by ?? t('posts.colleague'),
            when: format.moment(service.changed.at),
          })}
        </p>
      </div>
      <Button variant="default" onClick={onOpen} aria-label={t('referralServices.changeOf', { service: service.name })}>
        {t('referralServices.change')}
      </Button>
    </li>
  );
}
