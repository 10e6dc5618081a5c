// The work place for concerns: the queue on the left, one concern on the right; on a phone one after the other.
import { Button, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft, IconChevronsLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import { type Address, useAddress } from '../../kit/address.ts';
import { usePages } from '../../kit/query.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import look from './concern-desk.module.css';
import { ConcernDetail } from './concern-detail.tsx';
import { ConcernQueue } from './concern-queue.tsx';
import type { DeskKind } from './desk-kind.ts';
import { filtersOf } from './filters.ts';
import { ShortcutHelp } from './shortcut-help.tsx';

export function ConcernDesk({ kind }: { kind: DeskKind }): ReactNode {
  const { t } = useTranslation();
  const address = useAddress();
  const filters = filtersOf(address.values, kind);
  const list = usePages(
    'listConcerns',
    (cursor) => ({ query: { ...filters, ...(cursor === undefined ? {} : { cursor }) } }),
    { refetchInterval: 10_000 },
  );
  const rows = list.data?.pages.flatMap((page) => page.concerns) ?? [];
  const id = address.values['id'];
  const [help, setHelp] = useState(false);
  useDeskKeys({ rows, address, onHelp: () => setHelp(true) });
  useFirstOpened({ kind, rows, address });
  return (
    <div className={look['desk']} data-open={id !== undefined}>
      <VisuallyHidden component="h1">{t(`desk.${kind}.queue`)}</VisuallyHidden>
      <ConcernQueue kind={kind} list={list} rows={rows} filters={filters} address={address} />
      <section className={look['detail']} aria-label={t('concern.opened')}>
        {id === undefined ? (
          <Empty icon={IconChevronsLeft} title={t(`desk.${kind}.chooseTitle`)} next={t(`desk.${kind}.chooseNext`)}>
            <Button variant="subtle" onClick={() => setHelp(true)}>
              {t('shortcuts.title')} (?)
            </Button>
          </Empty>
        ) : (
          <>
            <Button
              className={look['back'] ?? ''}
              variant="subtle"
              leftSection={<IconArrowLeft size={18} aria-hidden />}
              onClick={() => address.change({ id: undefined })}
            >
              {t('desk.back')}
            </Button>
            <ConcernDetail key={id} id={id} kind={kind} />
          </>
        )}
      </section>
      {help ? <ShortcutHelp kind={kind} onClose={() => setHelp(false)} /> : null}
    </div>
  );
}

/**
 * Where both halves are seen, the most pressing concern stands open. It is written into the address at once, so that it stays the
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
    if (first !== undefined) change({ id: first }, { replace: true });
  }, [first, change]);
}

type Keys = { rows: readonly ConcernRow[]; address: Address; onHelp: () => void };

function useDeskKeys({ rows, address, onHelp }: Keys): void {
  // Where the opened row stood: when it leaves the list after a deed, "next" is whoever stands there now.
  const place = useRef(-1);
  const at = rows.findIndex((row) => row.id === address.values['id']);
  if (at >= 0) place.current = at;
  const open = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row === undefined) return;
    address.change({ id: row.id }, { replace: true });
    document.getElementById(`row-${row.id}`)?.focus();
  };
  useShortcuts({
    j: () => open(at >= 0 || place.current < 0 ? at + 1 : place.current),
    k: () => open(at >= 0 ? at - 1 : place.current - 1),
    '?': onHelp,
  });
}
