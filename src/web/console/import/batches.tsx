// What was imported, by whom she is, and taking one back whole.
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BatchView } from '../../../shared/contract/imports.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

const LOOK_AGAIN_MS = 4_000;

export function Batches(): ReactNode {
  const { t } = useWords();
  const list = useAsk('listBatches', {}, { refetchInterval: LOOK_AGAIN_MS });
  const batches = list.data?.batches ?? [];
  return (
    <Section level={2} title={t('imports.batches')}>
      {list.isPending ? <Waiting rows={2} height={70} /> : null}
      {list.isError && list.data === undefined ? (
        <Trouble error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && batches.length === 0 ? (
        <Empty icon={IconFileImport} title={t('imports.emptyTitle')} next={t('imports.emptyNext')} />
      ) : null}
      <ul className="plain-list stack">
        {batches.map((batch) => (
          <BatchCard key={batch.id} batch={batch} />
        ))}
      </ul>
    </Section>
  );
}

function BatchCard({ batch }: { batch: BatchView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const undo = async (): Promise<void> => {
    try {
      await ask('undoBatch', { params: { id: batch.id } });
    } catch (error) {
      showTrouble(error, t('imports.undoFailed'));
    }
    await refresh('listBatches', 'listConcerns');
  };
  return (
    <li className="card stack tight" style={{ padding: '14px 16px' }}>
      <div className="row apart">
        <span>
          <strong>{batch.source}</strong> <span className="quiet">{format.moment(batch.at)}</span>
        </span>
        <span className={`tag ${batch.state === 'done' ? 'good' : ''}`}>{t(`imports.state.${batch.state}`)}</span>
      </div>
      <p className="quiet numbers">
        {t('imports.counts', { added: batch.added, known: batch.known, refused: batch.refused, rows: batch.rows })}
      </p>
      {batch.inUse ? <p>{t('imports.inUse')}</p> : null}
      {batch.undoUntil === null || batch.inUse ? null : (
        <div className="row">
          <Button variant="default" onClick={() => void undo()}>
            {t('imports.undo')}
          </Button>
          <span className="quiet small">{t('imports.undoUntil', { when: format.date(batch.undoUntil) })}</span>
        </div>
      )}
    </li>
  );
}
