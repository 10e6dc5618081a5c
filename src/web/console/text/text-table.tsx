// Every text in its languages side by side. A language that borrows another's words says so in the place where its own would stand.

import { TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconSearch, IconSearchOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TextView } from '../../../shared/contract/texts.ts';
import { fold } from '../../../shared/kit/text.ts';
import { useWords } from '../../kit/i18n.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { type Occasion, occasionOf, occasions } from './occasions.ts';
import look from './text.module.css';

/** The rest borrow Portuguese whole; one line above the table says so. */
const columns = ['pt', 'en', 'sw'] as const;
const kinds = ['all', 'teller', 'menu', 'staff'] as const;
type Kind = (typeof kinds)[number];

const kindOf = ({ reader, shownBy }: TextView): Kind => {
  if (reader === 'staff') return 'staff';
  return shownBy === 'menu' ? 'menu' : 'teller';
};

export function TextTable({ texts }: { texts: readonly TextView[] }): ReactNode {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const sought = fold(words);
  const shown = texts.filter(
    (text) =>
      (kind === 'all' || kindOf(text) === kind) &&
      (sought === '' || fold([text.key, ...text.versions.map((one) => one.text)].join(' ')).includes(sought)),
  );
  return (
    <div className="stack">
      <p className="small">{t('texts.borrowed')}</p>
      <div className="row">
        <TextInput
          className="grow"
          style={{ minWidth: 200 }}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('texts.search')}
          placeholder={t('texts.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Choice
          label={t('texts.forWhom')}
          value={kind}
          onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'all')}
          choices={kinds.map((one) => ({ value: one, label: t(`texts.kind.${one}`) }))}
        />
      </div>
      <p className="quiet small numbers" aria-live="polite">
        {t('texts.count', { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <Empty icon={IconSearchOff} title={t('texts.noneTitle')} next={t('texts.noneNext')} />
      ) : null}
      {occasions.map((occasion) => (
        <Said key={occasion} occasion={occasion} texts={shown.filter(({ key }) => occasionOf(key) === occasion)} />
      ))}
    </div>
  );
}

function Said({ occasion, texts }: { occasion: Occasion; texts: readonly TextView[] }): ReactNode {
  const { t } = useWords();
  if (texts.length === 0) return null;
  return (
    <Section level={2} title={t(`texts.occasion.${occasion}`)}>
      <ul className="plain-list stack">
        {texts.map((text) => (
          <TextRow key={text.key} text={text} />
        ))}
      </ul>
    </Section>
  );
}

function TextRow({ text }: { text: TextView }): ReactNode {
  const { t } = useWords();
  return (
    <li className={`card ${look['row']}`}>
      <div className="row tight">
        <span className="tag">{t(`texts.kind.${kindOf(text)}`)}</span>
        {text.saidIn.map((flow) => (
          <span key={flow} className="quiet small">
            {t(`texts.flow.${flow}`)}
          </span>
        ))}
        {/* For who talks with the people that keep the catalogue. */}
        <span className={`ref quiet ${look['key']}`}>{text.key.replaceAll('.', ' › ')}</span>
      </div>
      <div className={look['columns']}>
        {columns.map((language) => (
          <Version key={language} language={language} text={text} />
        ))}
      </div>
    </li>
  );
}

function Version({ language, text }: { language: (typeof columns)[number]; text: TextView }): ReactNode {
  const { t } = useWords();
  const version = text.versions.find((one) => one.language === language);
  if (version === undefined) return null;
  const own = version.from === language;
  return (
    <div className="stack tight">
      <span className="quiet small">{t(`language.${language}`)}</span>
      {own ? (
        <p lang={language}>{version.text}</p>
      ) : (
        <span className="mark plain folds">
          <IconArrowBackUp size={16} aria-hidden />
          {t('texts.fallsBack', { language: t(`language.${version.from}`) })}
        </span>
      )}
      {version.draft === null ? null : (
        <p className="quiet small" lang={language}>
          <IconPencil size={14} aria-hidden /> {t('texts.draft')} {version.draft}
        </p>
      )}
      {own ? (
        <span className="quiet small numbers">
          {t('texts.room', { units: version.room.units, room: version.room.perSegment, count: version.room.segments })}
        </span>
      ) : null}
    </div>
  );
}
