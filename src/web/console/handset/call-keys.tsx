// The two calls of a phone without credit: the menu, and a ring that is not answered but called back.
import { Button } from '@mantine/core';
import { IconPhoneCall, IconPhoneIncoming } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { showToast } from '../../kit/toasts.ts';
import look from './handset.module.css';

export function CallKeys({ handset, dial }: { handset: { id: string; label: string }; dial: () => void }): ReactNode {
  const { t } = useWords();
  const [ringing, setRinging] = useState(false);
  const ring = async (): Promise<void> => {
    setRinging(true);
    try {
      await ask('ringFromHandset', { params: { id: handset.id }, body: {} });
      showToast({ text: t('handsets.rang'), until: Date.now() + 6_000 });
    } catch (error) {
      showTrouble(error, t('handsets.notRung'));
    }
    setRinging(false);
  };
  return (
    <div className={look['calls']}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPhoneCall size={16} aria-hidden />}
        aria-label={t('handsets.dialFrom', { label: handset.label })}
        onClick={dial}
      >
        {t('handsets.dial')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        loading={ringing}
        leftSection={<IconPhoneIncoming size={16} aria-hidden />}
        aria-label={t('handsets.ringFrom', { label: handset.label })}
        onClick={() => void ring()}
      >
        {t('handsets.ring')}
      </Button>
    </div>
  );
}
