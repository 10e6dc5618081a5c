// The telephone on which the programme reaches whoever works here: she gives it herself, proves it by digits that come to it, and ends it.
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { OwnPhone } from '../../../shared/contract/phones.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh, useAsk } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { TroubleWords } from '../../kit/widgets/trouble.tsx';

export function PhoneSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { data: phone } = useAsk('getPhone', {});
  return (
    <Sheet title={t('phone.title')} size="md" onClose={onClose}>
      <div className="stack">
        <p className="quiet">{t('phone.intro')}</p>
        {phone === undefined ? null : <Steps phone={phone} />}
      </div>
    </Sheet>
  );
}

/** One step at a time: in use, waiting for its digits, or none yet. */
function Steps({ phone: { proven, given } }: { phone: OwnPhone }): ReactNode {
  const [giving, setGiving] = useState(false);
  const inUse = proven === null ? null : <InUse tail={proven.tail} onChange={() => setGiving(true)} />;
  if (giving || (proven === null && given === null))
    return (
      <>
        {inUse}
        <GiveForm onGiven={() => setGiving(false)} />
      </>
    );
  return (
    <>
      {inUse}
      {given === null ? null : <ProveForm tail={given.tail} onOther={() => setGiving(true)} />}
    </>
  );
}

function InUse({ tail, onChange }: { tail: string; onChange: () => void }): ReactNode {
  const { t } = useWords();
  const end = (): Promise<void> =>
    ask('endPhone', {}).then(
      () => refresh('getPhone'),
      (error: unknown) => showTrouble(error, t('phone.notEnded')),
    );
  return (
    <div className="card row apart" style={{ padding: '10px 14px' }}>
      <strong>{t('phone.inUse', { tail })}</strong>
      <div className="row">
        <Button variant="default" size="compact-md" onClick={onChange}>
          {t('phone.change')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => void end()}>
          {t('phone.end')}
        </Button>
      </div>
    </div>
  );
}

function GiveForm({ onGiven }: { onGiven: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <OneField
      name="number"
      label={t('phone.number')}
      hint={t('phone.numberHint')}
      autoComplete="tel"
      deed={t('phone.give')}
      send={async (number) => {
        await ask('givePhone', { body: { number } });
        onGiven();
        return undefined;
      }}
    />
  );
}

function ProveForm({ tail, onOther }: { tail: string; onOther: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <OneField
      name="digits"
      label={t('phone.digits', { tail })}
      hint={t('phone.digitsHint')}
      autoComplete="one-time-code"
      deed={t('phone.prove')}
      send={async (digits) => {
        const { outcome } = await ask('provePhone', { body: { digits } });
        if (outcome === 'proven') showToast({ text: t('phone.proven'), until: Date.now() + 4_000 });
        return outcome === 'proven' ? undefined : t(`phone.outcome.${outcome}`);
      }}
    >
      <Button variant="subtle" onClick={onOther}>
        {t('phone.other')}
      </Button>
    </OneField>
  );
}

type FieldProps = {
  name: string;
  label: string;
  hint: string;
  autoComplete: string;
  deed: string;
  /** What is wrong with it, in words; nothing when it was taken. */
  send: (typed: string) => Promise<string | undefined>;
  children?: ReactNode;
};

function OneField({ name, label, hint, autoComplete, deed, send, children }: FieldProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<ReactNode>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    const found = await send(typed).catch((error: unknown) => <TroubleWords error={error} />);
    setWrong(found);
    setSending(false);
    if (found === undefined) setTyped('');
    await refresh('getPhone');
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextInput
        name={name}
        label={label}
        description={hint}
        type="tel"
        inputMode="tel"
        autoComplete={autoComplete}
        required
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {wrong === undefined ? null : <div role="alert">{wrong}</div>}
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        {children}
        <Button type="submit" loading={sending} disabled={typed.trim() === ''}>
          {deed}
        </Button>
      </div>
    </form>
  );
}
