// A place in a form: what it is now on a button, and the search behind it.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useWords } from '../i18n.ts';
import { PlacePicker } from './pickers.tsx';

type Props = {
  label: string;
  area: AreaView | undefined;
  likely?: readonly AreaView[];
  onArea: (area: AreaView) => void;
};

export function PlaceField({ label, area, likely = [], onArea }: Props): ReactNode {
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  return (
    <div className="row">
      <span>{label}</span>
      <Button variant="default" onClick={() => setPicking(true)}>
        {area?.name ?? t('pick.place.choose')}
      </Button>
      {picking ? (
        <PlacePicker
          likely={likely}
          onClose={() => setPicking(false)}
          onPick={(chosen) => {
            onArea(chosen);
            setPicking(false);
          }}
        />
      ) : null}
    </div>
  );
}
