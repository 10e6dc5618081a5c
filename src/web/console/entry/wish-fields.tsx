// What she wishes for her telephone: which hours are safe, and whether any text may come at all.
import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import type { Wishes } from './draft.ts';

type Props = { wishes: Wishes; onChange: (wishes: Wishes) => void; withStop?: boolean };

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export function WishFields({ wishes, onChange, withStop = false }: Props): ReactNode {
  const { t } = useWords();
  const hour = (name: 'from' | 'to'): ReactNode => (
    <NativeSelect
      label={t(`entry.${name}`)}
      value={wishes[name] === undefined ? '' : String(wishes[name])}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...wishes, [name]: value === '' ? undefined : Number(value) })
      }
      data={[{ value: '', label: t('entry.anyHour') }, ...hours]}
    />
  );
  return (
    <div className="stack">
      <div className="row" style={{ gap: 16, alignItems: 'flex-end' }}>
        {hour('from')}
        {hour('to')}
      </div>
      <p className="quiet small">{t('entry.hoursHint')}</p>
      {withStop ? (
        <>
          <Checkbox
            label={t('entry.quiet')}
            checked={wishes.quiet ?? false}
            onChange={(event) => onChange({ ...wishes, quiet: event.currentTarget.checked ? true : undefined })}
          />
          <Checkbox
            label={t('entry.stop')}
            checked={wishes.stop ?? false}
            onChange={(event) => onChange({ ...wishes, stop: event.currentTarget.checked ? true : undefined })}
          />
        </>
      ) : null}
    </div>
  );
}
