// How grave a matter is: icon and word always, colour only for the two that press.
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircle,
  IconCircleDashed,
  IconCircleDot,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';

const looks: Readonly<Record<number, { icon: TablerIcon; tone: string }>> = {
  5: { icon: IconAlertOctagon, tone: 'danger' },
  4: { icon: IconAlertTriangle, tone: 'warn' },
  3: { icon: IconCircleDot, tone: '' },
  2: { icon: IconCircle, tone: 'plain' },
  1: { icon: IconCircleDashed, tone: 'plain' },
};

export function SeverityMark({ severity }: { severity: number }): ReactNode {
  const { t } = useWords();
  const look = looks[severity] ?? { icon: IconCircle, tone: 'plain' };
  return (
    <span className={`mark ${look.tone}`}>
      <look.icon size={16} aria-hidden />
      {t(`severity.${severity}`)}
    </span>
  );
}
