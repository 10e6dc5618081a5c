// What is switched off now, in one line that leads there; nothing at all when everything is open.
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import look from './today.module.css';

export function ClosedNow(): ReactNode {
  const { t } = useWords();
  const closures = useAsk('listClosures', {}, { refetchInterval: 60_000 }).data?.closures ?? [];
  const asked = closures.filter((closure) => closure.asked?.mine === false).length;
  if (closures.length === 0) return null;
  return (
    <section className={`card ${look['late']}`} aria-label={t('posts.closedNow', { count: closures.length })}>
      <Link to="/posts" className={look['line'] ?? ''}>
        <span className="mark danger grow">
          <IconLock size={18} aria-hidden />
          {t('posts.closedNow', { count: closures.length })}
        </span>
        {asked > 0 ? <span className="tag warn">{t('today.openingAsked', { count: asked })}</span> : null}
      </Link>
    </section>
  );
}
