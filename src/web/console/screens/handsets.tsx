// Simulated keypad phones side by side: the demonstration's people. Asked again only while somebody looks.
import { Button, TextInput } from '@mantine/core';
import { IconDeviceMobileOff, IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import look from '../handset/handset.module.css';
import { Handset } from '../handset/handset.tsx';

export function HandsetsScreen(): ReactNode {
  const { t } = useWords();
  const list = useAsk('listHandsets', {}, { refetchInterval: 1_500 });
  const handsets = list.data?.handsets ?? [];
  return (
    <div className="page" style={{ maxWidth: 'none' }}>
      <header className="row apart">
        <div>
          <h1>{t('screen.handsets')}</h1>
          <p className="quiet">{t('handsets.intro')}</p>
        </div>
        <AddHandset />
      </header>
      {list.isPending ? <Waiting rows={2} height={240} /> : null}
      {list.isError && handsets.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && handsets.length === 0 ? (
        <Empty icon={IconDeviceMobileOff} title={t('handsets.emptyTitle')} next={t('handsets.emptyNext')} />
      ) : null}
      <div className={look['shelf']}>
        {handsets.map((handset) => (
          <Handset key={handset.id} handset={handset} />
        ))}
      </div>
    </div>
  );
}

function AddHandset(): ReactNode {
  const { t } = useWords();
  const [label, setLabel] = useState('');
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await ask('addHandset', { body: { label: label.trim() } });
      setLabel('');
      await refresh('listHandsets');
    } catch (error) {
      showTrouble(error, t('handsets.notAdded'));
    }
  };
  return (
    <form className="row" onSubmit={(event) => void add(event)}>
      <TextInput
        className="grow"
        style={{ minWidth: 180 }}
        aria-label={t('handsets.label')}
        placeholder={t('handsets.label')}
        required
        maxLength={40}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        {t('handsets.add')}
      </Button>
    </form>
  );
}
