// The second factor and the recovery codes: shown this once, to scan, copy or print.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { ask } from '../../kit/api.ts';
import { useWords } from '../../kit/i18n.ts';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';
import { QrCode } from './qr-code.tsx';

type Props = {
  accepted: { totpUri: string; recoveryCodes: readonly string[] };
  account: { login: string; password: string };
  onEnter: (session: SessionView) => Promise<void>;
};

export function SecondFactorSheet({ accepted, account, onEnter }: Props): ReactNode {
  const { t } = useWords();
  const [factor, setFactor] = useState('');
  const [kept, setKept] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const secret = new URL(accepted.totpUri).searchParams.get('secret') ?? '';
  const confirm = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setTrouble(undefined);
    await ask('confirmSecondFactor', { body: { ...account, secondFactor: factor.trim() } }).then(onEnter, setTrouble);
    setSending(false);
  };
  return (
    <form className="stack" onSubmit={(event) => void confirm(event)}>
      <h2 style={{ fontSize: '1.0625rem' }}>{t('factor.title')}</h2>
      <p>{t('factor.scan')}</p>
      <QrCode text={accepted.totpUri} label={t('factor.qr')} />
      <p className="small">
        {t('factor.secret')} <span className="ref">{secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <h2 style={{ fontSize: '1.0625rem' }}>{t('factor.recoveryTitle')}</h2>
      <p>{t('factor.recovery')}</p>
      <ul className="plain-list ref" style={{ columns: 2, lineHeight: 1.9 }}>
        {accepted.recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row no-print">
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('factor.print')}
        </Button>
        <Checkbox label={t('factor.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      </div>
      <TextInput
        className="no-print"
        label={t('factor.prove')}
        description={t('signIn.secondFactorHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        required
        value={factor}
        onChange={(event) => setFactor(event.currentTarget.value)}
      />
      <FormTrouble error={trouble} />
      <Button className="no-print" type="submit" size="md" loading={sending} disabled={!kept}>
        {t('factor.finish')}
      </Button>
    </form>
  );
}
