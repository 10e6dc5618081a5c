// What the councils were texted in thirty days until yesterday, the most first: where a budget goes.
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { useCostWords } from './use-cost-words.ts';

export function CouncilCosts(): ReactNode {
  const { t } = useWords();
  const words = useCostWords();
  const list = useAsk('listCosts', {});
  const councils = list.data?.councils ?? [];
  return (
    <Section title={t('gateways.councils')} level={2} hint={t('gateways.councilsHint')}>
      {list.isPending ? <Waiting rows={3} height={40} /> : null}
      {list.isError && list.data === undefined ? (
        <Trouble error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && councils.length === 0 ? <p className="quiet">{t('gateways.councilsNone')}</p> : null}
      {councils.length === 0 ? null : (
        <table className="grid fold">
          <thead>
            <tr>
              <th scope="col">{t('gateways.council')}</th>
              <th scope="col">{t('gateways.thirtyDays')}</th>
            </tr>
          </thead>
          <tbody>
            {councils.map((council) => (
              <tr key={council.id}>
                <td>
                  {council.name} <span className="quiet small">{council.area.name}</span>
                </td>
                <td className="numbers">
                  {council.spent === null ? t('gateways.fewTexts') : words.spent(council.spent)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
