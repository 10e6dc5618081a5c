// Which column holds what. Guessed by the headings, or remembered from the last file with the same ones; a person corrects it.
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportMap } from '../../../shared/contract/imports.ts';
import { type ReportField, reportFields } from '../../../shared/domain/import.ts';
import { useWords } from '../../kit/i18n.ts';
import type { Seen } from './use-import.ts';

type Change = { map?: ReportMap; epoch?: '1900' | '1904' };
type Props = { seen: Seen; epoch: '1900' | '1904'; onChange: (change: Change) => void };

export function Columns({ seen, epoch, onChange }: Props): ReactNode {
  const { t } = useWords();
  const choose = (field: ReportField, heading: string): void => {
    const { [field]: _, ...others } = seen.map;
    onChange({ map: heading === '' ? others : { ...others, [field]: heading } });
  };
  const headings = [...new Set(seen.columns.filter((heading) => heading !== ''))];
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fill, minmax(min(210px, 45%), 1fr))' }}>
      {reportFields.map((field) => (
        <NativeSelect
          key={field}
          label={t(`imports.field.${field}`)}
          value={seen.map[field] ?? ''}
          data={[{ value: '', label: t('imports.noColumn') }, ...headings.map((value) => ({ value, label: value }))]}
          onChange={(event) => choose(field, event.currentTarget.value)}
        />
      ))}
      <NativeSelect
        label={t('imports.epoch')}
        value={epoch}
        data={[
          { value: '1900', label: t('imports.epoch1900') },
          { value: '1904', label: t('imports.epoch1904') },
        ]}
        onChange={(event) => onChange({ epoch: event.currentTarget.value === '1904' ? '1904' : '1900' })}
      />
    </div>
  );
}
