// Filters of the queue: words, state or clock, severity, type, place and more. All of them are part of the address.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { severities } from '../../../shared/domain/severity.ts';
import type { Address } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useTypes } from '../../kit/types.ts';
import { FilterButton } from '../../kit/widgets/filter-button.tsx';
import { PlacePicker, TypePicker } from '../../kit/widgets/pickers.tsx';
import type { DeskKind } from './desk-kind.ts';
import { FilterSelect } from './filter-select.tsx';
import { filterKeys, filtersOf, noFilters, stateChoices } from './filters.ts';
import { MoreFilters } from './more-filters.tsx';

type Props = { kind: DeskKind; address: Address /** There the columns say the clock. */; board: boolean };

export function ConcernFilters({ kind, address, board }: Props): ReactNode {
  const { t } = useWords();
  const { values, change } = address;
  const said = values['q'] ?? '';
  const box = useWordsBox(said);
  useShortcuts({ '/': () => box.current?.focus() });
  const words = t(`filter.words.${kind}`);
  const search = useDebouncedCallback((q: string) => change({ q: q === '' ? undefined : q }, { replace: true }), 300);
  const pick = (key: string) => (value: string) =>
    change({ [key]: value === '' ? undefined : value }, { replace: true });
  const state = filtersOf(values, kind).state ?? 'all';
  const changed = filterKeys.some((key) => values[key] !== undefined);
  const severityChoices = [
    { value: '', label: t('filter.anySeverity') },
    ...severities.toReversed().map((one) => ({ value: String(one), label: `${one} · ${t(`severity.${one}`)}` })),
  ];
  return (
    <>
      <TextInput
        ref={box}
        aria-label={words}
        placeholder={words}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={said}
        onChange={(event) => search(event.currentTarget.value)}
        aria-keyshortcuts="/"
        // Back to the keys of the queue.
        onKeyDown={(event) => (/^(Enter|Escape)$/.test(event.key) ? event.currentTarget.blur() : undefined)}
      />
      <div className="row">
        {board ? null : (
          <FilterSelect
            label={t('filter.state')}
            value={state}
            onPick={pick('state')}
            choices={stateChoices.map((one) => ({ value: one, label: t(`filterState.${one}`) }))}
          />
        )}
        <FilterSelect
          label={t('filter.severity')}
          value={values['severity'] ?? ''}
          onPick={pick('severity')}
          choices={severityChoices}
        />
      </div>
      {kind === 'protection' ? <LaneFilter value={values['lane'] ?? ''} onPick={pick('lane')} /> : null}
      <div className="row">
        <PickedFilters address={address} />
        <MoreFilters kind={kind} address={address} board={board} />
        {changed ? (
          <Button variant="subtle" size="compact-sm" onClick={() => change(noFilters, { replace: true })}>
            {t('filter.clear')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** What the address says, also after filters were cleared or brought back; never over the hand that is typing. */
function useWordsBox(said: string): RefObject<HTMLInputElement | null> {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null && box.current !== document.activeElement) box.current.value = said;
  }, [said]);
  return box;
}

function LaneFilter({ value, onPick }: { value: string; onPick: (value: string) => void }): ReactNode {
  const { t } = useWords();
  const choices = [
    { value: '', label: t('filter.bothLanes') },
    ...(['protection', 'oversight'] as const).map((lane) => ({ value: lane, label: t(`lane.${lane}`) })),
  ];
  return <FilterSelect label={t('filter.lane')} value={value} onPick={onPick} choices={choices} />;
}

function PickedFilters({ address: { values, change } }: { address: Address }): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const [open, setOpen] = useState<'type' | 'place'>();
  const close = (): void => setOpen(undefined);
  const type = values['type'];
  const place = values['areaName'];
  return (
    <>
      <FilterButton
        name={t('filter.type')}
        value={type === undefined ? undefined : typeName(type)}
        onOpen={() => setOpen('type')}
        onClear={() => change({ type: undefined })}
      />
      <FilterButton
        name={t('filter.place')}
        value={place}
        onOpen={() => setOpen('place')}
        onClear={() => change({ area: undefined, areaName: undefined })}
      />
      {open === 'type' ? (
        <TypePicker
          onClose={close}
          onPick={(code) => {
            change({ type: code });
            close();
          }}
        />
      ) : null}
      {open === 'place' ? (
        <PlacePicker
          onClose={close}
          onPick={(area) => {
            change({ area: area.id, areaName: area.name });
            close();
          }}
        />
      ) : null}
    </>
  );
}
