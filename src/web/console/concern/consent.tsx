// Whether she agrees that her matter leaves the room: her newest answer, what she said before, and her next answer.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { ConsentAnswer, ConsentState } from '../../../shared/domain/consent.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { useConcernDeeds } from './use-concern-deeds.ts';

/** What she may say next: only a yes can be withdrawn. */
const nextAnswers: Readonly<Record<ConsentState, readonly ConsentAnswer[]>> = {
  'not-asked': ['yes', 'no'],
  yes: ['withdrawn'],
  no: ['yes'],
  withdrawn: ['yes'],
};

export function Consent({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const deeds = useConcernDeeds(concern);
  const { consent } = concern;
  const ended = concern.state === 'merged' || concern.state === 'withdrawn';
  return (
    <Section title={t('consented.title')} hint={t('consented.hint')}>
      <div className="card stack" style={{ padding: '12px 14px' }}>
        <div className="row apart" style={{ flexWrap: 'wrap', gap: 10 }}>
          <div style={{ flex: '1 1 220px' }}>
            <strong>{t(`consented.state.${consent.state}`)}</strong>
            <p className="quiet small">{t(`consented.next.${consent.state}`)}</p>
          </div>
          {ended ? null : (
            <div className="row" style={{ flexWrap: 'wrap', gap: 8 }}>
              {nextAnswers[consent.state].map((answer) => (
                <Button key={answer} variant="default" onClick={() => void deeds.recordConsent(answer)}>
                  {t(`consented.say.${answer}`)}
                </Button>
              ))}
            </div>
          )}
        </div>
        {consent.asked.map(({ id, answer, askedAt, askedBy }) => (
          <p key={id} className="quiet small">
            {format.moment(askedAt)} · {t(`consented.said.${answer}`)} · {askedBy}
          </p>
        ))}
      </div>
    </Section>
  );
}
