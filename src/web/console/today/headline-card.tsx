// The number on the first screen: tellings judged clear by those who told, with how many were asked and replied.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Bars } from './bars.tsx';
import look from './today.module.css';

type Headline = TodayView['headline'];

export function HeadlineCard({ headline }: { headline: Headline }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const id = useId();
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  const shares = headline.weeks.map((week) => (week.due === 0 ? 0 : week.clear / week.due));
  return (
    <section data-tour="headline" className={`card ${look['headline']}`} aria-labelledby={id}>
      <h2 id={id} className={look['heading']}>
        {t('today.headline')}
      </h2>
      {headline.due === 0 ? (
        <p className="quiet">{t('today.headlineEmpty')}</p>
      ) : (
        <>
          <p className={`${look['number']} numbers`}>
            {percent(headline.clear, headline.due)} <span className={look['unit']}>%</span>
          </p>
          <p>{t('today.headlineWords', { clear: format.number(headline.clear), due: format.number(headline.due) })}</p>
          <Bars
            values={shares}
            most={1}
            label={t('today.headlineTrend', {
              shares: headline.weeks
                .map((week) => (week.due === 0 ? '–' : `${percent(week.clear, week.due)} %`))
                .join('; '),
            })}
          />
        </>
      )}
      <p className="quiet small">
        {t('today.headlinePeriod', { from: day(headline.from), to: day(headline.to) })}{' '}
        {t('today.headlineBeside', {
          told: format.number(headline.told),
          asked: format.number(headline.asked),
          replied: format.number(headline.replied),
          noWayBack: format.number(headline.noWayBack),
        })}
      </p>
      {headline.due === 0 ? null : (
        <Link to="/concerns" search={{ state: 'answered' }} className={`link-line ${look['open']}`}>
          {t('today.headlineOpen')}
        </Link>
      )}
    </section>
  );
}

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);
