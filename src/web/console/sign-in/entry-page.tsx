// Before signing in: which programme this is, its language, and the three ways in (account, invitation code, a code to come back).
import { Button } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { SessionView } from '../../../shared/contract/session.ts';
import { useFormat } from '../../kit/format.ts';
import { speak, useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import look from './entry-page.module.css';
import { InvitationForm } from './invitation-form.tsx';
import { ReturnForm } from './return-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Way = keyof typeof forms;
type Props = { onEnter: (session: SessionView) => Promise<void>; interrupted: boolean };

const forms = { account: SignInForm, invitation: InvitationForm, return: ReturnForm } as const;
const otherWays = { account: ['invitation', 'return'], invitation: ['account'], return: ['account'] } as const;

export function EntryPage({ onEnter, interrupted }: Props): ReactNode {
  const { t } = useWords();
  const { locale } = useFormat();
  const { data: programme } = useAsk('getProgramme', {}, { staleTime: 600_000 });
  const [way, setWay] = useState<Way>('account');
  const other = locale === 'pt' ? 'en' : 'pt';
  const Form = forms[way];
  return (
    <main className={look['page']}>
      <div className={look['box']}>
        <header className="stack tight">
          <div className="row apart">
            <span className={look['brand']}>Salama</span>
            <Button variant="subtle" size="compact-sm" lang={other} onClick={() => void speak(other)}>
              {other === 'en' ? 'English' : 'Português'}
            </Button>
          </div>
          <h1 className="title">{programme?.name ?? t('signIn.title')}</h1>
          {programme?.demonstration === true ? (
            <p>
              <span className="tag warn">
                <IconFlask size={14} aria-hidden />
                {t('shell.demonstration')}
              </span>{' '}
              <span className="quiet small">{t('signIn.demonstrationHint')}</span>
            </p>
          ) : null}
        </header>
        {interrupted ? <p className="tag warn">{t('signIn.interrupted')}</p> : null}
        <Form onEnter={onEnter} />
        {otherWays[way].map((one) => (
          <Button key={one} variant="subtle" onClick={() => setWay(one)}>
            {t(`signIn.have.${one}`)}
          </Button>
        ))}
      </div>
      <p className="quiet small">{t('signIn.forStaff')}</p>
    </main>
  );
}
