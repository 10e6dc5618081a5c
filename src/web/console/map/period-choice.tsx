// Which weeks the map shows: how long a period, and stepping back and forth through the past. All of it stands in the address.

import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { MOST_PERIODS_BACK, mapWeeks } from '../../../shared/domain/map.ts';
import type { Address } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import type { MapAsked } from './asked.ts';

export function PeriodChoice({ asked, change }: { asked: MapAsked; change: Address['change'] }): ReactNode {
  const { t } = useWords();
  const step = (back: number): void => change({ back: back === 0 ? undefined : String(back) }, { replace: true });
  return (
    <div className="row no-print">
      <Choice
        label={t('map.period')}
        value={String(asked.weeks)}
        onChange={(weeks) => change({ weeks, back: undefined }, { replace: true })}
        choices={mapWeeks.map((weeks) => ({ value: String(weeks), label: t('map.weeksShort', { count: weeks }) }))}
      />
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('map.earlier')}
          disabled={asked.back >= MOST_PERIODS_BACK}
          onClick={() => step(asked.back + 1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('map.later')}
          disabled={asked.back === 0}
          onClick={() => step(asked.back - 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
