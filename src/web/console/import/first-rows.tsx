// The first rows as they were understood: names covered, a restricted row only by where it goes.
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PreviewRow } from '../../../shared/contract/imports.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNarrow } from '../../kit/narrow.ts';
import { useTypes } from '../../kit/types.ts';

export function FirstRows({ rows }: { rows: readonly PreviewRow[] }): ReactNode {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('imports.table')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('imports.row')}</th>
            <th scope="col">{t('imports.field.date')}</th>
            <th scope="col">{t('imports.field.type')}</th>
            <th scope="col">{t('imports.field.place')}</th>
            <th scope="col">{t('imports.field.text')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.row} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row }: { row: PreviewRow }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  if (row.restricted)
    return (
      <tr>
        <RowNumber row={row.row} />
        <td colSpan={4}>
          <span className="row quiet">
            <IconLock size={16} aria-hidden />
            {t('imports.restrictedRow')}
          </span>
        </td>
      </tr>
    );
  return (
    <tr>
      <RowNumber row={row.row} />
      <td className="nowrap numbers">{row.toldOn === null ? '' : format.date(row.toldOn)}</td>
      <td>{typeName(row.typeCode)}</td>
      <td>{row.place ?? <span className="quiet">{t('imports.noPlace')}</span>}</td>
      <td style={{ minWidth: 220 }}>{row.text}</td>
    </tr>
  );
}

/** Folded on a phone, the number has lost its heading. */
function RowNumber({ row }: { row: number }): ReactNode {
  const { t } = useWords();
  const narrow = useNarrow();
  return <td className="numbers quiet">{narrow ? `${t('imports.row')} ${row}` : row}</td>;
}
