// The shape of what is coming, while it comes: skeletons, not spinners.
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Waiting({ rows = 5, height = 64 }: { rows?: number; height?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack" style={{ padding: 16 }} role="status" aria-label={t('waiting')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </div>
  );
}
