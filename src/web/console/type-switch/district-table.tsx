// The districts of a wider area: how many types are asked about, off, or without anybody who answers. Each leads to its own table.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DistrictCounts } from '../../../shared/contract/type-switches.ts';
import { useWords } from '../../kit/i18n.ts';

export function DistrictTable({ districts }: { districts: readonly DistrictCounts[] }): ReactNode {
  const { t } = useWords();
  return (
    <section className="stack">
      <h2>{t('types.districts')}</h2>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('areaKind.district')}</th>
            <th scope="col">{t('types.only.asked')}</th>
            <th scope="col">{t('types.only.off')}</th>
            <th scope="col">{t('types.only.unanswered')}</th>
          </tr>
        </thead>
        <tbody>
          {districts.map(({ area, on, off, unanswered }) => (
            <tr key={area.id}>
              <td>
                <Link to="." search={{ area: area.id }} className="mantine-focus-auto link-line">
                  {area.name}
                </Link>
              </td>
              <td className="numbers">{on}</td>
              <td className="numbers">{off}</td>
              <td className="numbers">{unanswered}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
