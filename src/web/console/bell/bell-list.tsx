// What waits, in one look: danger by itself, then what is late, what is new since the last look, and the rest; each kind in one row.
import { IconChevronRight, IconMoodCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BellRow, BellView } from '../../../shared/contract/bell.ts';
import { bellParts } from '../../../shared/domain/bell.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { placeOfKind, placeOfWork } from '../todo/place-of-work.ts';
import look from './bell.module.css';
import { BellChoices } from './bell-choices.tsx';
import { DangerLine } from './danger-bar.tsx';

export function BellList({ bell, onLeave }: { bell: BellView; onLeave: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const parts = bellParts
    .map((part) => ({ part, rows: bell.rows.filter((row) => row.part === part) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <div className={`stack ${look['list']}`}>
      <h2 style={{ fontSize: '1.0625rem' }}>{t('bell.waiting', { count: bell.waiting })}</h2>
      {bell.waiting === 0 ? (
        <p className="row quiet">
          <IconMoodCheck size={20} aria-hidden />
          {t('bell.nothing')}
        </p>
      ) : null}
      {bell.dangers.length === 0 ? null : (
        <Section title={t('todo.danger')}>
          <ul className="plain-list stack tight">
            {bell.dangers.map((danger) => (
              <DangerLine key={danger.id} danger={danger} />
            ))}
          </ul>
        </Section>
      )}
      {parts.map(({ part, rows }) => (
        <Section key={part} title={t(`bell.part.${part}`, { when: format.moment(bell.lookedAt) })}>
          <ul className="plain-list">
            {rows.map((row) => (
              <Row key={row.kind} row={row} onLeave={onLeave} />
            ))}
          </ul>
        </Section>
      ))}
      <BellChoices />
    </div>
  );
}

function Row({ row, onLeave }: { row: BellRow; onLeave: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { grant } = useSession();
  const { kind, count, subjectId } = row;
  const own = subjectId?.startsWith('br_') === true ? { to: '/post', search: { id: subjectId } } : undefined;
  const one = subjectId === null ? undefined : (own ?? placeOfWork({ kind, subjectId, ref: null }, grant.role));
  const place = one ?? placeOfKind(kind, grant.role);
  return (
    <li>
      <Link to={place.to} search={place.search} className={look['row'] ?? ''} onClick={onLeave}>
        <span className={look['count']}>{format.number(count)}</span>
        <span className="grow">{t(`bell.kind.${kind}`, { defaultValue: t(`todo.${kind}`) })}</span>
        <IconChevronRight size={16} aria-hidden />
      </Link>
    </li>
  );
}
