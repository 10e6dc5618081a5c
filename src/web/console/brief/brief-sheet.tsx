// One brief whole: the released words, why this post, what happened. Never who told, never the raw text.
import type { ReactNode } from 'react';
import type { BriefView } from '../../../shared/contract/briefs.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useTypes } from '../../kit/types.ts';
import { ClockMark } from '../../kit/widgets/clock-mark.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { SeverityMark } from '../../kit/widgets/severity.tsx';
import { Sheet } from '../../kit/widgets/sheet.tsx';
import { Timeline } from '../../kit/widgets/timeline.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Why } from '../../kit/widgets/why.tsx';
import { BriefAnswers } from './brief-answers.tsx';
import { BriefPlace, BriefTags } from './brief-card.tsx';

export function BriefSheet({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const brief = useAsk('getBrief', { params: { id } });
  const title = brief.data === undefined ? t('post.brief') : typeName(brief.data.typeCode);
  return (
    <Sheet onClose={onClose} title={title} size="xl">
      {brief.isPending ? <Waiting rows={3} height={80} /> : null}
      {brief.isError ? <Trouble error={brief.error} retry={() => void brief.refetch()} /> : null}
      {brief.data === undefined ? null : <Whole brief={brief.data} />}
    </Sheet>
  );
}

function Whole({ brief }: { brief: BriefView }): ReactNode {
  const { t } = useWords();
  const { due } = brief;
  return (
    <div className="stack wide">
      <div className="stack">
        <div className="row">
          <SeverityMark severity={brief.severity} />
          {due === null ? null : <ClockMark step={due.step} at={due.at} late={due.late} grain={due.grain} />}
        </div>
        <BriefPlace brief={brief} />
        <BriefTags brief={brief} />
      </div>
      <p style={{ fontSize: '1.0625rem', lineHeight: 1.55, whiteSpace: 'pre-wrap' }}>
        {brief.narrative ?? <span className="quiet">{t('post.noNarrative')}</span>}
      </p>
      <div className="row thumb">
        <BriefAnswers brief={brief} />
      </div>
      {brief.cannotReason === null ? null : (
        <p>{t('post.saidCannot', { reason: t(`cannot.${brief.cannotReason}`) })}</p>
      )}
      {brief.handOverTo === null ? null : <p>{t('post.offered', { post: brief.handOverTo })}</p>}
      <Section title={t('why.title')}>
        <Why why={brief.why} />
      </Section>
      {brief.timeline.length === 0 ? null : (
        <Section title={t('concern.timeline')}>
          <Timeline entries={brief.timeline} />
        </Section>
      )}
    </div>
  );
}
