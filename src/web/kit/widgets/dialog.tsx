// A question with its fields, one main deed and a way out. What was typed stays when the deed fails.
import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../i18n.ts';
import { Sheet } from './sheet.tsx';

type Props = {
  title: string;
  deed: string;
  onDeed: () => Promise<boolean>;
  onClose: () => void;
  disabled?: boolean;
  children: ReactNode;
};

export function Dialog({ title, deed, onDeed, onClose, disabled = false, children }: Props): ReactNode {
  const { t } = useWords();
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    const kept = await onDeed();
    setSending(false);
    if (kept) onClose();
  };
  // From within a long text too: Control and Enter.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <Sheet onClose={onClose} title={title}>
      <form className="stack" onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
        {children}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={sending} disabled={disabled}>
            {deed}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
