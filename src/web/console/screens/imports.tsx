// Reports kept on paper or in spreadsheets: a file is looked at, its columns named, taken in as a batch, taken back.
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { Batches } from '../import/batches.tsx';
import { FileChoice } from '../import/file-choice.tsx';
import { Preview } from '../import/preview.tsx';
import { useImport } from '../import/use-import.ts';

export function ImportsScreen(): ReactNode {
  const { t } = useWords();
  const work = useImport();
  return (
    <div className="page">
      <header>
        <h1>{t('screen.imports')}</h1>
        <p className="quiet">{t('imports.intro')}</p>
      </header>
      <FileChoice fileName={work.file?.name} reading={work.reading} onFile={work.choose} onDrop={work.forget} />
      {work.seen === undefined ? null : <Preview work={work} seen={work.seen} />}
      <Batches />
    </div>
  );
}
