// All roles beside each other: one line a matter. Wide, so it scrolls by itself.
import type { ReactNode } from 'react';
import type { RoleSight } from '../../../shared/contract/sight.ts';
import { matters } from '../../../shared/domain/sight.ts';
import { useWords } from '../../kit/i18n.ts';
import { ReachMarks } from './reach-marks.tsx';

export function SightTable({ all }: { all: readonly RoleSight[] }): ReactNode {
  const { t } = useWords();
  const shown = matters.filter((matter) => all[0]?.matters.some((line) => line.matter === matter));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('sight.title')} tabIndex={0}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('sight.matter')}</th>
            {all.map(({ role }) => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((matter) => (
            <tr key={matter}>
              <th
                scope="row"
                style={{ minWidth: 150, borderTop: '1px solid var(--line)', verticalAlign: 'top', paddingTop: 8 }}
              >
                {t(`matter.${matter}`)}
              </th>
              {all.map(({ role, matters: lines }) => {
                const line = lines.find((one) => one.matter === matter);
                return (
                  <td key={role}>{line === undefined ? null : <ReachMarks sees={line.sees} does={line.does} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
