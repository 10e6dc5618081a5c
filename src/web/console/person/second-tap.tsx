// For the few deeds that cannot be taken back: the first tap asks, in place, the second one does it.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n.ts';

type Props = { label: string; name?: string; sure: string; onSure: () => Promise<void> };

export function SecondTap({ label, name, sure, onSure }: Props): ReactNode {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  if (!asked) {
    return (
      <Button variant="default" onClick={() => setAsked(true)} aria-label={name ?? label}>
        {label}
      </Button>
    );
  }
  const go = async (): Promise<void> => {
    setSending(true);
    await onSure();
    setSending(false);
    setAsked(false);
  };
  return (
    <div className="row">
      <Button
        color="red"
        autoFocus
        loading={sending}
        onClick={() => void go()}
        aria-label={`${sure}: ${name ?? label}`}
      >
        {sure}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t('dialog.cancel')}
      </Button>
    </div>
  );
}
