// What people taught about names of places, and taking it back.
import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TaughtNameView } from '../../../shared/contract/places.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { useNames } from '../concern/use-names.ts';

export function PlacesScreen(): ReactNode {
  const { t } = useWords();
  const list = useAsk('listNames', {});
  const names = list.data?.names ?? [];
  return (
    <div className="page">
      <header>
        <h1>{t('screen.places')}</h1>
        <p className="quiet">{t('names.intro')}</p>
      </header>
      {list.isPending ? <Waiting rows={4} height={44} /> : null}
      {list.isError ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && names.length === 0 ? (
        <Empty icon={IconMapPin} title={t('names.emptyTitle')} next={t('names.emptyNext')} />
      ) : null}
      {names.length === 0 ? null : <NamesTable names={names} />}
    </div>
  );
}

function NamesTable({ names }: { names: readonly TaughtNameView[] }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { forget } = useNames();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('screen.places')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('names.name')}</th>
            <th scope="col">{t('names.place')}</th>
            <th scope="col">{t('names.since')}</th>
            <th scope="col">{t('people.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name.id}>
              <td>
                <strong>{name.name}</strong>
              </td>
              <td>{[name.area.name, name.area.within].filter(Boolean).join(' · ')}</td>
              <td className="nowrap numbers">{format.date(name.learnedAt)}</td>
              <td>
                <Button variant="default" onClick={() => void forget(name)}>
                  {t('names.forget')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
