// Password first; the second factor (or a recovery code) is asked for only when the server wants it.
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { ApiProblem, ask } from '../../kit/api.ts';
import { useWords } from '../../kit/i18n.ts';
import { FormTrouble } from '../../kit/widgets/trouble.tsx';

type Props = { onEnter: (session: SessionView) => Promise<void> };
type Step = 'password' | 'factor' | 'recovery';

export function SignInForm({ onEnter }: Props): ReactNode {
  const { t } = useWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [factor, setFactor] = useState('');
  const [step, setStep] = useState<Step>('password');
  const [trouble, setTrouble] = useState<unknown>();
  const [sending, setSending] = useState(false);

  const enter = async (): Promise<void> => {
    const second = step === 'password' || factor.trim() === '' ? {} : { secondFactor: factor.trim() };
    await onEnter(await ask('openSession', { body: { login: login.trim().toLowerCase(), password, ...second } }));
  };
  /** Another kind of code is another try: what was wrong with the first says nothing of it. */
  const chooseStep = (next: Step): void => {
    setTrouble(undefined);
    setStep(next);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setSending(true);
    setTrouble(undefined);
    await enter().catch((error: unknown) => {
      const firstAsk = error instanceof ApiProblem && error.code === 'session.second-factor' && step === 'password';
      if (firstAsk) setStep('factor');
      else setTrouble(error);
    });
    setSending(false);
  };

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('signIn.login')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      {step === 'password' ? null : (
        <FactorField step={step} setStep={chooseStep} factor={factor} setFactor={setFactor} />
      )}
      <FormTrouble error={trouble} />
      <Button type="submit" size="md" loading={sending}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}

type FactorProps = { step: Step; setStep: (step: Step) => void; factor: string; setFactor: (factor: string) => void };

function FactorField({ step, setStep, factor, setFactor }: FactorProps): ReactNode {
  const { t } = useWords();
  const recovery = step === 'recovery';
  return (
    <div className="stack tight">
      <TextInput
        // The field appears because the server asked for it: it is what the person does next.
        ref={(element) => element?.focus()}
        label={t(recovery ? 'signIn.recoveryCode' : 'signIn.secondFactor')}
        description={t(recovery ? 'signIn.recoveryHint' : 'signIn.secondFactorHint')}
        name="secondFactor"
        autoComplete="one-time-code"
        inputMode={recovery ? 'text' : 'numeric'}
        maxLength={20}
        required
        value={factor}
        onChange={(event) => setFactor(event.currentTarget.value)}
      />
      <button
        type="button"
        className="link-button"
        onClick={() => {
          setFactor('');
          setStep(recovery ? 'factor' : 'recovery');
        }}
      >
        {t(recovery ? 'signIn.useFactor' : 'signIn.useRecovery')}
      </button>
    </div>
  );
}
