// A flood read as one thing: how many, since when, by which gateway, what makes it one, a few masked words; and what is to become of it.
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { FloodGroupView, FloodView } from '../../../shared/contract/floods.ts';
import type { FloodState } from '../../../shared/domain/flood.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';

export function FloodSheet({ floodId, onClose }: { floodId: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const flood = useAsk('getFlood', { params: { id: floodId } }, { refetchInterval: 5_000 });
  return (
    <Sheet onClose={onClose} title={t('flood.title')}>
      {flood.isPending ? <Waiting rows={3} height={80} /> : null}
      {flood.isError && !flood.data ? <Trouble error={flood.error} retry={() => void flood.refetch()} /> : null}
      {flood.data === undefined ? null : <Flood flood={flood.data} />}
    </Sheet>
  );
}

function Flood({ flood }: { flood: FloodView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const waiting = flood.groups.filter(({ state }) => state === 'waiting').length + flood.more;
  return (
    <div className="stack wide">
      <p>{t('flood.intro')}</p>
      <dl className="facts">
        <dt>{t('flood.held')}</dt>
        <dd className="numbers">{t('flood.texts', { count: flood.texts })}</dd>
        <dt>{t('flood.since')}</dt>
        <dd className="numbers">
          {format.moment(flood.beganAt)}{' '}
          {flood.going ? t('flood.going') : t('flood.until', { when: format.moment(flood.lastAt) })}
        </dd>
        <dt>{t('flood.gateway')}</dt>
        <dd className="ref">{flood.gatewayId}</dd>
      </dl>
      <ul className="plain-list stack">
        {flood.groups.map((group) => (
          <Group key={group.id} floodId={flood.id} group={group} />
        ))}
      </ul>
      {flood.more === 0 ? null : <p className="quiet small">{t('flood.more', { count: flood.more })}</p>}
      {waiting > 1 ? (
        <div className="row apart">
          <span className="quiet">{t('flood.all')}</span>
          <Decisions floodId={flood.id} subjectId={flood.id} choices={both} />
        </div>
      ) : null}
    </div>
  );
}

function Group({ floodId, group }: { floodId: string; group: FloodGroupView }): ReactNode {
  const { t } = useWords();
  const id = useId();
  return (
    <li className="card stack" style={{ padding: '12px 16px' }} aria-labelledby={id}>
      <div className="row apart">
        <div className="stack tight grow" style={{ minWidth: 220 }}>
          <strong id={id}>{t(`flood.cause.${group.cause}`)}</strong>
          <span className="small quiet numbers">
            {t('flood.texts', { count: group.texts })}, {t('flood.senders', { count: group.senders })}
          </span>
        </div>
        <div className="row tight">
          {group.state === 'waiting' ? null : <span className="tag">{t(`flood.state.${group.state}`)}</span>}
          <ActBadge subjectId={group.id} />
        </div>
      </div>
      {group.urgent === 0 ? null : (
        <p className="mark danger">
          <IconAlertTriangle size={18} aria-hidden />
          {t('flood.urgent', { count: group.urgent })}
        </p>
      )}
      {group.samples.map((words) => (
        <blockquote key={words} style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {words}
        </blockquote>
      ))}
      {group.samples.length === 0 ? <p className="quiet small">{t('flood.noWords')}</p> : null}
      <Decisions floodId={floodId} subjectId={group.id} groupId={group.id} choices={choicesOf(group)} />
    </li>
  );
}

const both: readonly FloodState[] = ['released', 'set-aside'];

/** What was set aside may be released whenever; what was released is held again while its work has not begun. */
const choicesOf = ({ state, mayWait }: FloodGroupView): readonly FloodState[] => {
  if (state === 'waiting') return both;
  const again: readonly FloodState[] = mayWait ? ['waiting'] : [];
  return state === 'set-aside' ? ['released', ...again] : again;
};

type Deciding = { floodId: string; subjectId: string; groupId?: string; choices: readonly FloodState[] };

function Decisions({ floodId, subjectId, groupId, choices }: Deciding): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const decide = (to: FloodState): Promise<boolean> =>
    act({
      subjectId,
      label: t(`flood.decided.${to}`),
      send: () =>
        ask('decideFlood', {
          params: { id: floodId },
          body: { state: to, ...(groupId === undefined ? {} : { groupId }) },
        }),
      refreshes: ['getFlood', 'listFloods', 'listTodos'],
    });
  return (
    <div className="row">
      {choices.map((to) => (
        <Button key={to} variant={to === 'released' ? 'filled' : 'default'} onClick={() => void decide(to)}>
          {t(`flood.decide.${to}`)}
        </Button>
      ))}
    </div>
  );
}
