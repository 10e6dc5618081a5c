// The same as the drawing, in rows: for the keyboard, for who reads by ear, and for what has no shape.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MapDistrict } from '../../../shared/contract/map.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './map.module.css';

export function DistrictTable({ districts }: { districts: readonly MapDistrict[] }): ReactNode {
  const { t } = useWords();
  const rows = districts.toSorted((a, b) => (b.rate ?? -1) - (a.rate ?? -1) || (b.told ?? 1) - (a.told ?? 1));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className={`scroll ${look['rows']}`} tabIndex={0} aria-label={t('map.table')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('map.district')}</th>
            <th scope="col">{t('map.rate')}</th>
            <th scope="col">{t('map.told')}</th>
            <th scope="col">{t('map.heard')}</th>
            <th scope="col">{t('map.waiting')}</th>
            <th scope="col">{t('map.posts')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((district) => (
            <DistrictRow key={district.area.id} district={district} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DistrictRow({ district }: { district: MapDistrict }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { area } = district;
  return (
    <tr>
      <th scope="row">
        <Link to="/concerns" search={{ state: 'waiting', area: area.id, areaName: area.name }}>
          {area.name}
        </Link>
        {area.within === null ? null : <span className="quiet small"> {area.within}</span>}
      </th>
      <td className="numbers">
        {district.rate === null ? t(`map.short.${district.state}`) : format.number(district.rate)}
      </td>
      <td className="numbers">{district.told === null ? t('map.short.few') : format.number(district.told)}</td>
      <td className="numbers">{t('map.ofCouncils', { reporting: district.reporting, councils: district.councils })}</td>
      <td className="numbers">{format.number(district.waiting)}</td>
      <td className="numbers">{format.number(district.posts)}</td>
    </tr>
  );
}
