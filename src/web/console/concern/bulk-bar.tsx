// One deed for all that are marked, with one undo for the whole; what a concern refuses is said by its reference.
import { Button } from '@mantine/core';
import { IconChecks, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BulkDeed, ConcernRow } from '../../../shared/contract/concerns.ts';
import { ask } from '../../kit/api.ts';
import { useCommands } from '../../kit/commands.ts';
import { useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useTypes } from '../../kit/types.ts';
import { DeedKey } from '../../kit/widgets/deed-key.tsx';
import { PlacePicker, TypePicker } from '../../kit/widgets/pickers.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import look from './concern-desk.module.css';
import type { Selection } from './use-selection.ts';

const ESCAPE = 'Escape';
type Refused = { ref: string; code: string };
type Picking = 'type' | 'place' | 'merge';
type Props = { rows: readonly ConcernRow[]; selection: Selection };

export function BulkBar({ rows, selection }: Props): ReactNode {
  const { t } = useWords();
  const marked = rows.filter((row) => selection.has(row.id));
  const [picking, setPicking] = useState<Picking>();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const perform = useBulk({ marked, selection, onRefused: setRefused });
  const close = (): void => setPicking(undefined);
  const wordOf = (name: string): string => t(name === 'release' ? 'several.release' : `action.${name}`);
  const unmark = (): void => selection.set([]);
  const choices = [
    { name: 'release', key: 'r', run: () => void perform({ deed: 'release' }, t('several.release')) },
    { name: 'type', key: 't', run: () => setPicking('type') },
    { name: 'place', key: 'l', run: () => setPicking('place') },
    { name: 'merge', key: 'm', run: () => setPicking('merge') },
    { name: 'escalate', key: 'e', run: () => void perform({ deed: 'escalate' }, t('action.escalate')) },
  ];
  useShortcuts({ ...Object.fromEntries(choices.map(({ key, run }) => [key, run])), [ESCAPE]: unmark });
  useCommands(
    'several',
    choices.map(({ name, key, run }) => ({
      id: `several.${name}`,
      label: t('several.command', { deed: wordOf(name), count: marked.length }),
      key,
      run,
    })),
  );
  return (
    <div className={look['bulk']} role="toolbar" aria-label={t('several.bar')}>
      <strong className="mark">
        <IconChecks size={18} aria-hidden />
        {t('several.marked', { count: marked.length })}
      </strong>
      {choices.map(({ name, key, run }) => (
        <Button
          key={name}
          size="compact-sm"
          variant={name === 'release' ? 'filled' : 'default'}
          onClick={run}
          aria-keyshortcuts={key.toUpperCase()}
          rightSection={<DeedKey letter={key} />}
        >
          {wordOf(name)}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<IconX size={14} aria-hidden />} onClick={unmark}>
        {t('several.clear')}
      </Button>
      {picking === undefined ? null : <Picked picking={picking} marked={marked} perform={perform} onClose={close} />}
      {refused.length === 0 ? null : <Refusals refused={refused} onClose={() => setRefused([])} />}
    </div>
  );
}

type Perform = (act: BulkDeed, label: string, except?: string) => Promise<boolean>;
type Bulk = { marked: readonly ConcernRow[]; selection: Selection; onRefused: (refused: readonly Refused[]) => void };

function useBulk({ marked, selection, onRefused }: Bulk): Perform {
  const { t } = useWords();
  const { act } = useDeed();
  return (deed, label, except) => {
    const chosen = marked.filter((row) => row.id !== except);
    const ids = chosen.map((row) => row.id);
    const send = async (): Promise<unknown> => {
      const told = await ask('doToSeveral', { body: { ids, act: deed } });
      const refOf = (id: string): string => chosen.find((row) => row.id === id)?.ref ?? '';
      onRefused(told.refused.map(({ id, code }) => ({ ref: refOf(id), code })));
      // What was refused stays marked, so that it can be looked at.
      selection.set(told.refused.map(({ id }) => id));
      return told;
    };
    const words = t('several.did', { deed: label, count: ids.length });
    return act({
      subjectId: ids,
      label: words,
      send,
      refreshes: ['listConcerns', 'countConcerns', 'getConcern', 'listTodos'],
    });
  };
}

type PickedProps = { picking: Picking; marked: readonly ConcernRow[]; perform: Perform; onClose: () => void };

function Picked({ picking, marked, perform, onClose }: PickedProps): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const done = (deed: BulkDeed, label: string, except?: string): void => {
    onClose();
    void perform(deed, label, except);
  };
  if (picking === 'type') {
    const likely = marked.flatMap((row) => row.typeCode ?? []);
    return (
      <TypePicker
        likely={[...new Set(likely)]}
        onClose={onClose}
        onPick={(typeCode, name) => done({ deed: 'type', typeCode }, name)}
      />
    );
  }
  if (picking === 'place') {
    const likely = [
      ...new Map(marked.flatMap(({ area }) => (area === null ? [] : [[area.id, area] as const]))).values(),
    ];
    return (
      <PlacePicker
        likely={likely}
        onClose={onClose}
        onPick={(area) => done({ deed: 'place', areaId: area.id }, area.name)}
      />
    );
  }
  return (
    <Sheet onClose={onClose} title={t('several.mergeTitle')}>
      <div className="stack">
        <p className="quiet">{t('several.mergeHint', { count: marked.length - 1 })}</p>
        {marked.map((row) => (
          <Button
            key={row.id}
            variant="default"
            justify="flex-start"
            onClick={() => done({ deed: 'merge', into: row.id }, t('deed.merged', { ref: row.ref }), row.id)}
          >
            {row.ref} · {typeName(row.typeCode)} · {row.area?.name ?? t('place.none')}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

function Refusals({ refused, onClose }: { refused: readonly Refused[]; onClose: () => void }): ReactNode {
  const { t, exists } = useWords();
  return (
    <Sheet onClose={onClose} title={t('several.refused', { count: refused.length })}>
      <div className="stack">
        <p className="quiet">{t('several.refusedHint')}</p>
        <ul className="plain-list stack">
          {refused.map(({ ref, code }) => (
            <li key={ref}>
              <span className="ref">{ref}</span>:{' '}
              {t(`problem.${exists(`problem.${code}.what`) ? code : 'server.fault'}.what`)}
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
