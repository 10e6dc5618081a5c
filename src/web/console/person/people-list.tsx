// Everybody who can sign in, narrowed by name, role, place and state; the filters are the link.
import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconMapPin, IconSearch, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { personStates } from '../../../shared/domain/person.ts';
import { roles } from '../../../shared/domain/role.ts';
import { type Address, useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { PlacePicker } from '../../kit/widgets/pickers.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { PeopleTable } from './people-table.tsx';
import { PersonSheet } from './person-sheet.tsx';

const states = ['here', ...personStates] as const;

export function PeopleList({ mayChange }: { mayChange: boolean }): ReactNode {
  const { t } = useWords();
  const address = useAddress();
  const { values, change } = address;
  const list = usePages('listUsers', (cursor) => ({
    query: { ...toNarrow(values), ...(cursor === undefined ? {} : { cursor }) },
  }));
  const users = list.data?.pages.flatMap((page) => page.users) ?? [];
  const open = users.find((user) => user.id === values['id']);
  return (
    <section className="stack" aria-label={t('people.list')}>
      <Filters {...address} />
      {list.isPending ? <Waiting rows={6} height={44} /> : null}
      {list.isError && users.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && users.length === 0 ? (
        <Empty icon={IconUsers} title={t('people.emptyTitle')} next={t('people.emptyNext')} />
      ) : null}
      {users.length === 0 ? null : <PeopleTable users={users} onOpen={(id) => change({ id })} />}
      <More list={list} />
      {open === undefined ? null : (
        <PersonSheet user={open} mayChange={mayChange} onClose={() => change({ id: undefined })} />
      )}
    </section>
  );
}

/** What the address says, as far as it can be asked for. */
function toNarrow(values: Address['values']) {
  const { q, role, area, state } = values;
  const known = roles.find((one) => one === role);
  return {
    state: states.find((one) => one === state) ?? ('here' as const),
    ...(q === undefined ? {} : { q }),
    ...(known === undefined ? {} : { role: known }),
    ...(area === undefined ? {} : { area }),
  };
}

function Filters({ values, change }: Address): ReactNode {
  const { t } = useWords();
  const search = useDebouncedCallback((said: string) => change({ q: said || undefined }, { replace: true }), 300);
  return (
    <div className="row">
      <TextInput
        className="grow"
        style={{ minWidth: 180 }}
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={values['q'] ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('people.role')}
        value={values['role'] ?? ''}
        onChange={(event) => change({ role: event.currentTarget.value || undefined }, { replace: true })}
        data={[
          { value: '', label: t('people.anyRole') },
          ...roles.map((one) => ({ value: one, label: t(`role.${one}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('people.state')}
        value={values['state'] ?? 'here'}
        onChange={(event) => {
          const state = event.currentTarget.value;
          change({ state: state === 'here' ? undefined : state }, { replace: true });
        }}
        data={states.map((one) => ({ value: one, label: t(`people.show.${one}`) }))}
      />
      <AreaFilter values={values} change={change} />
    </div>
  );
}

function AreaFilter({ values, change }: Address): ReactNode {
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  const name = values['areaName'];
  return (
    <div className="row" style={{ gap: 2, flexWrap: 'nowrap' }}>
      <Button
        variant="default"
        leftSection={<IconMapPin size={16} aria-hidden />}
        onClick={() => setPicking(true)}
        aria-label={t('people.byArea', { area: name ?? t('people.anyArea') })}
      >
        {name ?? t('people.anyArea')}
      </Button>
      {values['area'] === undefined ? null : (
        <CloseButton
          aria-label={t('people.everywhere')}
          onClick={() => change({ area: undefined, areaName: undefined }, { replace: true })}
        />
      )}
      {picking ? (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPick={(area) => {
            change({ area: area.id, areaName: area.name }, { replace: true });
            setPicking(false);
          }}
        />
      ) : null}
    </div>
  );
}
