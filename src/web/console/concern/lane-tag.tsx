// The lane of a restricted concern; the ordinary lane needs no label.
import { IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Lane } from '../../../shared/domain/lane.ts';
import { useWords } from '../../kit/i18n.ts';

export function LaneTag({ lane }: { lane: Lane }): ReactNode {
  const { t } = useWords();
  if (lane === 'ordinary') return null;
  return (
    <span className="tag">
      <IconShieldLock size={14} aria-hidden />
      {t(`lane.${lane}`)}
    </span>
  );
}
