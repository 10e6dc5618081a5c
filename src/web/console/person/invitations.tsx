// Codes that are out and not yet a person. The codes themselves exist nowhere any more; taking one back is one tap.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { InvitationView } from '../../../shared/contract/people.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { useRoleWords } from './role-words.ts';

type Invitation = z.infer<typeof InvitationView>;

export function Invitations({ mayCancel }: { mayCancel: boolean }): ReactNode {
  const { t } = useWords();
  const list = useAsk('listInvitations', {}, { refetchInterval: 60_000 });
  if (list.isError) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  const out = list.data?.invitations ?? [];
  if (out.length === 0) return null;
  return (
    <Section level={2} title={t('people.invitations')} hint={t('people.invitationsHint')}>
      <ul className="plain-list stack tight">
        {out.map((one) => (
          <InvitationLine key={one.id} one={one} mayCancel={mayCancel} />
        ))}
      </ul>
    </Section>
  );
}

function InvitationLine({ one, mayCancel }: { one: Invitation; mayCancel: boolean }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const roleWords = useRoleWords();
  const what = roleWords(one);
  const over = one.state === 'expired';
  const when = format.moment(one.expiresAt);
  const cancel = (): Promise<boolean> =>
    act({
      subjectId: one.id,
      label: t('people.cancelled'),
      send: () => ask('cancelInvitation', { params: { id: one.id } }),
      refreshes: ['listInvitations', 'listConfirmations', 'listTodos'],
    });
  return (
    <li className="card row apart" style={{ padding: '10px 14px' }}>
      <div className="grow">
        <strong>{what}</strong> <ActBadge subjectId={one.id} />
        <div className="quiet small">
          {t(`people.invitationState.${one.state}`)} · {t(over ? 'people.ranOut' : 'people.validUntil', { when })}
          {one.invitedBy === null ? '' : ` · ${t('people.invitedBy', { name: one.invitedBy })}`}
        </div>
      </div>
      {mayCancel && !over && one.invitedBy !== null ? (
        <Button
          variant="default"
          size="compact-md"
          onClick={() => void cancel()}
          aria-label={`${t('people.cancel')}: ${what}`}
        >
          {t('people.cancel')}
        </Button>
      ) : null}
    </li>
  );
}
