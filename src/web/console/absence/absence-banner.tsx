// Over every screen while it lasts: whom this person stands in for, or that she herself is said to be away.
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useRoleWords } from '../person/role-words.ts';
import { noon } from './days.ts';
import { useAbsences } from './use-absences.ts';

export function AbsenceBanner(): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const roleWords = useRoleWords();
  const now = useAbsences().filter((one) => one.standing && (one.mine || one.iCover));
  if (now.length === 0) return null;
  return (
    <ul className="plain-list no-print" style={{ padding: '10px 16px 0' }} aria-label={t('absence.title')}>
      {now.map((one) => (
        <li key={one.id} className="tag warn" style={{ borderRadius: 8, whiteSpace: 'normal' }}>
          <IconArrowsExchange size={16} aria-hidden style={{ flex: 'none' }} />
          {t(one.mine ? 'absence.youAreAway' : 'absence.youCover', {
            name: one.name,
            what: roleWords(one),
            cover: one.cover,
            day: format.date(noon(one.to)),
          })}
        </li>
      ))}
    </ul>
  );
}
