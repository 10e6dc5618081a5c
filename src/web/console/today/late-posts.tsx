// What waits past its time and whose it is: the programme's own triage first, then the posts.
import { IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { TodayView } from '../../../shared/contract/today.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './today.module.css';

type Props = Pick<TodayView, 'triage'> & { posts: TodayView['latePosts'] };

export function LatePosts({ posts, triage }: Props): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const id = useId();
  return (
    <section data-tour="late" className={`card ${look['late']}`} aria-labelledby={id}>
      <h2 id={id} className={look['heading']}>
        {t('today.late')}
      </h2>
      <ul className="plain-list">
        <li>
          <Link to="/concerns" search={{ state: 'triage' }} className={look['line'] ?? ''}>
            <span className="grow">{t('today.triage')}</span>
            <span className="numbers">{t('today.triageCount', { count: triage.waiting })}</span>
            {triage.late > 0 ? (
              <span className="mark danger numbers">
                <IconClockExclamation size={16} aria-hidden />
                {t('today.lateCount', { count: triage.late })}
              </span>
            ) : null}
          </Link>
        </li>
        {posts.map((post) => (
          <li key={post.postId}>
            <Link
              to="/concerns"
              search={{ state: 'late', post: post.postId, postName: post.name }}
              className={`${look['line']} ${look['post']}`}
            >
              <span>{post.name}</span>
              <span className="mark danger numbers">
                <IconClockExclamation size={16} aria-hidden />
                {t('today.lateOf', { late: post.late, open: post.open })}
              </span>
              <span className="quiet small nowrap">{t('today.since', { when: format.moment(post.oldestDueAt) })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {posts.length === 0 ? (
        <p className="mark good">
          <IconCircleCheck size={16} aria-hidden />
          {t('today.noneLate')}
        </p>
      ) : null}
    </section>
  );
}
