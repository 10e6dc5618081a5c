// The people of one page of the list. A row opens the person.
import {
  IconArrowsExchange,
  IconClock,
  IconDoorExit,
  IconLock,
  IconMailOpened,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { UserView } from '../../../shared/contract/people.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { noon } from '../absence/days.ts';
import { useAbsences } from '../absence/use-absences.ts';
import { useRoleWords } from './role-words.ts';

type Props = { users: readonly UserView[]; onOpen: (id: string) => void };

export function PeopleTable({ users, onOpen }: Props): ReactNode {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('screen.people')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.roles')}</th>
            <th scope="col">{t('people.lastSeen')}</th>
            <th scope="col">{t('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <PersonRow key={user.id} user={user} onOpen={() => onOpen(user.id)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PersonRow({ user, onOpen }: { user: UserView; onOpen: () => void }): ReactNode {
  const roleWords = useRoleWords();
  const lastSeen = useLastSeen(user);
  return (
    <tr>
      <td>
        <button type="button" className="link-button" onClick={onOpen}>
          <strong>{user.name}</strong>
        </button>{' '}
        <ActBadge subjectId={user.id} />
        <div className="quiet small">{user.login}</div>
      </td>
      <td>
        {user.grants.map((grant) => (
          <div key={grant.id}>{roleWords(grant)}</div>
        ))}
      </td>
      <td className="nowrap">{lastSeen}</td>
      <td>
        <PersonState user={user} />
      </td>
    </tr>
  );
}

export function useLastSeen({ signedIn, lastSeenOn }: UserView): string {
  const { t } = useWords();
  const format = useFormat();
  if (signedIn) return t('people.signedIn');
  return lastSeenOn === null ? t('people.neverSeen') : t('people.seenOn', { day: format.date(noon(lastSeenOn)) });
}

const marks = {
  invited: { icon: IconMailOpened, tone: 'plain' },
  active: { icon: IconUserCheck, tone: 'good' },
  locked: { icon: IconLock, tone: 'warn' },
  left: { icon: IconDoorExit, tone: 'plain' },
} as const;

export function PersonState({ user }: { user: UserView }): ReactNode {
  const { t } = useWords();
  const away = useAbsences().find((one) => one.userId === user.id && one.standing);
  const format = useFormat();
  const { icon: Icon, tone } = marks[user.state];
  return (
    <>
      <span className={`mark ${tone}`}>
        <Icon size={16} aria-hidden />
        {t(`userState.${user.state}`)}
      </span>
      {away === undefined ? null : (
        <div className="mark plain folds">
          <IconArrowsExchange size={16} aria-hidden />
          {t('absence.awayUntil', { day: format.date(noon(away.to)), cover: away.cover })}
        </div>
      )}
      {user.leavesOn === null || user.state === 'left' ? null : (
        <div className="mark warn folds">
          <IconClock size={16} aria-hidden />
          {t('people.leavesOn', { day: format.date(noon(user.leavesOn)) })}
        </div>
      )}
    </>
  );
}
