// Settings: which types are asked about where, and who answers. On only where somebody can; off is never deaf.
import { Button, TextInput } from '@mantine/core';
import { IconMapPin, IconSearch, IconToggleLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TypeStateView } from '../../../shared/contract/type-switches.ts';
import { fold } from '../../../shared/kit/text.ts';
import { type Address, useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useTypes } from '../../kit/types.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { PlacePicker } from '../../kit/widgets/pickers.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { DistrictTable } from '../type-switch/district-table.tsx';
import { type Shown, shownChoices, standingOf, type Turning } from '../type-switch/standing.ts';
import { SwitchDialog } from '../type-switch/switch-dialog.tsx';
import { TypeTable } from '../type-switch/type-table.tsx';

export function TypesScreen(): ReactNode {
  const { t } = useWords();
  const address = useAddress();
  const area = address.values['area'];
  const list = useAsk('listTypeStates', { query: area === undefined ? {} : { area } });
  const [turning, setTurning] = useState<Turning>();
  const types = useShown(list.data?.types ?? [], address);
  return (
    <div className="page">
      <header>
        <h1>{t('screen.types')}</h1>
        <p className="quiet">{t('types.intro')}</p>
      </header>
      <Tools address={address} name={list.data?.area.name} />
      {list.isPending ? <Waiting rows={8} height={44} /> : null}
      {list.isError ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && types.length === 0 ? (
        <Empty icon={IconToggleLeft} title={t('types.emptyTitle')} next={t('types.emptyNext')} />
      ) : null}
      {list.data === undefined ? null : (
        <>
          <TypeTable types={types} area={list.data.area} onTurn={setTurning} />
          {list.data.districts.length === 0 ? null : <DistrictTable districts={list.data.districts} />}
          {turning === undefined ? null : (
            <SwitchDialog area={list.data.area} turning={turning} onClose={() => setTurning(undefined)} />
          )}
        </>
      )}
    </div>
  );
}

function useShown(types: readonly TypeStateView[], { values }: Address): readonly TypeStateView[] {
  const { typeName } = useTypes();
  const only = onlyOf(values['only']);
  const words = fold(values['q'] ?? '');
  return types.filter(
    (type) =>
      (only === 'all' || standingOf(type) === only) &&
      (words === '' || fold(`${type.code} ${typeName(type.code)}`).includes(words)),
  );
}

const onlyOf = (said: string | undefined): Shown => shownChoices.find((one) => one === said) ?? 'all';

function Tools({ address: { values, change }, name }: { address: Address; name: string | undefined }): ReactNode {
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  return (
    <div className="row">
      <Button
        variant="default"
        leftSection={<IconMapPin size={16} aria-hidden />}
        aria-label={t('types.areaNow', { area: name ?? '' })}
        onClick={() => setPicking(true)}
      >
        {name ?? t('types.area')}
      </Button>
      <TextInput
        className="grow"
        style={{ minWidth: 180 }}
        aria-label={t('types.search')}
        placeholder={t('types.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={values['q'] ?? ''}
        onChange={(event) => change({ q: event.currentTarget.value || undefined }, { replace: true })}
      />
      <Choice
        label={t('post.show')}
        value={onlyOf(values['only'])}
        onChange={(value) => change({ only: value === 'all' ? undefined : value }, { replace: true })}
        choices={shownChoices.map((value) => ({ value, label: t(`types.only.${value}`) }))}
      />
      {picking ? (
        <PlacePicker
          onClose={() => setPicking(false)}
          onPick={(area) => {
            change({ area: area.id });
            setPicking(false);
          }}
        />
      ) : null}
    </div>
  );
}
