// Choose one of many by typing a few letters: types, places, posts. Arrow keys and Enter, or a tap.
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { fold } from '../../../shared/kit/text.ts';
import { useWords } from '../i18n.ts';
import look from './picker.module.css';
import { Sheet } from './sheet.tsx';
import { Waiting } from './waiting.tsx';

export type Choice = { id: string; label: string; hint?: string };
type Props = {
  title: string;
  ask: string;
  choices: readonly Choice[];
  waiting?: boolean;
  /** Given when the server searches; otherwise the choices are filtered here, accents forgiven. */
  onQuery?: (query: string) => void;
  onPick: (choice: Choice) => void;
  onClose: () => void;
};

export function Picker({ title, onClose, ...list }: Props): ReactNode {
  return (
    <Sheet onClose={onClose} title={title}>
      <PickList {...list} onClose={onClose} />
    </Sheet>
  );
}

function PickList({ ask, choices, waiting = false, onQuery, onPick }: Omit<Props, 'title'>): ReactNode {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const shown = onQuery === undefined ? choices.filter((choice) => matches(choice, query)) : choices;
  const chosen = shown[Math.min(at, shown.length - 1)];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(shown.length - 1, at + step)));
    }
    if (event.key === 'Enter' && chosen !== undefined) onPick(chosen);
  };
  return (
    <div className="stack">
      <TextInput
        data-autofocus
        label={ask}
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
          onQuery?.(event.currentTarget.value);
        }}
      />
      {waiting ? <Waiting rows={4} height={32} /> : null}
      <div role="listbox" id={id} aria-label={ask} className={look['list']}>
        {shown.map((choice) => (
          <Option
            key={choice.id}
            id={`${id}-${choice.id}`}
            choice={choice}
            chosen={choice === chosen}
            onPick={onPick}
          />
        ))}
      </div>
      {shown.length === 0 && !waiting ? (
        <p className="quiet">{t(query === '' ? 'picker.begin' : 'picker.nothing')}</p>
      ) : null}
    </div>
  );
}

type OptionProps = { id: string; choice: Choice; chosen: boolean; onPick: (choice: Choice) => void };

function Option({ id, choice, chosen, onPick }: OptionProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above carries the keys (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={look['option']}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onPick(choice)}
    >
      <span className="grow">{choice.label}</span>
      {choice.hint === undefined ? null : <span className="quiet small">{choice.hint}</span>}
    </div>
  );
}

function matches(choice: Choice, query: string): boolean {
  const text = fold(`${choice.label} ${choice.hint ?? ''} ${choice.id}`);
  return fold(query)
    .split(' ')
    .every((word) => text.includes(word));
}
