// Danger to life that is still open, above everything else on the page; nothing at all when there is none.
import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useTypes } from '../../kit/types.ts';
import look from './today.module.css';

export function Dangers({ dangers }: { dangers: TodayView['dangers'] }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  const id = useId();
  if (dangers.length === 0) return null;
  return (
    <section className={`card ${look['dangers']}`} aria-labelledby={id}>
      <h2 id={id} className={`mark danger folds ${look['heading']}`}>
        <IconAlertOctagon size={18} aria-hidden />
        {t('today.dangers', { count: dangers.length })}
      </h2>
      <ul className="plain-list">
        {dangers.map((danger) => (
          <li key={danger.id}>
            <Link to="/concerns" search={{ state: 'waiting', id: danger.id }} className={look['line'] ?? ''}>
              <span className="grow">
                <strong>{typeName(danger.typeCode)}</strong> · {danger.area?.name ?? t('place.none')}
              </span>
              <span className="quiet small numbers nowrap">{format.moment(danger.openedAt)}</span>
              <span className={`tag ${danger.taken ? 'good' : 'danger'}`}>
                {t(danger.taken ? 'today.dangerTaken' : 'today.dangerFree')}
              </span>
              <span className="ref quiet">{danger.ref}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
