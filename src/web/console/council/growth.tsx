// How the programme's councils grew, half-year by half-year, and what is to come.
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { noon } from '../absence/days.ts';

export function Growth(): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { data } = useAsk('getCouncilGrowth', {}, { staleTime: 60_000, inView: true });
  if (data === undefined) return null;
  const { atWork, toCome } = data;
  return (
    <section className="card" style={{ padding: '12px 16px' }} aria-label={t('councils.growth')}>
      <p className="quiet small" style={{ marginBottom: 6 }}>
        {t('councils.growth')}
      </p>
      <dl className="facts">
        {atWork.map(({ day, councils, members }) => (
          <Line key={day} term={format.date(noon(day))} councils={councils} members={members} />
        ))}
        <Line term={t('councils.toCome')} {...toCome} />
      </dl>
    </section>
  );
}

function Line({ term, councils, members }: { term: string; councils: number; members: number }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <dt className="numbers">{term}</dt>
      <dd className="numbers">
        {t('councils.some', { count: councils })} · {t('councils.members', { count: members })}
      </dd>
    </>
  );
}
