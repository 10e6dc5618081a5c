// The gateways through which messages come and go: are they there, when did they last speak, what waits, what it costs this month.
import { IconBroadcastOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { CouncilCosts } from '../gateway/council-costs.tsx';
import { GatewayCard } from '../gateway/gateway-card.tsx';

export function GatewaysScreen(): ReactNode {
  const { t } = useWords();
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
      {list.data === undefined ? null : <Outbound {...list.data.outbound} />}
      <ul className="plain-list stack">
        {gateways.map((gateway) => (
          <GatewayCard key={gateway.id} gateway={gateway} />
        ))}
      </ul>
      <CouncilCosts />
    </div>
  );
}

type OutboundProps = { waiting: number; uncertain: number; failed: number };

/** Texts on their way out, of all gateways together: a text has no gateway until one takes it. */
function Outbound({ waiting, uncertain, failed }: OutboundProps): ReactNode {
  const { t } = useWords();
  return (
    <p className="row numbers" aria-live="polite">
      <span className="tag">{t('gateways.waiting', { count: waiting })}</span>
      <span className={uncertain > 0 ? 'tag warn' : 'tag'}>{t('gateways.uncertain', { count: uncertain })}</span>
      <span className={failed > 0 ? 'tag danger' : 'tag'}>{t('gateways.failed', { count: failed })}</span>
    </p>
  );
}
