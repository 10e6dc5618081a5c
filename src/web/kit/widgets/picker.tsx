// Choose one of many by typing a few letters: types, places, posts. Arrow keys and Enter, or a tap.
import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { fold } from '../../../shared/kit/text.ts';
import { useWords } from '../i18n.ts';
import look from './picker.module.css';
import { Sheet } from './sheet.tsx';
import { useCombo } from './use-combo.ts';
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
  const [query, setQuery] = useState('');
  const shown = onQuery === undefined ? choices.filter((choice) => matches(choice, query)) : choices;
  const combo = useCombo(shown, onPick);
  return (
    <div className="stack">
      <TextInput
        {...combo.line}
        label={ask}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          combo.toTop();
          onQuery?.(event.currentTarget.value);
        }}
      />
      {waiting ? <Waiting rows={4} height={32} /> : null}
      <div {...combo.list(ask)} className={look['list']}>
        {shown.map((choice) => (
          <div key={choice.id} {...combo.option(choice)} className={look['option']}>
            <span className="grow">{choice.label}</span>
            {choice.hint === undefined ? null : <span className="quiet small">{choice.hint}</span>}
          </div>
        ))}
      </div>
      {shown.length === 0 && !waiting ? (
        <p className="quiet">{t(query === '' ? 'picker.begin' : 'picker.nothing')}</p>
      ) : null}
    </div>
  );
}

function matches(choice: Choice, query: string): boolean {
  const text = fold(`${choice.label} ${choice.hint ?? ''} ${choice.id}`);
  return fold(query)
    .split(' ')
    .every((word) => text.includes(word));
}
