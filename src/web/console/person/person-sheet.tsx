// One person who signs in, and what an administrator can do about the access: a code to come back, a last day, an end now.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { lockUser, UserView } from '../../../shared/contract/people.ts';
import type { Loss } from '../../../shared/domain/person.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble, useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { OneTimeCode } from './one-time-code.tsx';
import { PersonState, useLastSeen } from './people-table.tsx';
import { useRoleWords } from './role-words.ts';
import { SecondTap } from './second-tap.tsx';

type Props = { user: UserView; mayChange: boolean; onClose: () => void };
type Given = z.infer<typeof lockUser.response> & { lost: Loss };

export function PersonSheet({ user, mayChange, onClose }: Props): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const roleWords = useRoleWords();
  const lastSeen = useLastSeen(user);
  const [given, setGiven] = useState<Given>();
  if (given !== undefined) {
    return (
      <Sheet title={t('people.codeFor', { name: user.name })} onClose={onClose}>
        <OneTimeCode given={given} use={t(`people.useOf.${given.lost}`)} onClose={onClose} />
      </Sheet>
    );
  }
  const own = user.id === session.userId;
  return (
    <Sheet title={user.name} onClose={onClose}>
      <div className="stack wide">
        <dl className="facts">
          <dt>{t('signIn.login')}</dt>
          <dd>{user.login}</dd>
          <dt>{t('people.roles')}</dt>
          <dd>
            {user.grants.map((grant) => (
              <div key={grant.id}>{roleWords(grant)}</div>
            ))}
          </dd>
          <dt>{t('people.lastSeen')}</dt>
          <dd>{lastSeen}</dd>
          <dt>{t('people.state')}</dt>
          <dd>
            <PersonState user={user} />
          </dd>
        </dl>
        {own ? <p className="quiet">{t('people.you')}</p> : null}
        {mayChange && !own && user.state !== 'left' ? (
          <>
            {user.state === 'invited' ? null : <WayBack user={user} onGiven={setGiven} />}
            <Leaving user={user} onClose={onClose} />
          </>
        ) : null}
      </div>
    </Sheet>
  );
}

function WayBack({ user, onGiven }: { user: UserView; onGiven: (given: Given) => void }): ReactNode {
  const { t } = useWords();
  const lock = async (lost: Loss): Promise<void> => {
    await ask('lockUser', { params: { id: user.id }, body: { lost } }).then(
      (made) => onGiven({ ...made, lost }),
      (error: unknown) => showTrouble(error, t('people.lockFailed', { name: user.name })),
    );
    await refresh('listUsers', 'listConfirmations', 'listTodos');
  };
  return (
    <Section title={t('people.wayBack')} hint={t('people.wayBackHint')}>
      <div className="row">
        <SecondTap
          label={t('people.lost.second-factor')}
          sure={t('people.lockNow')}
          onSure={() => lock('second-factor')}
        />
        <SecondTap label={t('people.lost.password')} sure={t('people.lockNow')} onSure={() => lock('password')} />
      </div>
    </Section>
  );
}

function Leaving({ user, onClose }: { user: UserView; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const [on, setOn] = useState(user.leavesOn ?? '');
  const plan = (day: string | null): Promise<boolean> =>
    act({
      subjectId: user.id,
      label: t(day === null ? 'people.stays' : 'people.lastDaySet'),
      send: () => ask('planLeaving', { params: { id: user.id }, body: { on: day } }),
      refreshes: ['listUsers'],
    });
  const revoke = async (): Promise<void> => {
    const done = await act({
      subjectId: user.id,
      label: t('people.revoked', { login: user.login }),
      send: () => ask('revokeUser', { params: { id: user.id } }),
      refreshes: ['listUsers', 'listTodos'],
    });
    if (done) onClose();
  };
  return (
    <Section title={t('people.leaving')} hint={t('people.leavingHint')}>
      <form
        className="row"
        style={{ alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault();
          void plan(on);
        }}
      >
        <DayField label={t('people.lastDay')} required value={on} onDay={setOn} />
        <Button type="submit" variant="default" disabled={on === '' || on === user.leavesOn}>
          {t('people.setLastDay')}
        </Button>
        {user.leavesOn === null ? null : (
          <Button variant="default" onClick={() => void plan(null).then((done) => (done ? setOn('') : undefined))}>
            {t('people.stay')}
          </Button>
        )}
      </form>
      <div className="row">
        <SecondTap
          label={t('people.revoke')}
          name={t('people.revokeOf', { name: user.name })}
          sure={t('people.revokeNow')}
          onSure={revoke}
        />
      </div>
    </Section>
  );
}
