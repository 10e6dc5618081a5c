// Back in by a single-use code: for a forgotten password the new one is chosen here, for a lost telephone the new one is set up.

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import type { Loss } from '../../../shared/domain/person.ts';
import { ApiProblem, ask, type Output } from '../../kit/api.ts';
import { useWords } from '../../kit/i18n.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';
import { SecondFactorSheet } from './second-factor-sheet.tsx';

type Props = { onEnter: (session: SessionView) => Promise<void> };
type Change = (event: { currentTarget: { value: string } }) => void;
const empty = { code: '', login: '', password: '', factor: '' };

export function ReturnForm({ onEnter }: Props): ReactNode {
  const { t } = useWords();
  const [lost, setLost] = useState<Loss>('second-factor');
  const [form, setForm] = useState(empty);
  const [wantsFactor, setWantsFactor] = useState(false);
  const [renewed, setRenewed] = useState<Output<'renewSecondFactor'>>();
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const set = (key: keyof typeof form): Change => {
    return ({ currentTarget: { value } }) => setForm((before) => ({ ...before, [key]: value }));
  };
  const account = { login: form.login.trim().toLowerCase(), password: form.password };
  const send = async (): Promise<void> => {
    const body = { ...account, code: form.code.trim() };
    if (lost === 'second-factor') return setRenewed(await ask('renewSecondFactor', { body }));
    const factor = form.factor.trim() === '' ? {} : { secondFactor: form.factor.trim() };
    return onEnter(await ask('renewPassword', { body: { ...body, ...factor } }));
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setTrouble(undefined);
    await send().catch((error: unknown) => {
      const firstAsk = error instanceof ApiProblem && error.code === 'session.second-factor' && !wantsFactor;
      if (firstAsk) setWantsFactor(true);
      else setTrouble(error);
    });
    setSending(false);
  };
  if (renewed !== undefined) return <SecondFactorSheet accepted={renewed} account={account} onEnter={onEnter} />;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{t('return.intro')}</p>
      <p style={{ fontWeight: 600, fontSize: '0.875rem' }} aria-hidden>
        {t('return.what')}
      </p>
      <Choice
        label={t('return.what')}
        value={lost}
        onChange={(value) => setLost(value === 'password' ? 'password' : 'second-factor')}
        choices={(['second-factor', 'password'] as const).map((value) => ({ value, label: t(`return.lost.${value}`) }))}
      />
      <Fields lost={lost} form={form} set={set} wantsFactor={wantsFactor} />
      <FormTrouble error={trouble} />
      <Button type="submit" size="md" loading={sending}>
        {t('return.go')}
      </Button>
    </form>
  );
}

type FieldsProps = {
  lost: Loss;
  form: typeof empty;
  set: (key: keyof typeof empty) => Change;
  wantsFactor: boolean;
};

function Fields({ lost, form, set, wantsFactor }: FieldsProps): ReactNode {
  const { t } = useWords();
  const isPhone = lost === 'second-factor';
  return (
    <>
      <TextInput
        label={t('return.code')}
        autoComplete="off"
        autoCapitalize="none"
        required
        value={form.code}
        onChange={set('code')}
      />
      <TextInput
        label={t('signIn.login')}
        autoComplete="username"
        autoCapitalize="none"
        required
        value={form.login}
        onChange={set('login')}
      />
      <PasswordInput
        label={t(isPhone ? 'signIn.password' : 'return.newPassword')}
        description={isPhone ? t('return.oldPasswordHint') : t('invitation.passwordHint')}
        autoComplete={isPhone ? 'current-password' : 'new-password'}
        minLength={isPhone ? 1 : 12}
        required
        value={form.password}
        onChange={set('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      {wantsFactor && !isPhone ? (
        <TextInput
          ref={(element) => element?.focus()}
          label={t('signIn.secondFactor')}
          description={t('signIn.secondFactorHint')}
          autoComplete="one-time-code"
          maxLength={20}
          required
          value={form.factor}
          onChange={set('factor')}
        />
      ) : null}
    </>
  );
}
