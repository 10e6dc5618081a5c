// The sheet that belongs to an action.
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
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
  onPlaced: (area: AreaView) => void;
  onClose: () => void;
};

export function ActionDialogs({ dialog, concern, kind, deeds, onPlaced, onClose }: Props): ReactNode {
  switch (dialog) {
    case 'type':
      return (
        <TypePicker
          onClose={onClose}
          onPick={(code) => {
            onClose();
            void deeds.type(code);
          }}
        />
      );
    case 'place':
      return (
        <PlacePicker
          onClose={onClose}
          onPick={(area) => {
            onClose();
            void deeds.place(area).then((kept) => (kept ? onPlaced(area) : undefined));
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
      return <ReferDialog deeds={deeds} onClose={onClose} />;
  }
}
