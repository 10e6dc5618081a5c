// After a place was corrected: the words that named no place we know may be another name of it. A person says so, nobody else.
import { Button } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useNames } from './use-names.ts';

type Props = { concern: ConcernView; area: AreaView; onDone: () => void };

export function NameOffer({ concern, area, onDone }: Props): ReactNode {
  const { t } = useWords();
  const { remember } = useNames();
  const [first] = concern.tellings;
  const { data } = useAsk(
    'listUnknownPlaces',
    { params: { id: first?.reportId ?? '' } },
    { enabled: first !== undefined, staleTime: 600_000 },
  );
  const [word] = data?.words ?? [];
  if (word === undefined) return null;
  return (
    <section className="card stack tight" style={{ padding: '12px 14px', width: '100%' }} aria-live="polite">
      <p className="row" style={{ flexWrap: 'nowrap' }}>
        <IconMapPinQuestion size={20} aria-hidden style={{ flex: 'none' }} />
        <strong>{t('names.ask', { word, place: area.name })}</strong>
      </p>
      <p className="quiet small">{t('names.askHint')}</p>
      <div className="row">
        <Button
          variant="light"
          onClick={() => {
            onDone();
            void remember(word, area);
          }}
        >
          {t('names.remember', { word })}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('names.no')}
        </Button>
      </div>
    </section>
  );
}
