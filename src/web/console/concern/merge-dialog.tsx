// Join this concern into another: the offered ones side by side, or any other by its reference.
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Pair } from './duplicates.tsx';

export function MergeDialog({ concern, onClose }: { concern: ConcernView; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 300);
  const found = useAsk('listConcerns', { query: { q: settled, limit: 5 } }, { enabled: settled.length >= 3 });
  const offered = concern.duplicates.map(({ concern: other, why }) => ({ other, why }));
  const others = (found.data?.concerns ?? []).filter(
    (row) => row.id !== concern.id && row.lane === concern.lane && !offered.some(({ other }) => other.id === row.id),
  );
  return (
    <Sheet onClose={onClose} title={t('merge.title')} size="xl">
      <div className="stack wide">
        <p className="quiet">{t('merge.hint')}</p>
        {offered.map(({ other, why }, at) => (
          <Pair key={other.id} concern={concern} other={other} why={why} likeliest={at === 0} onDone={onClose} />
        ))}
        {offered.length === 0 ? <p>{t('merge.none')}</p> : null}
        <TextInput
          data-autofocus={offered.length === 0 ? true : undefined}
          label={t('merge.find')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {others.map((other) => (
          <Pair key={other.id} concern={concern} other={other} onDone={onClose} />
        ))}
        {found.isSuccess && others.length === 0 ? <p className="quiet">{t('picker.nothing')}</p> : null}
      </div>
    </Sheet>
  );
}
