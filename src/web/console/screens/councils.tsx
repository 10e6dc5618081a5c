// Councils: which there are, what each is, and the way from proposed to at work.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { councilStatuses } from '../../../shared/domain/council.ts';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { CouncilForm } from '../council/council-form.tsx';
import { CouncilSheet } from '../council/council-sheet.tsx';
import { CouncilTable } from '../council/council-table.tsx';
import { Growth } from '../council/growth.tsx';
import { StatusCounts } from '../council/status-counts.tsx';

export function CouncilsScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const [proposing, setProposing] = useState(false);
  const q = values['q'] ?? '';
  const status = councilStatuses.find((known) => known === values['status']);
  const search = useDebouncedCallback((said: string) => change({ q: said || undefined }, { replace: true }), 300);
  const narrowed = { ...(q === '' ? {} : { q }), ...(status === undefined ? {} : { status }) };
  const list = usePages(
    'listCouncils',
    (cursor) => ({ query: { ...narrowed, ...(cursor === undefined ? {} : { cursor }) } }),
    { inView: true },
  );
  const open = values['id'];
  return (
    <div className="page">
      <header className="row apart">
        <div style={{ flex: '1 1 280px' }}>
          <h1>{t('screen.councils')}</h1>
          <p className="quiet">{t('councils.intro')}</p>
        </div>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setProposing(true)}>
          {t('councils.propose')}
        </Button>
      </header>
      <Growth />
      <StatusCounts
        counts={list.data?.pages[0]?.counts ?? []}
        chosen={status}
        onChoose={(chosen) => change({ status: chosen }, { replace: true })}
      />
      <TextInput
        aria-label={t('councils.search')}
        placeholder={t('councils.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={q}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <Found list={list} narrowed={q !== '' || status !== undefined} onOpen={(id) => change({ id })} />
      {open === undefined ? null : <CouncilSheet id={open} onClose={() => change({ id: undefined })} />}
      {proposing ? (
        <CouncilForm council={undefined} onKept={(id) => change({ id })} onClose={() => setProposing(false)} />
      ) : null}
    </div>
  );
}

type FoundProps = {
  list: ReturnType<typeof usePages<'listCouncils'>>;
  narrowed: boolean;
  onOpen: (id: string) => void;
};

function Found({ list, narrowed, onOpen }: FoundProps): ReactNode {
  const { t } = useWords();
  const councils = list.data?.pages.flatMap((page) => page.councils) ?? [];
  if (list.isPending) return <Waiting rows={8} height={44} />;
  if (list.isError && councils.length === 0) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (councils.length === 0)
    return (
      <Empty
        icon={IconUsersGroup}
        title={t('councils.emptyTitle')}
        next={t(`councils.emptyNext.${narrowed ? 'search' : 'all'}`)}
      />
    );
  return (
    <>
      <CouncilTable councils={councils} onOpen={onOpen} />
      <More list={list} />
    </>
  );
}
