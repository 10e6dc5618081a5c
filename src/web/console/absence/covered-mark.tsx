// "For …": this matter is here because somebody is away.
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoveredFor } from './use-absences.ts';

export function CoveredMark(where: { areaId?: string | undefined; postId?: string }): ReactNode {
  const { t } = useTranslation();
  const name = useCoveredFor()(where);
  if (name === undefined) return null;
  return (
    <span className="tag">
      <IconArrowsExchange size={14} aria-hidden />
      {t('absence.for', { name })}
    </span>
  );
}
