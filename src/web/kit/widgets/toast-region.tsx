// The notices at the foot of the page, with the ten seconds in which a deed can be taken back.
import { Button, CloseButton } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n.ts';
import { dropToast, type Toast, toasts } from '../toasts.ts';
import look from './toast-region.module.css';
import { TroubleWords } from './trouble.tsx';

export function ToastRegion(): ReactNode {
  const { t } = useWords();
  const all = toasts.use();
  return (
    <section className={look['region']} aria-label={t('toast.region')} aria-live="polite">
      {all.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }): ReactNode {
  const { t } = useWords();
  const { undo, retry, trouble } = toast;
  const Icon = trouble === undefined ? IconCircleCheck : IconAlertCircle;
  return (
    <div className={look['toast']} role={trouble === undefined ? undefined : 'alert'}>
      <span className={`mark ${trouble === undefined ? 'good' : 'danger'}`}>
        <Icon size={20} aria-hidden />
      </span>
      <div className="grow">
        <p>
          <strong>{toast.text}</strong>
        </p>
        {trouble === undefined ? null : <TroubleWords error={trouble} />}
        {retry === undefined ? null : (
          <Button
            variant="default"
            mt={8}
            onClick={() => {
              dropToast(toast.id);
              retry();
            }}
          >
            {t('trouble.retry')}
          </Button>
        )}
      </div>
      {undo === undefined ? null : <UndoButton undo={undo} until={toast.until} />}
      <CloseButton aria-label={t('toast.close')} onClick={() => dropToast(toast.id)} />
    </div>
  );
}

function UndoButton({ undo, until }: { undo: () => void; until: number }): ReactNode {
  const { t } = useWords();
  const left = useSecondsLeft(until);
  // The seconds tick silently: a screen reader hears "undo" once.
  return (
    <div className={`row ${look['undo']}`} style={{ flexWrap: 'nowrap' }}>
      <span className="quiet small numbers" aria-hidden>
        {left} s
      </span>
      <Button variant="light" onClick={undo}>
        {t('toast.undo')}
      </Button>
    </div>
  );
}

function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => until - Date.now());
  useEffect(() => {
    const timer = setInterval(() => setLeft(until - Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil(left / 1000));
}
