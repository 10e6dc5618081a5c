// Two buttons that say what is chosen and open the search for it: a type of concern, a place.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useWords } from '../i18n.ts';
import { useTypes } from '../types.ts';
import { PlacePicker, TypePicker } from './pickers.tsx';

type Pair = {
  typeCode: string | undefined;
  area: AreaView | undefined;
  onType: (code: string) => void;
  onArea: (area: AreaView) => void;
};

export function TypeAndPlace({ typeCode, area, onType, onArea }: Pair): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const [open, setOpen] = useState<'type' | 'place'>();
  const close = (): void => setOpen(undefined);
  return (
    <div className="row">
      <Button variant="default" onClick={() => setOpen('type')}>
        {t('marking.type')}: {typeCode === undefined ? t('marking.choose') : typeName(typeCode)}
      </Button>
      <Button variant="default" onClick={() => setOpen('place')}>
        {t('marking.place')}: {area?.name ?? t('marking.choose')}
      </Button>
      {open === 'type' ? (
        <TypePicker
          onClose={close}
          onPick={(code) => {
            onType(code);
            close();
          }}
        />
      ) : null}
      {open === 'place' ? (
        <PlacePicker
          onClose={close}
          onPick={(one) => {
            onArea(one);
            close();
          }}
        />
      ) : null}
    </div>
  );
}
