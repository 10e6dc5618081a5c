// Choose a province or a district of my area, or the whole of it.
import type { ReactNode } from 'react';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { areaInView } from '../../kit/area.ts';
import { useWords } from '../../kit/i18n.ts';
import { Picker } from '../../kit/widgets/picker.tsx';
import { useParts } from './use-area.ts';

const WHOLE = 'whole';

export function AreaPicker({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const areas = inOrder(useParts());
  const choices = areas.map(({ id, name, kind, within }) => ({
    id,
    label: name,
    hint: kind === 'province' ? t('areaKind.province') : (within ?? ''),
  }));
  const pick = (id: string): void => {
    areaInView.set(areas.find((area) => area.id === id));
    onClose();
  };
  return (
    <Picker
      title={t('area.title')}
      ask={t('area.ask')}
      choices={[{ id: WHOLE, label: t('area.whole') }, ...choices]}
      onPick={({ id }) => pick(id)}
      onClose={onClose}
    />
  );
}

/** Each province before its districts. */
const inOrder = (areas: readonly AreaView[]): AreaView[] => {
  const key = ({ kind, name, within }: AreaView): string => (kind === 'province' ? name : `${within} ${name}`);
  return areas.toSorted((a, b) => key(a).localeCompare(key(b)));
};
