// What can be done now, most likely deed first, each with its key.
import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useCommands } from '../../kit/commands.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { DeedKey } from '../../kit/widgets/deed-key.tsx';
import { ActionDialogs, type OnChosen, type OpenDialog } from './action-dialogs.tsx';
import look from './concern-desk.module.css';
import type { DeskHold, DeskKind } from './desk-kind.ts';
import { NameOffer } from './name-offer.tsx';
import { type ConcernDeeds, useConcernDeeds } from './use-concern-deeds.ts';

type Action = { name: string; key?: string; main?: boolean; run: () => void };
type Props = { concern: ConcernView; kind: DeskKind; desk: DeskHold };

export function ConcernActions({ concern, kind, desk }: Props): ReactNode {
  const { t } = useWords();
  const deeds = useConcernDeeds(concern, desk.onDone);
  const { undoLast } = useDeed();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [placed, setPlaced] = useState<AreaView>();
  const goOn = useRef<(set: Parameters<OnChosen>[1]) => void>(undefined);
  const open: Open = (next, then) => {
    goOn.current = then;
    setDialog(next);
  };
  const actions = (kind === 'coordinator' ? coordinatorActions : protectionActions)(concern, deeds, open);
  const onChosen: OnChosen = (deed, set) => {
    const then = goOn.current;
    goOn.current = undefined;
    void deed.then((kept) => {
      if (!kept) return;
      if (set.area) setPlaced(set.area);
      then?.(set);
    });
  };
  const keys = Object.fromEntries(
    actions.flatMap((action) => (action.key === undefined ? [] : [[action.key, action.run]])),
  );
  const undo = (): void => void undoLast().then((id) => (id === undefined ? undefined : desk.onOpen(id)));
  useShortcuts({ ...(desk.keys ? keys : {}), u: undo });
  useCommands(
    'concern',
    actions.map(({ name, key, run }) => ({
      id: `concern.${name}`,
      label: `${concern.ref}: ${t(`action.${name}`)}`,
      run,
      ...(key === undefined ? {} : { key }),
    })),
  );
  return (
    <div className={look['actions']} role="toolbar" aria-label={t('action.bar')}>
      {actions.map((action) => (
        <Button
          key={action.name}
          variant={action.main === true ? 'filled' : 'default'}
          onClick={action.run}
          {...(action.key === undefined ? {} : { 'aria-keyshortcuts': action.key.toUpperCase() })}
          rightSection={action.key === undefined ? undefined : <DeedKey letter={action.key} />}
        >
          {t(`action.${action.name}`)}
        </Button>
      ))}
      {placed === undefined || kind !== 'coordinator' ? null : (
        <NameOffer concern={concern} area={placed} onDone={() => setPlaced(undefined)} />
      )}
      {dialog === undefined ? null : (
        <ActionDialogs
          dialog={dialog}
          concern={concern}
          kind={kind}
          deeds={deeds}
          onChosen={onChosen}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

/** `then` goes on with what had waited for the choice. */
type Open = (dialog: OpenDialog, then?: (set: Parameters<OnChosen>[1]) => void) => void;
type Choose = (concern: ConcernView, deeds: ConcernDeeds, open: Open) => Action[];

const ended: readonly string[] = ['merged', 'withdrawn'];

/** What is missing for a post is asked first; then the words, which nobody but her releases. */
function releaseNeeds(concern: ConcernView): OpenDialog {
  if (concern.typeCode === null) return 'type';
  return concern.area === null ? 'place' : 'release';
}

const coordinatorActions: Choose = (concern, deeds, open) => {
  if (ended.includes(concern.state)) return [];
  const waiting = concern.state === 'triage';
  // What is missing is asked for, likeliest first; then the words: R, Enter, Control and Enter.
  const release = (now: ConcernView): void => {
    const next = releaseNeeds(now);
    open(next, next === 'release' ? undefined : (set) => release({ ...now, ...set }));
  };
  const danger = concern.ladder !== null && !concern.ladder.answered;
  return [
    ...(danger ? [{ name: 'danger', key: 'd', main: true, run: () => void deeds.takeDanger() }] : []),
    ...(waiting ? [{ name: 'release', key: 'r', main: !danger, run: () => release(concern) }] : []),
    ...(concern.state === 'open' ? [{ name: 'addWords', key: 'r', run: () => open('release') }] : []),
    { name: 'type', key: 't', run: () => open('type') },
    { name: 'place', key: 'l', run: () => open('place') },
    { name: 'merge', key: 'm', run: () => open('merge') },
    ...(concern.briefs.length > 0 ? [{ name: 'escalate', key: 'e', run: () => void deeds.escalate() }] : []),
    { name: 'answer', key: 'a', run: () => open('answer') },
    { name: 'lane', key: 'v', run: () => open('lane') },
  ];
};

const protectionActions: Choose = (concern, _deeds, open) => {
  if (ended.includes(concern.state)) return [];
  return [
    { name: 'refer', key: 'r', main: concern.referrals.length === 0, run: () => open('refer') },
    { name: 'answer', key: 'a', run: () => open('answer') },
    { name: 'type', key: 't', run: () => open('type') },
    { name: 'place', key: 'l', run: () => open('place') },
    { name: 'lane', key: 'v', run: () => open('lane') },
  ];
};
