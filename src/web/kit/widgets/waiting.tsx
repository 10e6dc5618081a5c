// The shape of what is coming, while it comes: skeletons, not spinners.
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../i18n.ts';

export function Waiting({ rows = 5, height = 64 }: { rows?: number; height?: number }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack" style={{ padding: 16 }} role="status" aria-label={t('waiting')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </div>
  );
}
