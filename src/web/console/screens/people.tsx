// Who signs in, in which role; inviting, agreeing as second person, bringing back, ending access.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../kit/session.ts';
import { Confirmations } from '../person/confirmations.tsx';
import { Invitations } from '../person/invitations.tsx';
import { InviteDialog } from '../person/invite-dialog.tsx';
import { PeopleList } from '../person/people-list.tsx';

export function PeopleScreen(): ReactNode {
  const { t } = useTranslation();
  const { role } = useSession().grant;
  const [inviting, setInviting] = useState(false);
  const mayInvite = role === 'administrator';
  const seesAll = mayInvite || role === 'auditor';
  return (
    <div className="page">
      <header className="row apart">
        <div>
          <h1>{t('screen.people')}</h1>
          <p className="quiet">{t(`people.intro.${seesAll ? role : 'second'}`)}</p>
        </div>
        {mayInvite ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        ) : null}
      </header>
      <Confirmations saysNone={!seesAll} />
      {seesAll ? <Invitations mayCancel={mayInvite} /> : null}
      {seesAll ? <PeopleList mayChange={mayInvite} /> : null}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </div>
  );
}
