// Settings: the services a restricted matter may be referred to. Added, corrected, confirmed, ended; never deleted.
import { Button } from '@mantine/core';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ReferralServiceView } from '../../../shared/contract/recipients.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { ServiceForm } from '../referral/recipient-form.tsx';
import { ServiceLine } from '../referral/recipient-line.tsx';

export function ReferralServicesScreen(): ReactNode {
  const { t } = useWords();
  const list = useAsk('listReferralServices', {});
  const [open, setOpen] = useState<ReferralServiceView | 'new'>();
  const services = list.data?.services ?? [];
  return (
    <div className="page">
      <header className="row apart">
        <div style={{ flex: '1 1 280px' }}>
          <h1>{t('screen.referralServices')}</h1>
          <p className="quiet">{t('referralServices.intro')}</p>
        </div>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
          {t('referralServices.add')}
        </Button>
      </header>
      {list.isPending ? <Waiting rows={5} height={84} /> : null}
      {list.isError ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && services.length === 0 ? (
        <Empty
          icon={IconHeartHandshake}
          title={t('referralServices.emptyTitle')}
          next={t('referralServices.emptyNext')}
        />
      ) : null}
      <ul className="plain-list stack">
        {services.map((service) => (
          <ServiceLine key={service.id} service={service} onOpen={() => setOpen(service)} />
        ))}
      </ul>
      {open === undefined ? null : (
        <ServiceForm service={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
