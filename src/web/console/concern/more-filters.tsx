// The rarer filters: clock, whom it waits for, service, post, reopened. Folded away until one of them is wanted.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { queueClocks, queueWaits } from '../../../shared/domain/queue.ts';
import type { Address } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { PostPicker } from '../../kit/widgets/pickers.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import type { DeskKind } from './desk-kind.ts';

const services = [
  'police',
  'border',
  'migration',
  'customs',
  'investigation',
  'protection',
  'health',
  'social',
  'water',
  'administration',
  'humanitarian',
  'demining',
  'mediation',
  'communication',
] as const;
const keys = ['clock', 'waits', 'service', 'post', 'reopened', 'mine'] as const;
type Props = { kind: DeskKind; address: Address; board: boolean };

export function MoreFilters({ kind, address, board }: Props): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const on = keys.filter((key) => address.values[key] !== undefined && !(board && key === 'clock')).length;
  return (
    <>
      <Button
        variant={on > 0 ? 'light' : 'default'}
        size="compact-sm"
        leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {on > 0 ? t('filter.moreOn', { count: on }) : t('filter.more')}
      </Button>
      {open ? (
        <Sheet onClose={() => setOpen(false)} title={t('filter.more')} size="md">
          <Fields kind={kind} address={address} board={board} />
        </Sheet>
      ) : null}
    </>
  );
}

function Fields({ kind, address: { values, change }, board }: Props): ReactNode {
  const { t } = useWords();
  const [choosing, setChoosing] = useState(false);
  const set = (key: string, value: string): void =>
    change({ [key]: value === '' ? undefined : value }, { replace: true });
  const field = (key: 'clock' | 'waits' | 'service', choices: readonly string[], words: string): ReactNode => (
    <NativeSelect
      label={t(`filter.${key}`)}
      value={values[key] ?? ''}
      onChange={(event) => set(key, event.currentTarget.value)}
      data={[
        { value: '', label: t('filter.any') },
        ...choices.map((one) => ({ value: one, label: t(`${words}.${one}`) })),
      ]}
    />
  );
  const post = values['postName'];
  return (
    <div className="stack">
      {board ? null : field('clock', queueClocks, 'board')}
      {field('waits', queueWaits, kind === 'protection' ? 'waitsCare' : 'waits')}
      {kind === 'protection' ? null : field('service', services, 'service')}
      {kind === 'protection' ? null : (
        <div className="row">
          <Button variant="default" size="compact-md" onClick={() => setChoosing(true)}>
            {post ?? t('filter.post')}
          </Button>
          {post === undefined ? null : (
            <Button variant="subtle" size="compact-md" onClick={() => change({ post: undefined, postName: undefined })}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      )}
      <Checkbox
        label={t('filter.reopened')}
        checked={values['reopened'] === 'yes'}
        onChange={(event) => set('reopened', event.currentTarget.checked ? 'yes' : '')}
      />
      <Checkbox
        label={t('filter.mine')}
        checked={values['mine'] === 'yes'}
        onChange={(event) => set('mine', event.currentTarget.checked ? 'yes' : '')}
      />
      {choosing ? (
        <PostPicker
          title={t('filter.post')}
          onClose={() => setChoosing(false)}
          onPick={(id, name) => {
            change({ post: id, postName: name }, { replace: true });
            setChoosing(false);
          }}
        />
      ) : null}
    </div>
  );
}
