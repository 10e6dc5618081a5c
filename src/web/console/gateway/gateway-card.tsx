// One gateway: is it there, when did it last speak, and for those who pay for it, what it cost this month.
import { IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { GatewayView } from '../../../shared/contract/gateways.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { PriceForm } from './price-form.tsx';
import { useCostWords } from './use-cost-words.ts';

type Gateway = z.infer<typeof GatewayView>;

export function GatewayCard({ gateway }: { gateway: Gateway }): ReactNode {
  const { t, language } = useWords();
  const format = useFormat();
  const { grant } = useSession();
  const when = (iso: string | null): string => (iso === null ? t('gateways.never') : format.moment(iso));
  const down = gateway.downSince !== null;
  const Icon = down ? IconPlugConnectedX : IconCircleCheck;
  const state = gateway.enabled ? t('gateways.up') : t('gateways.off');
  return (
    <li className="card stack" style={{ padding: '14px 16px' }}>
      <div className="row apart">
        <strong>
          {gateway.label[language]} <span className="ref quiet">{gateway.id.replace(/^gw_/, '')}</span>
        </strong>
        <span className={`mark ${down ? 'danger' : 'good'}`}>
          <Icon size={18} aria-hidden />
          {down ? t('gateways.down', { when: when(gateway.downSince) }) : state}
        </span>
      </div>
      {down ? <p>{t('gateways.downNext')}</p> : null}
      <dl className="facts">
        <dt>{t('gateways.lastIn')}</dt>
        <dd className="numbers">{when(gateway.lastInAt)}</dd>
        <dt>{t('gateways.lastOut')}</dt>
        <dd className="numbers">{gateway.sends ? when(gateway.lastOutAt) : t('gateways.onlyIn')}</dd>
        {gateway.sends ? <Month title={t('gateways.month')} month={gateway.month} /> : null}
        {gateway.sends ? <Month title={t('gateways.monthBefore')} month={gateway.monthBefore} /> : null}
      </dl>
      {gateway.sends && grant.role === 'administrator' ? <PriceForm gateway={gateway} /> : null}
    </li>
  );
}

function Month({ title, month }: { title: string; month: Gateway['month'] }): ReactNode {
  const { t } = useWords();
  const words = useCostWords();
  return (
    <>
      <dt>{title}</dt>
      <dd className="numbers">
        {words.spent(month)}
        {month.unpriced > 0 ? (
          <span className="quiet"> · {t('gateways.unpriced', { count: month.unpriced })}</span>
        ) : null}
      </dd>
    </>
  );
}
