// What she told, as it is written down: words without names, type, place, day, danger, and which people may read it.

import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { lanes } from '../../../shared/domain/lane.ts';
import { languages } from '../../../shared/domain/language.ts';
import { MOST_LETTERS } from '../../../shared/domain/understanding.ts';
import { partsOfDay } from '../../../shared/domain/via.ts';
import { localToday } from '../../kit/day.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { TypeAndPlace } from '../../kit/widgets/type-and-place.tsx';
import type { Told } from './draft.ts';

type Props = {
  told: Told;
  onChange: (change: Partial<Told>) => void;
  first?: RefObject<HTMLTextAreaElement | null>;
  /** While it is being kept: what is typed meanwhile would be lost with the slip before it. */
  fixed?: boolean;
};

export function ToldFields({ told, onChange, first, fixed = false }: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack">
      <Textarea
        label={t('entry.words')}
        description={t('entry.wordsHint')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MOST_LETTERS}
        value={told.words}
        readOnly={fixed}
        {...(first === undefined ? {} : { ref: first })}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <TypeAndPlace
        typeCode={told.typeCode}
        area={told.area}
        onType={(typeCode) => onChange({ typeCode })}
        onArea={(area) => onChange({ area })}
      />
      <When told={told} onChange={onChange} />
      <div className="row" style={{ alignItems: 'flex-start', gap: 16 }}>
        <NativeSelect
          label={t('entry.language')}
          value={told.language}
          onChange={(event) =>
            onChange({ language: languages.find((one) => one === event.currentTarget.value) ?? 'pt' })
          }
          data={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        />
        <NativeSelect
          label={t('marking.lane')}
          description={t(`laneMeaning.${told.lane}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          value={told.lane}
          onChange={(event) => onChange({ lane: lanes.find((one) => one === event.currentTarget.value) ?? 'ordinary' })}
          data={lanes.map((one) => ({ value: one, label: t(`lane.${one}`) }))}
        />
      </div>
      <Checkbox
        label={t('marking.danger')}
        checked={told.danger}
        onChange={(event) => onChange({ danger: event.currentTarget.checked })}
      />
    </div>
  );
}

function When({ told, onChange }: Props): ReactNode {
  const { t } = useWords();
  const today = localToday(useNow());
  return (
    <div className="row" style={{ alignItems: 'flex-end', gap: 16 }}>
      <DayField label={t('entry.on')} max={today} value={told.on} onDay={(on) => onChange({ on })} />
      {told.on === '' ? (
        <p className="quiet small" style={{ paddingBottom: 8 }}>
          {t('entry.onNow')}
        </p>
      ) : (
        <NativeSelect
          label={t('entry.part')}
          value={told.part}
          onChange={(event) =>
            onChange({ part: partsOfDay.find((one) => one === event.currentTarget.value) ?? 'morning' })
          }
          data={partsOfDay.map((one) => ({ value: one, label: t(`timeBand.${one}`) }))}
        />
      )}
    </div>
  );
}
