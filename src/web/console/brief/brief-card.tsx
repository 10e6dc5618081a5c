// One matter on the post's list: what, where, by when, and the answers under the thumb.
import { Button } from '@mantine/core';
import { IconArrowsLeftRight, IconRotate2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BriefRow } from '../../../shared/contract/briefs.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { ClockMark } from '../../kit/widgets/clock-mark.tsx';
import { SeverityMark } from '../../kit/widgets/severity.tsx';
import { CoveredMark } from '../absence/covered-mark.tsx';
import { BriefAnswers } from './brief-answers.tsx';

export function BriefCard({ brief, onOpen }: { brief: BriefRow; onOpen: () => void }): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  return (
    <article
      className="card stack"
      style={{ padding: '14px 16px' }}
      aria-label={`${brief.ref} ${typeName(brief.typeCode)}`}
    >
      <div className="row apart">
        <div className="row">
          <SeverityMark severity={brief.severity} />
          <BriefTags brief={brief} />
        </div>
        {brief.due === null ? null : (
          <ClockMark step={brief.due.step} at={brief.due.at} late={brief.due.late} grain={brief.due.grain} />
        )}
      </div>
      <div>
        <h2 style={{ fontSize: '1.125rem' }}>{typeName(brief.typeCode)}</h2>
        <BriefPlace brief={brief} />
      </div>
      <div className="row apart thumb">
        <BriefAnswers brief={brief} />
        <Button variant="subtle" onClick={onOpen} aria-label={t('post.readMoreOf', { ref: brief.ref })}>
          {t('post.readMore')}
        </Button>
      </div>
    </article>
  );
}

export function BriefPlace({ brief }: { brief: BriefRow }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { grant } = useSession();
  return (
    <p className="quiet">
      {brief.area?.name ?? t('place.none')} · {format.date(brief.toldOn)}, {t(`timeBand.${brief.timeBand}`)} ·{' '}
      {t(`sourcesWord.${brief.sources}`)} · <span className="ref">{brief.ref}</span>
      <CoveredMark postId={brief.postId} />
      {brief.offeredToMe || brief.postName === grant.scope ? null : (
        <>
          <br />
          {brief.postName}
        </>
      )}
    </p>
  );
}

export function BriefTags({ brief }: { brief: BriefRow }): ReactNode {
  const { t } = useWords();
  return (
    <div className="row" style={{ gap: 6 }}>
      {brief.kind === 'brief' ? null : (
        <span className={`tag ${brief.kind === 'danger' ? 'danger' : 'warn'}`}>{t(`briefKind.${brief.kind}`)}</span>
      )}
      <span className="tag">{t(`briefState.${brief.state}`)}</span>
      {brief.reopened ? (
        <span className="tag warn">
          <IconRotate2 size={14} aria-hidden />
          {t('post.reopened')}
        </span>
      ) : null}
      {brief.offeredToMe ? (
        <span className="tag warn">
          <IconArrowsLeftRight size={14} aria-hidden />
          {t('post.offeredToMe', { post: brief.postName })}
        </span>
      ) : null}
      <ActBadge subjectId={brief.id} />
    </div>
  );
}
