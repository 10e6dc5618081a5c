// One post whole: how it answers, what it answers for, what it lacked, and the switch.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PostWhole } from '../../../shared/contract/posts.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { CapacityWords } from './capacity.tsx';
import { CloseForm } from './close-form.tsx';
import { Figures, Standing, StandingTag } from './post-line.tsx';
import { Responsibilities } from './responsibilities.tsx';

export function PostSheet({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const post = useAsk('getPostState', { params: { id } });
  return (
    <Sheet title={post.data?.name ?? t('posts.one')} size="xl" onClose={onClose}>
      {post.isPending ? <Waiting rows={3} height={80} /> : null}
      {post.isError ? <Trouble error={post.error} retry={() => void post.refetch()} /> : null}
      {post.data === undefined ? null : <Whole post={post.data} />}
    </Sheet>
  );
}

function Whole({ post }: { post: PostWhole }): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack wide">
      <div className="stack tight">
        <div className="row">
          <span className="quiet">
            {t(`service.${post.service}`)} · {post.area.name}
          </span>
          <StandingTag post={post} />
        </div>
        {post.superiors.length === 0 ? null : (
          <p className="quiet">{t('posts.above', { posts: post.superiors.map(({ name }) => name).join(' › ') })}</p>
        )}
        {post.work === null ? null : (
          <div className="row">
            <Standing work={post.work} />
            <Figures work={post.work} />
            <Link
              to="/concerns"
              search={{ post: post.id, postName: post.name, state: 'waiting' }}
              className="mantine-focus-auto link-line"
            >
              {t('posts.concerns')}
            </Link>
          </div>
        )}
      </div>
      <Section title={t('posts.responsibilities')}>
        <Responsibilities post={post} />
      </Section>
      <Section title={t('posts.lacked')}>
        <Lacked post={post} />
      </Section>
      {post.standing === 'closed' ? (
        <p className="quiet small">{t('posts.reopenAbove')}</p>
      ) : (
        <Section title={t('posts.switch')} hint={t('posts.switchHint')}>
          <CloseForm post={post} />
        </Section>
      )}
    </div>
  );
}

function Lacked({ post }: { post: PostWhole }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  if (post.history.length === 0) return <CapacityWords capacity={null} />;
  return (
    <ol className="plain-list stack tight">
      {post.history.map((said) => (
        <li key={said.saidAt} className="small">
          <span className="numbers quiet">{format.moment(said.saidAt)}</span>
          {': '}
          {said.lacks.length === 0
            ? t('capacity.nothing')
            : said.lacks.map(({ lack }) => t(`capacity.${lack}`)).join(', ')}
          {said.until === null ? (
            <>
              {' '}
              <span className="tag">{t('posts.holds')}</span>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
