// The lane of a restricted concern; the ordinary lane needs no label.
import { IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lane } from '../../../shared/domain/lane.ts';

export function LaneTag({ lane }: { lane: Lane }): ReactNode {
  const { t } = useTranslation();
  if (lane === 'ordinary') return null;
  return (
    <span className="tag">
      <IconShieldLock size={14} aria-hidden />
      {t(`lane.${lane}`)}
    </span>
  );
}
