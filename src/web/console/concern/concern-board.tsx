// The same queue by clock: a column for what is late, today, this week, later, waiting for her, and lately closed.
import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { boardColumns } from '../../../shared/domain/queue.ts';
import type { Address } from '../../kit/address.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk, usePages } from '../../kit/query.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import look from './concern-desk.module.css';
import { ConcernLine } from './concern-line.tsx';
import type { DeskKind } from './desk-kind.ts';
import { boardFiltersOf, type Filters } from './filters.ts';

type Column = (typeof boardColumns)[number];
const PAGE = 20;

export function ConcernBoard({ kind, address }: { kind: DeskKind; address: Address }): ReactNode {
  const { t } = useWords();
  const filters = boardFiltersOf(address.values, kind);
  const counts = useAsk('countConcerns', { query: filters }, { refetchInterval: 15_000, inView: true });
  useBoardKeys();
  return (
    <section className={look['board']} aria-label={t('board.title')} data-board>
      {boardColumns.map((clock) => (
        <BoardColumn
          key={clock}
          clock={clock}
          filters={filters}
          count={counts.data?.columns.find((one) => one.clock === clock)}
        />
      ))}
    </section>
  );
}

type Count = { count: number; more: boolean } | undefined;

function BoardColumn({ clock, filters, count }: { clock: Column; filters: Filters; count: Count }): ReactNode {
  const { t } = useWords();
  const id = useId();
  const list = usePages(
    'listConcerns',
    (cursor) => ({ query: { ...filters, clock, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } }),
    { refetchInterval: 15_000, inView: true },
  );
  const rows = list.data?.pages.flatMap((page) => page.concerns) ?? [];
  return (
    <section className={look['column']} aria-labelledby={id} data-clock={clock}>
      <h2 id={id} className={look['columnHead']}>
        {t(`board.${clock}`)}
        <CountTag count={count} pressing={clock === 'late'} />
      </h2>
      {list.isPending ? <Waiting rows={2} height={76} /> : null}
      {list.isError && rows.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <p className={look['columnEmpty']}>{t(`board.empty.${clock}`)}</p> : null}
      <ul className={look['cards']}>
        {rows.map((row) => (
          <ConcernLine key={row.id} row={row} open={false} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      ) : null}
    </section>
  );
}

function CountTag({ count, pressing }: { count: Count; pressing: boolean }): ReactNode {
  const format = useFormat();
  if (count === undefined) return null;
  return (
    <span className={`tag numbers ${pressing && count.count > 0 ? 'danger' : ''}`}>
      {format.number(count.count)}
      {count.more ? '+' : ''}
    </span>
  );
}

/** J and K walk a column, the arrows also cross from one to the next; Enter opens, as on every link. */
function useBoardKeys(): void {
  const step = (rows: number, columns: number) => (): void => move(rows, columns);
  useShortcuts({
    j: step(1, 0),
    k: step(-1, 0),
    ArrowDown: step(1, 0),
    ArrowUp: step(-1, 0),
    ArrowRight: step(0, 1),
    ArrowLeft: step(0, -1),
  });
}

function move(rows: number, columns: number): void {
  const grid = [...document.querySelectorAll('[data-board] [data-clock]')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('a[id^="row-"]')])
    .filter((column) => column.length > 0);
  const focused = document.activeElement;
  const at = grid.findIndex((column) => column.some((card) => card === focused));
  const row = focused instanceof HTMLElement ? (grid[at]?.indexOf(focused) ?? -1) : -1;
  const within = (value: number, length: number): number => Math.max(0, Math.min(length - 1, value));
  const column = grid[at < 0 ? 0 : within(at + columns, grid.length)] ?? [];
  column[at < 0 ? 0 : within(row + rows, column.length)]?.focus();
}
