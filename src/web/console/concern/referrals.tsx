// Where a restricted concern was offered or sent, how far each referral came, and the next step of it.
import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { declineReasons, type ReferralStep, stepsFrom } from '../../../shared/domain/referral.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { useConcernDeeds } from './use-concern-deeds.ts';

type Referral = ConcernView['referrals'][number];

export function Referrals({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('referrals.title')}>
      {concern.referrals.length === 0 ? <p className="quiet">{t('referrals.none')}</p> : null}
      {concern.referrals.map((referral) => (
        <div key={referral.id} className="card stack tight" style={{ padding: '12px 14px' }}>
          <div className="row apart">
            <strong>{referral.body}</strong>
            <span className={tagOf(referral.state)}>{t(`referrals.state.${referral.state}`)}</span>
          </div>
          <Moments referral={referral} />
          <Steps concern={concern} referral={referral} />
        </div>
      ))}
    </Section>
  );
}

function tagOf(state: Referral['state']): string {
  if (state === 'accepted' || state === 'done') return 'tag good';
  return state === 'declined' ? 'tag warn' : 'tag';
}

function Moments({ referral }: { referral: Referral }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { sentAt, remindedAt, acceptedAt, declinedAt, doneAt, referredAt, consent, declineReason } = referral;
  const offered = sentAt === referredAt ? null : referredAt;
  const said = [
    { state: 'offered', at: offered },
    { state: 'sent', at: sentAt },
    { state: 'reminded', at: remindedAt },
    { state: 'accepted', at: acceptedAt },
    { state: 'declined', at: declinedAt },
    { state: 'done', at: doneAt },
  ].flatMap(({ state, at }) => (at === null ? [] : [`${t(`referrals.state.${state}`)}, ${format.moment(at)}`]));
  const leave = consent === null ? [] : [t(`consent.${consent}`, { defaultValue: consent })];
  const why = declineReason === null ? [] : [t(`referrals.reason.${declineReason}`)];
  return <p className="quiet small">{[...said, ...why, ...leave].join(' · ')}</p>;
}

/** Before it is sent her yes is needed, unless it concerns an office. */
const mayBeSent = ({ lane, consent }: ConcernView): boolean => lane === 'oversight' || consent.state === 'yes';

function Steps({ concern, referral }: { concern: ConcernView; referral: Referral }): ReactNode {
  const { t } = useWords();
  const deeds = useConcernDeeds(concern);
  const [declining, setDeclining] = useState(false);
  const steps = stepsFrom(referral.state).filter((step) => step !== 'sent' || mayBeSent(concern));
  const take = (step: ReferralStep): void => {
    if (step === 'declined') setDeclining(true);
    else void deeds.moveReferral(referral.id, { step });
  };
  if (steps.length === 0) return null;
  if (declining)
    return (
      <NativeSelect
        label={t('referrals.why')}
        value=""
        onChange={(event) => {
          const reason = declineReasons.find((known) => known === event.currentTarget.value);
          if (reason === undefined) return;
          setDeclining(false);
          void deeds.moveReferral(referral.id, { step: 'declined', reason });
        }}
        data={[
          { value: '', label: t('referrals.chooseWhy') },
          ...declineReasons.map((value) => ({ value, label: t(`referrals.reason.${value}`) })),
        ]}
      />
    );
  return (
    <div className="row" style={{ gap: 8 }}>
      {steps.map((step) => (
        <Button key={step} variant="default" size="compact-sm" onClick={() => take(step)}>
          {t(`referrals.step.${step}`)}
        </Button>
      ))}
    </div>
  );
}
