// Each district in one row: fourteen days of tellings, what waits, what is late.
import { IconClockExclamation, IconMapPin } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Bars } from './bars.tsx';
import look from './today.module.css';

const FIRST_ROWS = 12;

export function DistrictRows({ districts, days }: Pick<TodayView, 'districts' | 'days'>): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = all ? districts : districts.slice(0, FIRST_ROWS);
  const day = (iso: string): string => format.date(`${iso}T12:00:00Z`);
  return (
    <section className={`card ${look['districts']}`} aria-labelledby={id}>
      <h2 id={id} className={look['heading']}>
        {t('today.districts')}
      </h2>
      <p className="quiet small">{t('today.districtsHint', { from: day(days.from), to: day(days.to) })}</p>
      {districts.length === 0 ? (
        <Empty icon={IconMapPin} title={t('today.districtsEmptyTitle')} next={t('today.districtsEmptyNext')} />
      ) : null}
      <ul className="plain-list">
        {shown.map((row) => (
          <DistrictRow key={row.area.id} row={row} />
        ))}
      </ul>
      {shown.length < districts.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t('today.districtsAll', { count: districts.length })}
        </button>
      ) : null}
    </section>
  );
}

function DistrictRow({ row }: { row: TodayView['districts'][number] }): ReactNode {
  const { t } = useWords();
  const total = row.told.reduce((sum, told) => sum + told, 0);
  const search = { state: 'waiting', area: row.area.id, areaName: row.area.name };
  return (
    <li>
      <Link to="/concerns" search={search} className={`${look['line']} ${look['district']}`}>
        <span className="truncate">{row.area.name}</span>
        <Bars values={row.told} label={t('today.districtBars', { total, days: row.told.join(', ') })} />
        <span className="numbers quiet small nowrap">{t('today.told', { count: total })}</span>
        <span className="numbers nowrap">{t('today.waiting', { count: row.waiting })}</span>
        {row.late > 0 ? (
          <span className="mark danger numbers">
            <IconClockExclamation size={16} aria-hidden />
            {t('today.lateCount', { count: row.late })}
          </span>
        ) : (
          <span />
        )}
      </Link>
    </li>
  );
}
