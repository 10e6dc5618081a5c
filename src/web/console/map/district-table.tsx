// The same as the drawing, in rows: for the keyboard, for who reads by ear, and for what has no shape.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MapDistrict } from '../../../shared/contract/map.ts';
import type { RateBase } from '../../../shared/domain/map.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './map.module.css';
import { rateOf } from './rate.ts';

export function DistrictTable({ districts, per }: { districts: readonly MapDistrict[]; per: RateBase }): ReactNode {
  const { t } = useWords();
  const rows = districts.toSorted(
    (a, b) => (rateOf(b, per) ?? -1) - (rateOf(a, per) ?? -1) || (b.told ?? 1) - (a.told ?? 1),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className={`scroll ${look['rows']}`} tabIndex={0} aria-label={t('map.table')}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('map.district')}</th>
            <th scope="col">{t(`map.rate.${per}`)}</th>
            <th scope="col">{t('map.told')}</th>
            <th scope="col">{t('map.heard')}</th>
            <th scope="col">{t('map.waiting')}</th>
            <th scope="col">{t('map.posts')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((district) => (
            <DistrictRow key={district.area.id} district={district} per={per} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DistrictRow({ district, per }: { district: MapDistrict; per: RateBase }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { area } = district;
  const rate = rateOf(district, per);
  return (
    <tr>
      <th scope="row">
        <Link to="/concerns" search={{ state: 'waiting', area: area.id, areaName: area.name }}>
          {area.name}
        </Link>
        {area.within === null ? null : <span className="quiet small"> {area.within}</span>}
      </th>
      <td className="numbers">{rate === null ? t(`map.short.${district.state}`) : format.rate(rate)}</td>
      <td className="numbers">{district.told === null ? t('map.short.few') : format.number(district.told)}</td>
      <td className="numbers">
        {t('map.ofCouncils', { reporting: district.reporting, councils: district.councils })}
        {district.planned === 0 ? null : (
          <span className={`quiet small ${look['planned']}`}>{t('map.plannedShort', { count: district.planned })}</span>
        )}
      </td>
      <td className="numbers">{format.number(district.waiting)}</td>
      <td className="numbers">{format.number(district.posts)}</td>
    </tr>
  );
}
