// The sheet that belongs to an action.
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { PlacePicker, TypePicker } from '../../kit/widgets/pickers.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import type { DeskKind } from './desk-kind.ts';
import { LaneDialog } from './lane-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

export type OpenDialog = 'type' | 'place' | 'release' | 'merge' | 'answer' | 'lane' | 'refer';
type Props = {
  dialog: OpenDialog;
  concern: ConcernView;
  kind: DeskKind;
  deeds: ConcernDeeds;
  onClose: () => void;
  onChosen: OnChosen;
};
/** Type or place are set: what had waited for it may go on. */
export type OnChosen = (deed: Promise<boolean>, set: Partial<Pick<ConcernView, 'typeCode' | 'area'>>) => void;

export function ActionDialogs({ dialog, concern, kind, deeds, onClose, onChosen }: Props): ReactNode {
  switch (dialog) {
    case 'type':
      return (
        <TypePicker
          likely={concern.likely.typeCodes}
          current={concern.typeCode}
          onClose={onClose}
          onPick={(code) => {
            onClose();
            onChosen(deeds.type(code), { typeCode: code });
          }}
        />
      );
    case 'place':
      return (
        <PlacePicker
          likely={concern.likely.areas}
          onClose={onClose}
          onPick={(area) => {
            onClose();
            onChosen(deeds.place(area), { area });
          }}
        />
      );
    case 'release':
      return <ReleaseDialog concern={concern} deeds={deeds} onClose={onClose} />;
    case 'merge':
      return <MergeDialog concern={concern} onClose={onClose} />;
    case 'answer':
      return <AnswerDialog deeds={deeds} onClose={onClose} />;
    case 'lane':
      return <LaneDialog concern={concern} kind={kind} deeds={deeds} onClose={onClose} />;
    case 'refer':
      return <ReferDialog concern={concern} deeds={deeds} onClose={onClose} />;
  }
}
