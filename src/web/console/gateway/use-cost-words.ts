// What was spent, in words: texts, segments, money. The server counts thousandths.

import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { numberWords } from '../../kit/numbers.ts';

type Spent = { texts: number; segments: number; cost: number };

export function useCostWords(): { money: (thousandths: number) => string; spent: (spent: Spent) => string } {
  const { t } = useWords();
  const { locale } = useFormat();
  const money = (thousandths: number): string =>
    t('gateways.money', { amount: numberWords(Number((thousandths / 1000).toFixed(2)), locale) });
  return {
    money,
    spent: ({ texts, segments, cost }) =>
      [t('gateways.texts', { count: texts }), t('gateways.segments', { count: segments }), money(cost)].join(' · '),
  };
}
