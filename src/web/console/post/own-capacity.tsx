// Above the post's list: what it lacks, or that the post is closed.
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { OwnPostView } from '../../../shared/contract/posts.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNarrow } from '../../kit/narrow.ts';
import { useAsk } from '../../kit/query.ts';
import { CapacityButtons, CapacityWords } from './capacity.tsx';
import look from './own-capacity.module.css';

export function OwnCapacity(): ReactNode {
  const { t } = useWords();
  const mine = useAsk('listOwnPosts', {}, { refetchInterval: 30_000 });
  const own = mine.data?.posts.filter((post) => post.own) ?? [];
  if (mine.isSuccess && mine.data.posts.length === 0)
    return (
      <p className="card row" style={{ padding: '12px 16px' }}>
        <IconLock size={18} aria-hidden />
        {t('ownPosts.closed')}
      </p>
    );
  return own.map((post) => (
    <Card
      key={post.id}
      post={post}
      title={own.length > 1 ? `${t('capacity.title')} · ${post.name}` : t('capacity.title')}
    />
  ));
}

/** On a phone the list comes first: this is one line until it is tapped. */
function Card({ post, title }: { post: OwnPostView; title: string }): ReactNode {
  const id = useId();
  const narrow = useNarrow();
  const heading = (
    <h2 id={id} className={look['heading']}>
      {title}
    </h2>
  );
  return (
    <section className={`card stack ${look['card']}`} data-tour="capacity" aria-labelledby={id}>
      {narrow ? (
        <details className={look['fold']}>
          <summary>
            {heading}
            <CapacityWords capacity={post.capacity} />
          </summary>
          <CapacityButtons post={post} />
        </details>
      ) : (
        <>
          {heading}
          <CapacityButtons post={post} />
        </>
      )}
    </section>
  );
}
