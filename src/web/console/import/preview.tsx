// What the file would bring: which column holds what, the first rows as they were understood, what stays out and why.
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Columns } from './columns.tsx';
import { Faults } from './faults.tsx';
import { FirstRows } from './first-rows.tsx';
import type { ImportWork, Seen } from './use-import.ts';

export function Preview({ work, seen }: { work: ImportWork; seen: Seen }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack wide">
      <Section
        level={2}
        title={t('imports.columns')}
        hint={t(seen.remembered ? 'imports.remembered' : 'imports.columnsHint')}
      >
        {seen.unread.length === 0 ? null : (
          <p>{t('imports.unread', { count: seen.unread.length, sheets: seen.unread.join(', ') })}</p>
        )}
        <Columns seen={seen} epoch={work.epoch} onChange={work.look} />
      </Section>
      <Section level={2} title={t('imports.first')} hint={t('imports.firstHint')}>
        <p className="row" aria-live="polite">
          <span className="tag good">{t('imports.good', { count: seen.good })}</span>
          {seen.restricted === 0 ? null : (
            <span className="tag">{t('imports.restricted', { count: seen.restricted })}</span>
          )}
          {seen.faults.length === 0 ? null : (
            <span className="tag warn">{t('imports.faulty', { count: seen.faults.length })}</span>
          )}
        </p>
        {seen.first.length === 0 ? <p className="quiet">{t(nothingBecause(seen))}</p> : <FirstRows rows={seen.first} />}
      </Section>
      {seen.faults.length === 0 ? null : <Faults faults={seen.faults} />}
      <Take work={work} good={seen.good} />
    </div>
  );
}

function nothingBecause({ rows, map, faults }: Seen) {
  if (rows === 0) return 'imports.noRows';
  const named = map.date !== undefined && (map.text !== undefined || map.type !== undefined);
  return named && faults.length > 0 ? 'imports.allFaulty' : 'imports.nothingYet';
}

function Take({ work, good }: { work: ImportWork; good: number }): ReactNode {
  const { t } = useWords();
  const [source, setSource] = useState('');
  const hasNumber = /\d{3}|@/.test(source);
  return (
    <form
      className="card stack tight"
      style={{ padding: '14px 16px' }}
      onSubmit={(event) => {
        event.preventDefault();
        work.take(source.trim());
      }}
    >
      <TextInput
        label={t('imports.source')}
        description={t('imports.sourceHint')}
        error={hasNumber ? t('imports.sourceNumber') : undefined}
        maxLength={60}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={work.reading} disabled={good === 0 || hasNumber || source.trim().length < 2}>
          {t('imports.take', { count: good })}
        </Button>
        <span className="quiet small">{t('imports.takeHint')}</span>
      </div>
    </form>
  );
}
