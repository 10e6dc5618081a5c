// What can be done now, most likely deed first, each with its key.
import { Button, Kbd } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import { useDeed } from '../../kit/deed.ts';
import { shortcutsOn, useShortcuts } from '../../kit/shortcuts.ts';
import { ActionDialogs, type OpenDialog } from './action-dialogs.tsx';
import look from './concern-desk.module.css';
import type { DeskKind } from './desk-kind.ts';
import { NameOffer } from './name-offer.tsx';
import { type ConcernDeeds, useConcernDeeds } from './use-concern-deeds.ts';

type Action = { name: string; key?: string; main?: boolean; run: () => void };
type Props = { concern: ConcernView; kind: DeskKind };

export function ConcernActions({ concern, kind }: Props): ReactNode {
  const { t } = useTranslation();
  const deeds = useConcernDeeds(concern);
  const { undoLast } = useDeed();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [placed, setPlaced] = useState<AreaView>();
  const withKeys = shortcutsOn.use();
  const actions = (kind === 'coordinator' ? coordinatorActions : protectionActions)(concern, deeds, setDialog);
  const keys = Object.fromEntries(
    actions.flatMap((action) => (action.key === undefined ? [] : [[action.key, action.run]])),
  );
  useShortcuts({ ...keys, u: () => void undoLast() });
  return (
    <div className={look['actions']} role="toolbar" aria-label={t('action.bar')}>
      {actions.map((action) => (
        <Button
          key={action.name}
          variant={action.main === true ? 'filled' : 'default'}
          onClick={action.run}
          {...(action.key === undefined ? {} : { 'aria-keyshortcuts': action.key.toUpperCase() })}
          rightSection={withKeys && action.key !== undefined ? <Key letter={action.key} /> : undefined}
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
          onPlaced={setPlaced}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  );
}

function Key({ letter }: { letter: string }): ReactNode {
  return (
    <Kbd size="xs" aria-hidden visibleFrom="sm">
      {letter.toUpperCase()}
    </Kbd>
  );
}

type Choose = (concern: ConcernView, deeds: ConcernDeeds, open: (dialog: OpenDialog) => void) => Action[];

const ended: readonly string[] = ['merged', 'withdrawn'];

/** What is missing for a post is asked first; then the words, which nobody but her releases. */
function releaseNeeds(concern: ConcernView): OpenDialog {
  if (concern.typeCode === null) return 'type';
  return concern.area === null ? 'place' : 'release';
}

const coordinatorActions: Choose = (concern, deeds, open) => {
  if (ended.includes(concern.state)) return [];
  const waiting = concern.state === 'triage';
  const danger = concern.ladder !== null && !concern.ladder.answered;
  return [
    ...(danger ? [{ name: 'danger', main: true, run: () => void deeds.takeDanger() }] : []),
    ...(waiting ? [{ name: 'release', key: 'r', main: !danger, run: () => open(releaseNeeds(concern)) }] : []),
    ...(concern.state === 'open' ? [{ name: 'addWords', key: 'r', run: () => open('release') }] : []),
    { name: 'type', key: 't', run: () => open('type') },
    { name: 'place', key: 'l', run: () => open('place') },
    { name: 'merge', key: 'm', run: () => open('merge') },
    ...(concern.briefs.length > 0 ? [{ name: 'escalate', key: 'e', run: () => void deeds.escalate() }] : []),
    { name: 'answer', key: 'a', run: () => open('answer') },
    { name: 'lane', run: () => open('lane') },
  ];
};

const protectionActions: Choose = (concern, _deeds, open) => {
  if (ended.includes(concern.state)) return [];
  return [
    { name: 'refer', key: 'r', main: concern.referrals.length === 0, run: () => open('refer') },
    { name: 'answer', key: 'a', run: () => open('answer') },
    { name: 'type', key: 't', run: () => open('type') },
    { name: 'place', key: 'l', run: () => open('place') },
    { name: 'lane', run: () => open('lane') },
  ];
};
