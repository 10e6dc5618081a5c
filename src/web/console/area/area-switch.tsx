// Programme, province, district: which part of my area the screens show. On a phone it lies in my own menu; who has one district only has no choice.
import { Button } from '@mantine/core';
import { IconChevronDown, IconMapPin } from '@tabler/icons-react';
import { type ReactNode, useCallback, useState } from 'react';
import { areaInView } from '../../kit/area.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNarrow } from '../../kit/narrow.ts';
import { Later, type LaterPart } from '../../kit/widgets/later.tsx';
import look from './area.module.css';
import { useParts } from './use-area.ts';

export const areaPicker: LaterPart = { load: async () => (await import('./area-picker.tsx')).AreaPicker };

export function AreaSwitch(): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const narrow = useNarrow();
  const hasParts = useParts().length > 0;
  const area = areaInView.use();
  if (narrow || !hasParts) return null;
  const name = area?.name ?? t('area.whole');
  return (
    <>
      <Button
        variant={area === undefined ? 'subtle' : 'light'}
        color={area === undefined ? 'gray' : 'accent'}
        size="compact-md"
        className={look['switch']}
        aria-label={t('area.switch', { area: name })}
        leftSection={<IconMapPin size={16} aria-hidden />}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <span className="truncate">{name}</span>
      </Button>
      {open ? <Later part={areaPicker} onClose={close} /> : null}
    </>
  );
}
