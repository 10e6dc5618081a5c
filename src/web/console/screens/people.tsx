// Who signs in, in which role; inviting, agreeing as second person, ending access.
import { Button } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { InviteDialog } from '../person/invite-dialog.tsx';
import { PeopleTable } from '../person/people-table.tsx';
import { WaitingGrants } from '../person/waiting-grants.tsx';

export function PeopleScreen(): ReactNode {
  const { t } = useTranslation();
  const { grant } = useSession();
  const users = useAsk('listUsers', {});
  const [inviting, setInviting] = useState(false);
  const mayInvite = grant.role === 'administrator';
  return (
    <div className="page">
      <header className="row apart">
        <div>
          <h1>{t('screen.people')}</h1>
          <p className="quiet">{t(mayInvite ? 'people.intro' : 'people.introAuditor')}</p>
        </div>
        {mayInvite ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        ) : null}
      </header>
      {mayInvite ? <WaitingGrants /> : null}
      {users.isPending ? <Waiting rows={6} height={44} /> : null}
      {users.isError ? <Trouble error={users.error} retry={() => void users.refetch()} /> : null}
      {users.data?.users.length === 0 ? (
        <Empty icon={IconUsers} title={t('people.emptyTitle')} next={t('people.emptyNext')} />
      ) : null}
      {users.data === undefined || users.data.users.length === 0 ? null : (
        <PeopleTable users={users.data.users} mayRevoke={mayInvite} />
      )}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </div>
  );
}
