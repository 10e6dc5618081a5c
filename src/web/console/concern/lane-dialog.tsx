// Move a concern to another lane. Raising hides it from the one who raises it; lowering is the protection officer's alone.
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { type Lane, lanes } from '../../../shared/domain/lane.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { OptionList } from '../../kit/widgets/option-list.tsx';
import type { DeskKind } from './desk-kind.ts';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; kind: DeskKind; deeds: ConcernDeeds; onClose: () => void };

export function LaneDialog({ concern, kind, deeds, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [lane, setLane] = useState<Lane>();
  const move = async (): Promise<boolean> => (lane === undefined ? false : deeds.lane(lane));
  return (
    <Dialog
      title={t('laning.title')}
      deed={t('laning.move')}
      onDeed={move}
      onClose={onClose}
      disabled={lane === undefined}
    >
      <OptionList
        label={t('laning.ask')}
        description={t(`laning.${kind}Hint`)}
        value={lane}
        onPick={setLane}
        options={lanes
          .filter((one) => one !== concern.lane)
          .map((value) => ({ value, label: t(`lane.${value}`), description: t(`laneMeaning.${value}`) }))}
      />
    </Dialog>
  );
}
