// From a single-use code to an account: name and password, second factor shown once, recovery codes, proof that it works.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { acceptInvitation, SessionView } from '../../../shared/contract/session.ts';
import { ask } from '../../kit/api.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';
import { SecondFactorSheet } from './second-factor-sheet.tsx';

type Accepted = z.infer<typeof acceptInvitation.response>;
type Props = { onEnter: (session: SessionView) => Promise<void> };
type Field = { name: 'code' | 'name' | 'login'; autoComplete: string; minLength: number };
const fields: readonly Field[] = [
  { name: 'code', autoComplete: 'off', minLength: 8 },
  { name: 'name', autoComplete: 'name', minLength: 2 },
  { name: 'login', autoComplete: 'username', minLength: 3 },
];

export function InvitationForm({ onEnter }: Props): ReactNode {
  const { t } = useWords();
  const { locale } = useFormat();
  const [form, setForm] = useState({ code: '', name: '', login: '', password: '' });
  const [accepted, setAccepted] = useState<Accepted>();
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const set = (key: keyof typeof form) => (value: string) => setForm((before) => ({ ...before, [key]: value }));
  const account = { login: form.login.trim().toLowerCase(), password: form.password };

  const accept = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setTrouble(undefined);
    const body = { ...account, code: form.code.trim(), name: form.name.trim(), locale };
    await ask('acceptInvitation', { body }).then(setAccepted, setTrouble);
    setSending(false);
  };

  if (accepted !== undefined) return <SecondFactorSheet accepted={accepted} account={account} onEnter={onEnter} />;
  return (
    <form className="stack" onSubmit={(event) => void accept(event)}>
      <p>{t('invitation.intro')}</p>
      {fields.map((field) => (
        <TextInput
          key={field.name}
          label={t(`invitation.${field.name}`)}
          description={t(`invitation.${field.name}Hint`)}
          autoComplete={field.autoComplete}
          minLength={field.minLength}
          autoCapitalize="none"
          required
          value={form[field.name]}
          onChange={(event) => set(field.name)(event.currentTarget.value)}
        />
      ))}
      <PasswordInput
        label={t('signIn.password')}
        description={t('invitation.passwordHint')}
        autoComplete="new-password"
        minLength={12}
        required
        value={form.password}
        onChange={(event) => set('password')(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <FormTrouble error={trouble} />
      <Button type="submit" size="md" loading={sending}>
        {t('invitation.accept')}
      </Button>
    </form>
  );
}
