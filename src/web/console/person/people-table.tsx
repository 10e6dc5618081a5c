// Everybody who can sign in. Ending access cannot be undone, so it asks for a second tap, in place.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { UserView } from '../../../shared/contract/session.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useSession } from '../../kit/session.ts';

type User = z.infer<typeof UserView>;

export function PeopleTable({ users, mayRevoke }: { users: readonly User[]; mayRevoke: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('screen.people')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.state')}</th>
            {mayRevoke ? <th scope="col">{t('people.deeds')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <td>
                <strong>{user.name}</strong>
                <div className="quiet small">{user.login}</div>
              </td>
              <td>{user.roles.map((role) => t(`role.${role}`)).join(', ')}</td>
              <td className="nowrap">
                {t(`userState.${user.state}`)}
                {user.signedIn ? <div className="quiet small">{t('people.signedIn')}</div> : null}
              </td>
              {mayRevoke ? <td>{user.state === 'revoked' ? null : <Revoke user={user} />}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Revoke({ user }: { user: User }): ReactNode {
  const { t } = useTranslation();
  const { act } = useDeed();
  const session = useSession();
  const [sure, setSure] = useState(false);
  const revoke = (): Promise<boolean> =>
    act({
      subjectId: user.id,
      label: t('people.revoked', { login: user.login }),
      send: () => ask('revokeUser', { params: { id: user.id } }),
      refreshes: ['listUsers'],
    });
  if (user.id === session.userId) return <span className="quiet small">{t('people.you')}</span>;
  if (!sure) {
    return (
      <Button
        variant="default"
        size="compact-md"
        onClick={() => setSure(true)}
        aria-label={t('people.revokeOf', { name: user.name })}
      >
        {t('people.revoke')}
      </Button>
    );
  }
  return (
    <div className="row">
      <Button color="red" size="compact-md" autoFocus onClick={() => void revoke()}>
        {t('people.revokeNow')}
      </Button>
      <Button variant="default" size="compact-md" onClick={() => setSure(false)}>
        {t('dialog.cancel')}
      </Button>
    </div>
  );
}
