// Danger to life that is still open and not in the bar, above everything else on the page; nothing at all when there is none.
import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useTypes } from '../../kit/types.ts';
import { useBarDangers } from '../bell/use-bar-dangers.ts';
import look from './today.module.css';

export function Dangers({ dangers }: { dangers: TodayView['dangers'] }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  const id = useId();
  // What the bar over every page shows, with its button, would be said twice here; what it has no room for would be said nowhere.
  const { shown, isPending } = useBarDangers();
  const others = dangers.filter((danger) => !shown.some((one) => one.id === danger.id));
  if (isPending || others.length === 0) return null;
  return (
    <section className={`card ${look['dangers']}`} aria-labelledby={id}>
      <h2 id={id} className={`mark danger folds ${look['heading']}`}>
        <IconAlertOctagon size={18} aria-hidden />
        {t(shown.length === 0 ? 'today.dangers' : 'today.moreDangers', { count: others.length })}
      </h2>
      <ul className="plain-list">
        {others.map((danger) => (
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
