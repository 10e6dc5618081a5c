// Today: the page from which a coordinator runs a morning. Every row leads to the work.
import type { ReactNode } from 'react';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useAsk } from '../../kit/query.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { ClosedNow } from '../today/closed-now.tsx';
import { Dangers } from '../today/dangers.tsx';
import { DistrictRows } from '../today/district-rows.tsx';
import { HeadlineCard } from '../today/headline-card.tsx';
import { LatePosts } from '../today/late-posts.tsx';
import { SinceYesterday } from '../today/since-yesterday.tsx';
import { StuckPosts } from '../today/stuck-posts.tsx';
import look from '../today/today.module.css';

export function TodayScreen(): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const now = useNow().toISOString();
  const today = useAsk('getToday', {}, { refetchInterval: 30_000, inView: true });
  return (
    <div className="page">
      <header>
        <h1>{t('screen.today')}</h1>
        <p className="quiet">
          {format.weekday(now)}, {format.date(now)}
        </p>
        {today.data?.weeksToWrite ? (
          <p className="quiet small">{t('today.pastComes', { count: today.data.weeksToWrite })}</p>
        ) : null}
      </header>
      {today.isPending ? <Waiting rows={4} height={120} /> : null}
      {today.isError && today.data === undefined ? (
        <Trouble error={today.error} retry={() => void today.refetch()} />
      ) : null}
      {today.data === undefined ? null : (
        <>
          <Dangers dangers={today.data.dangers} />
          <ClosedNow />
          <StuckPosts posts={today.data.stuckPosts} />
          <div className={look['pair']}>
            <div className={look['column']}>
              <HeadlineCard headline={today.data.headline} />
              <SinceYesterday since={today.data.since} />
            </div>
            <LatePosts posts={today.data.latePosts} triage={today.data.triage} />
          </div>
          <DistrictRows districts={today.data.districts} days={today.data.days} />
        </>
      )}
    </div>
  );
}
