// The work place for concerns: the queue on the left, one concern on the right; on a phone one after the other. Or the board by clock.
import { Button, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconChevronsLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import { type Address, useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { whenIdle } from '../../kit/when-idle.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ConcernBoard } from './concern-board.tsx';
import look from './concern-desk.module.css';
import { ConcernDetail } from './concern-detail.tsx';
import { ConcernQueue } from './concern-queue.tsx';
import type { DeskKind } from './desk-kind.ts';
import { DeskTools } from './desk-tools.tsx';
import { filtersOf } from './filters.ts';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { useSelection } from './use-selection.ts';

export function ConcernDesk({ kind }: { kind: DeskKind }): ReactNode {
  const { t } = useWords();
  const address = useAddress();
  const board = address.values['view'] === 'board';
  return (
    <>
      <VisuallyHidden component="h1">{t(`desk.${kind}.queue`)}</VisuallyHidden>
      {board && address.values['id'] === undefined ? (
        <div className={look['whole']}>
          <DeskTools kind={kind} address={address} />
          <ConcernBoard kind={kind} address={address} />
        </div>
      ) : (
        <QueueAndConcern kind={kind} address={address} alone={board} />
      )}
    </>
  );
}

type Props = {
  kind: DeskKind;
  address: Address /** Opened from the board: the concern has the whole width. */;
  alone: boolean;
};

function QueueAndConcern({ kind, address, alone }: Props): ReactNode {
  const { t } = useWords();
  const filters = filtersOf(address.values, kind);
  const list = usePages(
    'listConcerns',
    (cursor) => ({ query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } }),
    { refetchInterval: 10_000, enabled: !alone, inView: true },
  );
  const rows = useMemo(
    () => (alone ? [] : (list.data?.pages.flatMap((page) => page.concerns) ?? [])),
    [alone, list.data],
  );
  const id = address.values['id'];
  const [help, setHelp] = useState(false);
  const selection = useSelection(rows);
  const { openNext, open } = useDeskKeys({ kind, rows, address, selection, onHelp: () => setHelp(true) });
  useFirstOpened({ kind, rows, address });
  return (
    <div className={look['desk']} data-open={id !== undefined} data-alone={alone}>
      {alone ? null : (
        <ConcernQueue
          kind={kind}
          list={list}
          rows={rows}
          filters={filters}
          address={address}
          selection={selection}
          bulk={selection.ids.length === 0 ? null : <BulkBar rows={rows} selection={selection} />}
        />
      )}
      <section className={look['detail']} aria-label={t('concern.opened')}>
        {id === undefined ? (
          <Choose kind={kind} any={rows.length > 0} onHelp={() => setHelp(true)} />
        ) : (
          <>
            <Button
              className={look['back'] ?? ''}
              variant="subtle"
              leftSection={<IconArrowLeft size={18} aria-hidden />}
              onClick={() => address.change({ id: undefined })}
            >
              {t(alone ? 'desk.backToBoard' : 'desk.back')}
            </Button>
            <ConcernDetail
              key={id}
              id={id}
              kind={kind}
              desk={{ onDone: openNext, onOpen: open, keys: selection.ids.length === 0 }}
            />
          </>
        )}
      </section>
      {help ? <ShortcutHelp kind={kind} onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

/** Nothing is chosen yet; of an empty queue nothing can be. */
function Choose({ kind, any, onHelp }: { kind: DeskKind; any: boolean; onHelp: () => void }): ReactNode {
  const { t } = useWords();
  if (!any) return null;
  return (
    <Empty icon={IconChevronsLeft} title={t(`desk.${kind}.chooseTitle`)} next={t(`desk.${kind}.chooseNext`)}>
      <Button variant="subtle" onClick={onHelp}>
        {t('shortcuts.title')} (?)
      </Button>
    </Empty>
  );
}

/** The queue is seen and answers keys before the first one opens; how long that may take on a page that never rests. */
const SOON_MS = 500;

/**
 * Where both halves are seen, the most pressing concern stands open as soon as the page rests. It is written into the address, so that it stays the
 * opened one when a graver one arrives above it. Never at the protection desk: there every opening is a line in the journal.
 */
function useFirstOpened({
  kind,
  rows,
  address,
}: {
  kind: DeskKind;
  rows: readonly ConcernRow[];
  address: Address;
}): void {
  const wide = useMediaQuery('(min-width: 801px)', false, { getInitialValueInEffect: false });
  const { values, change } = address;
  const first = kind === 'coordinator' && wide && values['id'] === undefined ? rows[0]?.id : undefined;
  useEffect(() => {
    if (first === undefined) return undefined;
    return whenIdle(() => change({ id: first }, { replace: true }), SOON_MS);
  }, [first, change]);
}
