// What changed since yesterday, in two or three sentences above the figures; where there is work, the sentence leads to it.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './today.module.css';

export function SinceYesterday({ since }: { since: TodayView['since'] }): ReactNode {
  const { t } = useWords();
  const { number } = useFormat();
  const id = useId();
  const { told, usual, toldToday, due, answered, clear, dangers, more } = since;
  return (
    <section className="card stack tight" style={{ padding: 16 }} aria-labelledby={id}>
      <h2 id={id} className={look['heading']}>
        {t('today.sinceYesterday')}
      </h2>
      <p>
        {t('today.sinceTold', { count: told, usual: number(usual) })}{' '}
        {toldToday === 0 ? null : t('today.sinceToday', { count: toldToday })}{' '}
        {dangers === 0 ? null : t('today.sinceDangers', { count: dangers })}
      </p>
      {due === 0 ? null : (
        <p>{t('today.sinceDue', { count: due, answered: number(answered), clear: number(clear) })}</p>
      )}
      {more.length === 0 ? null : (
        <p>
          {t('today.sinceMore')}{' '}
          {more.map(({ area, ...counts }, at) => (
            <span key={area.id}>
              {at === 0 ? '' : '; '}
              <Link to="/concerns" search={{ area: area.id, areaName: area.name }}>
                {area.name}
              </Link>{' '}
              {t('today.sinceMoreOf', { count: counts.told, usual: number(counts.usual) })}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
