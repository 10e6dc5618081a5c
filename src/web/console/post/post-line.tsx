// One post in the list: whether it stands, what waits, how it answers, what it lacks.
import { Button } from '@mantine/core';
import { IconClockExclamation, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PostState } from '../../../shared/contract/posts.ts';
import { spanWords } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { LackTags } from './capacity.tsx';

export function PostLine({ post, onOpen }: { post: PostState; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const lacks = post.capacity?.lacks ?? [];
  return (
    <li className="card row apart" style={{ padding: '12px 16px' }}>
      <div className="stack tight grow" style={{ minWidth: 220 }}>
        <div className="row">
          <strong>{post.name}</strong>
          <StandingTag post={post} />
        </div>
        <p className="quiet small">
          {t(`service.${post.service}`)} · {post.area.name}
          {post.district === null || post.district.id === post.area.id ? '' : `, ${post.district.name}`}
        </p>
        {post.work === null ? null : <Figures work={post.work} />}
        {lacks.length > 0 ? <LackTags lacks={lacks} /> : null}
      </div>
      <div className="row">
        {post.work === null ? null : <Standing work={post.work} />}
        <Button variant="default" onClick={onOpen} aria-label={t('posts.openOf', { post: post.name })}>
          {t('posts.open')}
        </Button>
      </div>
    </li>
  );
}

export function StandingTag({ post }: { post: Pick<PostState, 'standing'> }): ReactNode {
  const { t } = useWords();
  if (post.standing === 'open') return null;
  return (
    <span className="tag danger">
      <IconLock size={14} aria-hidden />
      {t(`posts.standing.${post.standing}`)}
    </span>
  );
}

type Work = NonNullable<PostState['work']>;

export function Standing({ work }: { work: Work }): ReactNode {
  const { t } = useWords();
  return (
    <>
      <span className="numbers">{t('ownPosts.waiting', { count: work.waiting })}</span>
      {work.late > 0 ? (
        <span className="mark danger numbers">
          <IconClockExclamation size={16} aria-hidden />
          {t('ownPosts.late', { count: work.late })}
        </span>
      ) : null}
    </>
  );
}

export function Figures({ work }: { work: Work }): ReactNode {
  const { t } = useWords();
  const median =
    work.medianMinutes === null ? '' : ` · ${t('posts.median', { span: spanWords(work.medianMinutes * 60_000) })}`;
  return (
    <>
      <p className="quiet small numbers">
        {work.due === 0 ? t('posts.nothingDue') : t('posts.inTime', { inTime: work.inTime, due: work.due })}
        {median}
      </p>
      {work.serviceComplaints === null ? null : (
        <p className="quiet small numbers">{t('posts.notCome', { count: work.serviceComplaints })}</p>
      )}
    </>
  );
}
