// The district commander's posts: what waits with each, what is late, what it lacks.
import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OwnPostView } from '../../../shared/contract/posts.ts';
import { mayMove } from '../../../shared/domain/capacity.ts';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { CapacityButtons, CapacityWords } from '../post/capacity.tsx';

export function OwnPostsScreen(): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  const { values, change } = useAddress();
  const list = useAsk('listOwnPosts', {}, { refetchInterval: 15_000 });
  const posts = list.data?.posts ?? [];
  const opened = posts.find((post) => post.id === values['id']);
  return (
    <div className="page">
      <header>
        <h1>{t('screen.ownPosts')}</h1>
        <p className="quiet">{grant.scope}</p>
      </header>
      {list.isPending ? <Waiting rows={4} height={88} /> : null}
      {list.isError && list.data === undefined ? (
        <Trouble error={list.error} retry={() => void list.refetch()} />
      ) : null}
      {list.isSuccess && posts.length === 0 ? (
        <Empty icon={IconBuildingCommunity} title={t('ownPosts.emptyTitle')} next={t('ownPosts.closed')} />
      ) : null}
      <ul className="plain-list stack">
        {posts.map((post) => (
          <PostLine key={post.id} post={post} onOpen={() => change({ id: post.id })} />
        ))}
      </ul>
      {opened === undefined ? null : (
        <Sheet title={t('capacity.of', { post: opened.name })} onClose={() => change({ id: undefined })}>
          <CapacityButtons post={opened} />
        </Sheet>
      )}
    </div>
  );
}

function PostLine({ post, onOpen }: { post: OwnPostView; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const stuck = post.waiting > 0 && !mayMove(post.capacity?.lacks.map(({ lack }) => lack) ?? []);
  return (
    <li className="card row apart" style={{ padding: '12px 16px' }}>
      <div className="stack tight grow" style={{ minWidth: 220 }}>
        <div className="row">
          <strong>{post.name}</strong>
          {post.own ? <span className="tag">{t('ownPosts.own')}</span> : null}
          {stuck ? <span className="tag danger">{t('capacity.stuck')}</span> : null}
        </div>
        <p className="quiet small">
          {t(`service.${post.service}`)} · {post.area.name}
        </p>
        <CapacityWords capacity={post.capacity} />
      </div>
      <div className="row">
        <span className="numbers">{t('ownPosts.waiting', { count: post.waiting })}</span>
        {post.late > 0 ? (
          <span className="mark danger numbers">
            <IconClockExclamation size={16} aria-hidden />
            {t('ownPosts.late', { count: post.late })}
          </span>
        ) : null}
        <Button variant="default" onClick={onOpen} aria-label={t('capacity.of', { post: post.name })}>
          {t('capacity.change')}
        </Button>
      </div>
    </li>
  );
}
