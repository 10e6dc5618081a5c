// What is switched off now. One person asks to open it again, another agrees.
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { ClosureView } from '../../../shared/contract/posts.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';

export function Closures(): ReactNode {
  const { t } = useWords();
  const id = useId();
  const list = useAsk('listClosures', {}, { refetchInterval: 30_000 });
  const closures = list.data?.closures ?? [];
  if (list.isError && list.data === undefined) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (closures.length === 0) return null;
  return (
    <section className="card stack" style={{ padding: 16, borderColor: 'var(--danger)' }} aria-labelledby={id}>
      <h2 id={id} className="mark danger" style={{ fontSize: '0.9375rem' }}>
        <IconLock size={18} aria-hidden />
        {t('posts.closedNow', { count: closures.length })}
      </h2>
      <ul className="plain-list stack">
        {closures.map((closure) => (
          <ClosureLine key={closure.id} closure={closure} />
        ))}
      </ul>
    </section>
  );
}

function ClosureLine({ closure }: { closure: ClosureView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const where =
    closure.post === null
      ? t('posts.wholeDistrict', { district: closure.district.name, count: closure.posts })
      : `${closure.post}, ${closure.district.name}`;
  const closed = { reason: t(`closure.${closure.reason}`), when: format.moment(closure.closedAt) };
  const { asked } = closure;
  return (
    <li className="row apart">
      <div className="stack tight grow" style={{ minWidth: 220 }}>
        <strong>{where}</strong>
        <span className="quiet small">
          {closure.closedBy === null
            ? t('posts.closedWhen', closed)
            : t('posts.closedBy', { ...closed, who: closure.closedBy })}
        </span>
        {asked === null ? null : (
          <span className="small">
            {asked.mine
              ? t('posts.askedByMe', { when: format.moment(asked.at) })
              : t('posts.askedBy', { when: format.moment(asked.at), who: asked.by ?? t('posts.colleague') })}
          </span>
        )}
        <ActBadge subjectId={closure.id} />
      </div>
      <OpeningDeed closure={closure} where={where} />
    </li>
  );
}

function OpeningDeed({ closure, where }: { closure: ClosureView; where: string }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const refreshes = ['listClosures', 'listPostStates', 'getPostState', 'listTodos'] as const;
  const params = { id: closure.id };
  if (closure.asked?.mine) return null;
  const agrees = closure.asked !== null;
  const send = () => (agrees ? ask('agreeOpening', { params }) : ask('askOpening', { params }));
  const label = t(agrees ? 'posts.opened' : 'posts.openingAsked', { where });
  return (
    <Button
      variant={agrees ? 'filled' : 'default'}
      aria-label={t(agrees ? 'posts.agreeOf' : 'posts.askOf', { where })}
      onClick={() => void act({ subjectId: closure.id, label, send, refreshes })}
    >
      {t(agrees ? 'posts.agree' : 'posts.ask')}
    </Button>
  );
}
