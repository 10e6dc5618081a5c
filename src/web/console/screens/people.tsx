// Who signs in, in which role; inviting, agreeing as second person, bringing back, ending access; and what each role sees.

import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Role } from '../../../shared/domain/role.ts';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Confirmations } from '../person/confirmations.tsx';
import { Invitations } from '../person/invitations.tsx';
import { InviteDialog } from '../person/invite-dialog.tsx';
import { PeopleList } from '../person/people-list.tsx';
import { Sight } from '../person/sight.tsx';

export function PeopleScreen(): ReactNode {
  const { t } = useWords();
  const { role } = useSession().grant;
  const { values, change } = useAddress();
  const [inviting, setInviting] = useState(false);
  const mayInvite = role === 'administrator';
  const part = values['part'] === 'sight' ? 'sight' : 'people';
  return (
    <div className="page">
      <header className="row apart">
        <div>
          <h1>{t('screen.people')}</h1>
          <p className="quiet">{t(`people.intro.${seesAll(role) ? role : 'second'}`)}</p>
        </div>
        {mayInvite ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        ) : null}
      </header>
      <Choice
        label={t('screen.people')}
        value={part}
        onChange={(value) => change({ part: value === 'sight' ? 'sight' : undefined, as: undefined })}
        choices={[
          { value: 'people', label: t(seesAll(role) ? 'people.list' : 'people.toAgree') },
          { value: 'sight', label: t('sight.title') },
        ]}
      />
      {part === 'sight' ? <Sight /> : <People role={role} />}
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </div>
  );
}

const seesAll = (role: Role): boolean => role === 'administrator' || role === 'auditor';

function People({ role }: { role: Role }): ReactNode {
  const mayChange = role === 'administrator';
  if (!seesAll(role)) return <Confirmations saysNone />;
  return (
    <>
      <Confirmations saysNone={false} />
      <Invitations mayCancel={mayChange} />
      <PeopleList mayChange={mayChange} />
    </>
  );
}
