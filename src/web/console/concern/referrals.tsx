// To whom a restricted concern was referred, with what consent, and whether they took it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { useConcernDeeds } from './use-concern-deeds.ts';

export function Referrals({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const deeds = useConcernDeeds(concern);
  return (
    <Section title={t('referrals.title')}>
      {concern.referrals.length === 0 ? <p className="quiet">{t('referrals.none')}</p> : null}
      {concern.referrals.map((referral) => (
        <div key={referral.id} className="card row apart" style={{ padding: '12px 14px' }}>
          <div>
            <strong>{referral.body}</strong>
            <p className="quiet small">
              {format.moment(referral.referredAt)} ·{' '}
              {t(`consent.${referral.consent}`, { defaultValue: referral.consent })}
            </p>
          </div>
          {referral.acceptedAt === null ? (
            <Button variant="default" onClick={() => void deeds.acceptReferral(referral.id)}>
              {t('referrals.accept')}
            </Button>
          ) : (
            <span className="tag good">{t('referrals.accepted', { when: format.moment(referral.acceptedAt) })}</span>
          )}
        </div>
      ))}
    </Section>
  );
}
