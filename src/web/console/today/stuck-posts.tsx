// Posts that said they cannot move while something waits with them; nothing at all when there is none.
import { IconCarOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useWords } from '../../kit/i18n.ts';
import { LackTags } from '../post/capacity.tsx';
import look from './today.module.css';

export function StuckPosts({ posts }: { posts: TodayView['stuckPosts'] }): ReactNode {
  const { t } = useWords();
  const id = useId();
  if (posts.length === 0) return null;
  return (
    <section className={`card ${look['late']}`} aria-labelledby={id}>
      <h2 id={id} className={`mark warn folds ${look['heading']}`}>
        <IconCarOff size={18} aria-hidden />
        {t('today.stuck', { count: posts.length })}
      </h2>
      <ul className="plain-list">
        {posts.map((post) => (
          <li key={post.postId}>
            <Link to="/posts" search={{ id: post.postId }} className={look['line'] ?? ''}>
              <span className="grow">{post.name}</span>
              <LackTags lacks={post.lacks} />
              <span className="numbers">{t('today.waiting', { count: post.waiting })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
