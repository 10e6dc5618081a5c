// The queue: most severe and longest waiting first, with its filters.
import { Button } from '@mantine/core';
import { IconMoodCheck, IconSearchOff } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue } from 'react';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import type { Address } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import type { usePages } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import look from './concern-desk.module.css';
import { ConcernLine } from './concern-line.tsx';
import type { DeskKind } from './desk-kind.ts';
import { DeskTools } from './desk-tools.tsx';
import { type Filters, noFilters } from './filters.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  kind: DeskKind;
  list: ReturnType<typeof usePages<'listConcerns'>>;
  rows: readonly ConcernRow[];
  filters: Filters;
  address: Address;
  selection: Selection;
  /** What can be done with all that is marked. */
  bulk: ReactNode;
};

export function ConcernQueue({ kind, list, rows, filters, address, selection, bulk }: Props): ReactNode {
  const { t } = useWords();
  return (
    <section className={look['queue']} aria-label={t(`desk.${kind}.queue`)}>
      <DeskTools kind={kind} address={address} />
      {bulk}
      {list.isPending ? <Waiting rows={7} height={76} /> : null}
      {list.isError && rows.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? (
        <EmptyQueue
          kind={kind}
          address={address}
          filtered={Object.keys(filters).some((key) => key !== 'state')}
          state={filters.state ?? 'all'}
        />
      ) : null}
      {rows.length === 0 ? null : (
        <ul className={look['rows']}>
          <Lines kind={kind} rows={rows} opened={address.values['id']} selection={selection} />
          <li>
            <More list={list} />
          </li>
        </ul>
      )}
    </section>
  );
}

/** More than a screen holds: a slow computer shows these and answers keys before it draws the others. */
const FIRST_LINES = 12;

type LinesProps = Pick<Props, 'kind' | 'rows' | 'selection'> & { opened: string | undefined };

function Lines({ kind, rows, opened, selection }: LinesProps): ReactNode {
  const drawn = useDeferredValue(rows, rows.slice(0, FIRST_LINES));
  const marking = kind === 'coordinator' ? { onMark: selection.toggle } : {};
  return drawn.map((row) => (
    <ConcernLine key={row.id} row={row} open={row.id === opened} marked={selection.has(row.id)} {...marking} />
  ));
}

type EmptyProps = Pick<Props, 'kind' | 'address'> & { filtered: boolean; state: string };

function EmptyQueue({ kind, address, filtered, state }: EmptyProps): ReactNode {
  const { t } = useWords();
  if (!filtered && state === 'waiting')
    return <Empty icon={IconMoodCheck} title={t(`desk.${kind}.emptyTitle`)} next={t(`desk.${kind}.emptyNext`)} />;
  return (
    <Empty icon={IconSearchOff} title={t('desk.nothingFound')} next={t('desk.nothingFoundNext')}>
      <Button variant="default" onClick={() => address.change(noFilters, { replace: true })}>
        {t('filter.clear')}
      </Button>
    </Empty>
  );
}
