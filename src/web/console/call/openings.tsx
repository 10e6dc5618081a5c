// For the auditor: who asked for how many numbers; many in a day is marked.
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Warning } from './before-call.tsx';

export function Openings(): ReactNode {
  const { t } = useWords();
  const list = useAsk('listOpenings', {}, { refetchInterval: 60_000 });
  const openings = list.data?.openings ?? [];
  return (
    <Section level={2} title={t('openings.title')} hint={t('openings.intro')}>
      {list.isError && !list.data ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && openings.length === 0 ? <p className="quiet">{t('openings.empty')}</p> : null}
      {openings.length === 0 ? null : (
        <div className="card" style={{ padding: '4px 16px' }}>
          <table className="grid numbers">
            <thead>
              <tr>
                <th scope="col">{t('openings.who')}</th>
                <th scope="col">{t('openings.today')}</th>
                <th scope="col">{t('openings.month')}</th>
                <th scope="col">{t('openings.refused')}</th>
              </tr>
            </thead>
            <tbody>
              {openings.map(({ userId, name, today, month, refused, many }) => (
                <tr key={userId}>
                  <td>
                    {name} {many ? <Warning text={t('openings.many')} /> : null}
                  </td>
                  <td>{today}</td>
                  <td>{month}</td>
                  <td>{refused}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
