// What a post lacks: one tap says it, one tap ends it, and "nothing missing" clears all. Since when is shown, so that it cannot be forgotten.
import { Button } from '@mantine/core';
import { IconCheck, IconGasStation, IconRadio, IconTruck, IconUsersMinus, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CapacityView } from '../../../shared/contract/posts.ts';
import { type Lack, lacks } from '../../../shared/domain/capacity.ts';
import { ask } from '../../kit/api.ts';
import { acts, useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';

const icons: Readonly<Record<Lack, TablerIcon>> = {
  fuel: IconGasStation,
  vehicle: IconTruck,
  radio: IconRadio,
  people: IconUsersMinus,
};

type Post = { id: string; name: string; capacity: CapacityView | null };

export function CapacityButtons({ post }: { post: Post }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const busy = acts.use()[post.id]?.state === 'sending';
  const missing = post.capacity?.lacks.map(({ lack }) => lack) ?? [];
  const say = (now: readonly Lack[]): void => {
    const what = now.length === 0 ? t('capacity.nothing') : now.map((lack) => t(`capacity.${lack}`)).join(', ');
    void act({
      subjectId: post.id,
      label: `${post.name}: ${what}`,
      send: () => ask('sayCapacity', { params: { id: post.id }, body: { lacks: [...now] } }),
      refreshes: ['listOwnPosts'],
    });
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="row thumb">
        {lacks.map((lack) => (
          <LackButton
            key={lack}
            lack={lack}
            missing={missing.includes(lack)}
            busy={busy}
            onTap={() => say(missing.includes(lack) ? missing.filter((one) => one !== lack) : [...missing, lack])}
          />
        ))}
        {post.capacity === null || missing.length > 0 ? (
          <Button
            variant="subtle"
            disabled={busy}
            leftSection={<IconCheck size={18} aria-hidden />}
            onClick={() => say([])}
          >
            {t('capacity.nothing')}
          </Button>
        ) : null}
        <ActBadge subjectId={post.id} />
      </div>
      <CapacityWords capacity={post.capacity} />
    </div>
  );
}

type LackProps = { lack: Lack; missing: boolean; busy: boolean; onTap: () => void };

function LackButton({ lack, missing, busy, onTap }: LackProps): ReactNode {
  const { t } = useWords();
  const Icon = icons[lack];
  return (
    <Button
      variant={missing ? 'filled' : 'default'}
      disabled={busy}
      aria-pressed={missing}
      leftSection={<Icon size={18} aria-hidden />}
      onClick={onTap}
    >
      {t(`capacity.${lack}`)}
    </Button>
  );
}

/** In words: each lack with its since; or that nothing is missing, and when that was said. */
export function CapacityWords({ capacity }: { capacity: CapacityView | null }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  if (capacity === null) return <p className="quiet small">{t('capacity.never')}</p>;
  if (capacity.lacks.length === 0)
    return <p className="quiet small">{t('capacity.none', { when: format.moment(capacity.saidAt) })}</p>;
  return <LackTags lacks={capacity.lacks} />;
}

export function LackTags({ lacks: missing }: { lacks: CapacityView['lacks'] }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <ul className="plain-list row" style={{ gap: 6 }}>
      {missing.map(({ lack, since }) => {
        const Icon = icons[lack];
        return (
          <li key={lack} className="tag warn">
            <Icon size={14} aria-hidden />
            {t('capacity.since', { lack: t(`capacity.${lack}`), when: format.date(since) })}
          </li>
        );
      })}
    </ul>
  );
}
