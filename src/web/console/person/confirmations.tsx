// What waits for a second person: who asked sees that it waits, everybody else of the three roles may agree.
import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { listConfirmations } from '../../../shared/contract/people.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

type Confirmation = z.infer<typeof listConfirmations.response>['confirmations'][number];

export function Confirmations({ saysNone }: { saysNone: boolean }): ReactNode {
  const { t } = useWords();
  const list = useAsk('listConfirmations', {}, { refetchInterval: 60_000 });
  const waiting = list.data?.confirmations ?? [];
  if (list.isPending) return saysNone ? <Waiting rows={2} height={52} /> : null;
  if (list.isError) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (waiting.length === 0) {
    if (!saysNone) return null;
    return <Empty icon={IconUserCheck} title={t('people.noneWaits')} next={t('people.noneWaitsNext')} />;
  }
  return (
    <Section level={2} title={t('people.waiting')} hint={t('people.waitingHint')}>
      {waiting.map((one) => (
        <ConfirmationLine key={one.id} one={one} />
      ))}
    </Section>
  );
}

function ConfirmationLine({ one }: { one: Confirmation }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const role = one.role === null ? '' : t(`role.${one.role}`);
  const what = t(`people.confirmation.${one.kind}`, { role, person: one.person ?? '' });
  const agree = (): Promise<boolean> =>
    act({
      subjectId: one.id,
      label: t('people.agreed'),
      send: () => ask(one.kind === 'invitation' ? 'confirmInvitation' : 'confirmReset', { params: { id: one.id } }),
      refreshes: ['listConfirmations', 'listInvitations', 'listUsers', 'listTodos'],
    });
  return (
    <div className="card row apart" style={{ padding: '10px 14px' }}>
      <div className="grow">
        <strong>{what}</strong> <ActBadge subjectId={one.id} />
        <div className="quiet small">
          {t('people.askedBy', { name: one.askedBy, when: format.moment(one.expiresAt) })}
        </div>
      </div>
      {one.mine ? (
        <span className="quiet small">{t('people.waitsForOther')}</span>
      ) : (
        <Button variant="default" onClick={() => void agree()} aria-label={`${t('people.agree')}: ${what}`}>
          {t('people.agree')}
        </Button>
      )}
    </div>
  );
}
