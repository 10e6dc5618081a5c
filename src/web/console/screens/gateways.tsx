// The gateways through which messages come and go: are they there, when did they last speak.
import { IconBroadcastOff, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { GatewayView } from '../../../shared/contract/work.ts';
import { useFormat } from '../../kit/format.ts';
import { useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

export function GatewaysScreen(): ReactNode {
  const { t } = useTranslation();
  const list = useAsk('listGateways', {}, { refetchInterval: 15_000 });
  const gateways = list.data?.gateways ?? [];
  return (
    <div className="page">
      <header>
        <h1>{t('screen.gateways')}</h1>
        <p className="quiet">{t('gateways.intro')}</p>
      </header>
      {list.isPending ? <Waiting rows={3} height={90} /> : null}
      {list.isError && gateways.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && gateways.length === 0 ? (
        <Empty icon={IconBroadcastOff} title={t('gateways.emptyTitle')} next={t('gateways.emptyNext')} />
      ) : null}
      <ul className="plain-list stack">
        {gateways.map((gateway) => (
          <GatewayCard key={gateway.id} gateway={gateway} />
        ))}
      </ul>
    </div>
  );
}

function GatewayCard({ gateway }: { gateway: z.infer<typeof GatewayView> }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const when = (iso: string | null): string => (iso === null ? t('gateways.never') : format.moment(iso));
  const down = gateway.downSince !== null;
  const Icon = down ? IconPlugConnectedX : IconCircleCheck;
  const state = gateway.enabled ? t('gateways.up') : t('gateways.off');
  return (
    <li className="card stack" style={{ padding: '14px 16px' }}>
      <div className="row apart">
        <strong>
          {t(`channel.${gateway.channel}`, { defaultValue: gateway.channel })}{' '}
          <span className="ref quiet">{gateway.id}</span>
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
      </dl>
    </li>
  );
}
