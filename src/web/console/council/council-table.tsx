// Councils by name: where each is, what it is and since when, how many members.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CouncilLine } from '../../../shared/contract/councils.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { noon } from '../absence/days.ts';
import { StatusMark } from './status-mark.tsx';

type Props = { councils: readonly CouncilLine[]; onOpen: (id: string) => void };

export function CouncilTable({ councils, onOpen }: Props): ReactNode {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('screen.councils')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('councils.name')}</th>
            <th scope="col">{t('councils.place')}</th>
            <th scope="col">{t('councils.status')}</th>
            <th scope="col">{t('councils.size')}</th>
            <th scope="col">{t('people.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {councils.map((council) => (
            <CouncilRow key={council.id} council={council} onOpen={() => onOpen(council.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CouncilRow({ council, onOpen }: { council: CouncilLine; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <tr>
      <td>
        <strong>{council.name}</strong>
      </td>
      <td>{[council.area.name, council.area.within].filter(Boolean).join(' · ')}</td>
      <td>
        <StatusMark status={council.status} />{' '}
        <span className="quiet small nowrap numbers">
          {t('councils.sinceDay', { day: format.date(noon(council.since)) })}
        </span>
      </td>
      <td className="numbers nowrap">
        {council.size === null ? (
          <span className="quiet">{t('councils.sizeUnknown')}</span>
        ) : (
          t('councils.members', { count: council.size })
        )}
      </td>
      <td>
        <Button variant="default" onClick={onOpen} aria-label={t('councils.openOf', { council: council.name })}>
          {t('councils.open')}
        </Button>
      </td>
    </tr>
  );
}
