// Move a concern to another lane. Raising hides it from the one who raises it; lowering is the protection officer's alone.
import { Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { lanes } from '../../../shared/domain/lane.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import type { DeskKind } from './desk-kind.ts';
import type { ConcernDeeds } from './use-concern-deeds.ts';

type Props = { concern: ConcernView; kind: DeskKind; deeds: ConcernDeeds; onClose: () => void };

export function LaneDialog({ concern, kind, deeds, onClose }: Props): ReactNode {
  const { t } = useWords();
  const [code, setCode] = useState<string>();
  const lane = lanes.find((one) => one === code);
  const move = async (): Promise<boolean> => (lane === undefined ? false : deeds.lane(lane));
  return (
    <Dialog
      title={t('laning.title')}
      deed={t('laning.move')}
      onDeed={move}
      onClose={onClose}
      disabled={lane === undefined}
    >
      <Radio.Group label={t('laning.ask')} description={t(`laning.${kind}Hint`)} value={code ?? ''} onChange={setCode}>
        <div className="stack" style={{ paddingTop: 10 }}>
          {lanes
            .filter((one) => one !== concern.lane)
            .map((one) => (
              <Radio key={one} value={one} label={t(`lane.${one}`)} description={t(`laneMeaning.${one}`)} />
            ))}
        </div>
      </Radio.Group>
    </Dialog>
  );
}
