// "For …": this matter is here because somebody is away.
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useCoveredFor } from './use-absences.ts';

export function CoveredMark(where: { areaId?: string | undefined; postId?: string }): ReactNode {
  const { t } = useWords();
  const name = useCoveredFor()(where);
  if (name === undefined) return null;
  return (
    <span className="tag">
      <IconArrowsExchange size={14} aria-hidden />
      {t('absence.for', { name })}
    </span>
  );
}
