// A deed under way on this row: shown at once, then kept, or refused.
import { IconCheck, IconSend2, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { acts } from '../deed.ts';
import { useWords } from '../i18n.ts';

const icons = { sending: IconSend2, kept: IconCheck, failed: IconX } as const;

export function ActBadge({ subjectId }: { subjectId: string }): ReactNode {
  const { t } = useWords();
  const act = acts.use()[subjectId];
  if (act === undefined) return null;
  const Icon = icons[act.state];
  return (
    <span className={`tag ${act.state === 'failed' ? 'danger' : 'good'}`}>
      <Icon size={14} aria-hidden />
      {act.label} · {t(`act.${act.state}`)}
    </span>
  );
}
