// Where a service serves: districts, or wider.
import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useWords } from '../../kit/i18n.ts';
import { PlacePicker } from '../../kit/widgets/pickers.tsx';

const wideEnough: readonly string[] = ['country', 'province', 'district'];
type Props = { areas: readonly AreaView[]; onAreas: (areas: AreaView[]) => void };

export function ServicePlaces({ areas, onAreas }: Props): ReactNode {
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  const [tooSmall, setTooSmall] = useState(false);
  const add = (area: AreaView): void => {
    setPicking(false);
    setTooSmall(!wideEnough.includes(area.kind));
    if (wideEnough.includes(area.kind) && areas.every(({ id }) => id !== area.id)) onAreas([...areas, area]);
  };
  return (
    <fieldset className="stack tight" style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="small">{t('referralServices.places')}</legend>
      <div className="row" style={{ gap: 8 }}>
        {areas.map((area) => (
          <Button
            key={area.id}
            variant="default"
            size="compact-sm"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={t('referralServices.dropPlace', { place: area.name })}
            onClick={() => onAreas(areas.filter(({ id }) => id !== area.id))}
          >
            {area.name}
          </Button>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          {t('referralServices.addPlace')}
        </Button>
      </div>
      {tooSmall ? (
        <p className="small" role="alert">
          {t('referralServices.tooSmall')}
        </p>
      ) : null}
      {picking ? <PlacePicker likely={[]} onClose={() => setPicking(false)} onPick={add} /> : null}
    </fieldset>
  );
}
