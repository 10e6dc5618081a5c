// What the palette shows while it is open: a line for what is looked for, and what was found under it.
import { Kbd, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import look from './palette.module.css';
import { type Entry, useEntries } from './use-entries.ts';

export function PaletteSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Sheet onClose={onClose} title={t('palette.title')}>
      <Body onClose={onClose} />
    </Sheet>
  );
}

function Body({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { entries, waiting } = useEntries(query);
  const chosen = entries[Math.min(at, entries.length - 1)];
  const run = (entry: Entry): void => {
    onClose();
    // The sheet gives the focus back as it closes; what opens next must come after.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(entries.length - 1, at + step)));
    }
    if (event.key === 'Enter' && chosen !== undefined) run(chosen);
  };
  return (
    <div className="stack">
      <TextInput
        data-autofocus
        aria-label={t('palette.ask')}
        placeholder={t('palette.ask')}
        value={query}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        {...(chosen === undefined ? {} : { 'aria-activedescendant': `${id}-${chosen.id}` })}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div role="listbox" id={id} aria-label={t('palette.title')} className={look['list']}>
        {entries.map((entry, index) => (
          <Line
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            begins={entries[index - 1]?.group !== entry.group}
            chosen={entry === chosen}
            onRun={run}
          />
        ))}
      </div>
      {entries.length === 0 && !waiting ? <p className="quiet">{t('palette.nothing')}</p> : null}
      <p className="quiet small">{t('palette.hint')}</p>
    </div>
  );
}

type LineProps = { id: string; entry: Entry; begins: boolean; chosen: boolean; onRun: (entry: Entry) => void };

function Line({ id, entry, begins, chosen, onRun }: LineProps): ReactNode {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={look['line']}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onRun(entry)}
    >
      {begins ? <span className={look['group']}>{t(`palette.group.${entry.group}`)}</span> : null}
      <span className={look['words']}>
        <span className="grow">{entry.label}</span>
        {entry.hint === undefined ? null : <span className="quiet small">{entry.hint}</span>}
        {entry.key === undefined ? null : (
          <Kbd size="xs" aria-hidden>
            {entry.key.toUpperCase()}
          </Kbd>
        )}
      </span>
    </div>
  );
}
