// Above the post's list: what it lacks, or that the post is closed.
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { CapacityButtons } from './capacity.tsx';

export function OwnCapacity(): ReactNode {
  const { t } = useWords();
  const id = useId();
  const mine = useAsk('listOwnPosts', {}, { refetchInterval: 30_000 });
  const own = mine.data?.posts.filter((post) => post.own) ?? [];
  if (mine.isSuccess && mine.data.posts.length === 0)
    return (
      <p className="card row" style={{ padding: '12px 16px' }}>
        <IconLock size={18} aria-hidden />
        {t('ownPosts.closed')}
      </p>
    );
  return (
    <>
      {own.map((post) => (
        <section
          key={post.id}
          className="card stack"
          data-tour="capacity"
          style={{ padding: '14px 16px' }}
          aria-labelledby={`${id}${post.id}`}
        >
          <h2 id={`${id}${post.id}`} style={{ fontSize: '0.9375rem' }}>
            {own.length > 1 ? `${t('capacity.title')} · ${post.name}` : t('capacity.title')}
          </h2>
          <CapacityButtons post={post} />
        </section>
      ))}
    </>
  );
}
