// Invitations that a second administrator must agree to.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useAsk } from '../../kit/query.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Section } from '../../kit/widgets/section.tsx';

export function WaitingGrants(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { act } = useDeed();
  const { data } = useAsk('listTodos', { query: {} });
  const waiting = (data?.todos ?? []).filter((todo) => todo.kind === 'grant' && todo.state !== 'done');
  if (waiting.length === 0) return null;
  const agree = (id: string): Promise<boolean> =>
    act({
      subjectId: id,
      label: t('people.agreed'),
      send: () => ask('confirmInvitation', { params: { id } }),
      refreshes: ['listTodos', 'listUsers'],
    });
  return (
    <Section level={2} title={t('people.waiting')} hint={t('people.waitingHint')}>
      {waiting.map((todo) => (
        <div key={todo.id} className="card row apart" style={{ padding: '10px 14px' }}>
          <span>
            {t('people.waitingSince', { when: format.moment(todo.openedAt) })} <ActBadge subjectId={todo.subjectId} />
          </span>
          <Button variant="default" onClick={() => void agree(todo.subjectId)}>
            {t('people.agree')}
          </Button>
        </div>
      ))}
    </Section>
  );
}
