// What the palette shows while it is open: a line for what is looked for, and what was found under it.
import { Kbd, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useNarrow } from '../../kit/narrow.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { useCombo } from '../../kit/widgets/use-combo.ts';
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
  const narrow = useNarrow();
  const [query, setQuery] = useState('');
  const { entries, waiting } = useEntries(query);
  const combo = useCombo(entries, (entry) => {
    onClose();
    // The sheet gives the focus back as it closes; what opens next must come after.
    setTimeout(entry.run);
  });
  return (
    <div className="stack">
      <TextInput
        {...combo.line}
        aria-label={t('palette.ask')}
        placeholder={t('palette.askShort')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          combo.toTop();
        }}
      />
      <div {...combo.list(t('palette.title'))} className={look['list']}>
        {entries.map((entry, at) => (
          <div key={entry.id} {...combo.option(entry)} className={look['line']}>
            {entries[at - 1]?.group === entry.group ? null : (
              <span className={look['group']}>{t(`palette.group.${entry.group}`)}</span>
            )}
            <EntryWords entry={entry} />
          </div>
        ))}
      </div>
      {entries.length === 0 && !waiting ? <p className="quiet">{t('palette.nothing')}</p> : null}
      <p className="quiet small">{t(narrow ? 'palette.hintShort' : 'palette.hint')}</p>
    </div>
  );
}

const EntryWords = ({ entry: { label, hint, key } }: { entry: Entry }): ReactNode => (
  <span className={look['words']}>
    <span className="grow">{label}</span>
    {hint === undefined ? null : <span className="quiet small">{hint}</span>}
    {key === undefined ? null : (
      <Kbd size="xs" aria-hidden>
        {key.toUpperCase()}
      </Kbd>
    )}
  </span>
);
