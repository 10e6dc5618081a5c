// How many councils of each status, on the way from proposed to at work; one tap shows these alone.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CouncilStatus } from '../../../shared/domain/council.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';

type Props = {
  counts: readonly { status: CouncilStatus; councils: number }[];
  chosen: CouncilStatus | undefined;
  onChoose: (status: CouncilStatus | undefined) => void;
};

export function StatusCounts({ counts, chosen, onChoose }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const all = counts.reduce((sum, { councils }) => sum + councils, 0);
  const choices = [{ status: undefined, councils: all }, ...counts];
  return (
    <fieldset className="row" style={{ gap: 8, border: 0, padding: 0, margin: 0 }} aria-label={t('councils.byStatus')}>
      {choices.map(({ status, councils }) => (
        <Button
          key={status ?? 'all'}
          size="compact-md"
          variant={status === chosen ? 'light' : 'default'}
          aria-pressed={status === chosen}
          onClick={() => onChoose(status)}
        >
          {status === undefined ? t('councils.all') : t(`councilStatus.${status}`)}
          <span className="numbers" style={{ marginLeft: 8 }}>
            {format.number(councils)}
          </span>
        </Button>
      ))}
    </fieldset>
  );
}
