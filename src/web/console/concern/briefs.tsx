// What posts received of this concern, with their clocks and why it was them.
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { BriefOfConcern, ConcernView } from '../../../shared/contract/concerns.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { Why } from '../../kit/widgets/why.tsx';

type Brief = z.infer<typeof BriefOfConcern>;

export function Briefs({ concern: { briefs, wouldGo } }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('briefs.title')}>
      {briefs.length === 0 ? <p className="quiet">{t('briefs.none')}</p> : null}
      {wouldGo === null ? null : <p>{t('briefs.wouldGo', { post: wouldGo.name })}</p>}
      {briefs.map((brief) => (
        <BriefCard key={brief.id} brief={brief} />
      ))}
    </Section>
  );
}

function BriefCard({ brief }: { brief: Brief }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <div className="card stack" style={{ padding: '12px 14px' }}>
      <div className="row apart">
        <strong>{brief.postName}</strong>
        <span className="row" style={{ gap: 4 }}>
          {brief.kind === 'brief' ? null : (
            <span className={`tag ${brief.kind === 'danger' ? 'danger' : ''}`}>{t(`briefKind.${brief.kind}`)}</span>
          )}
          <span className="tag">{t(`briefState.${brief.state}`, { defaultValue: brief.state })}</span>
        </span>
      </div>
      <dl className="facts">
        <dt>{t('briefs.released')}</dt>
        <dd className="numbers">{format.moment(brief.releasedAt)}</dd>
        <Step brief={brief} name={t('briefs.seen')} doneAt={brief.seenAt} dueAt={brief.seenDueAt} />
        <Step brief={brief} name={t('briefs.decided')} doneAt={brief.decidedAt} dueAt={brief.decideDueAt} />
        {brief.cannotReason === null ? null : (
          <>
            <dt>{t('briefs.cannot')}</dt>
            <dd>{t(`cannot.${brief.cannotReason}`, { defaultValue: brief.cannotReason })}</dd>
          </>
        )}
        {brief.handOverTo === null ? null : (
          <>
            <dt>{t('briefs.handOver')}</dt>
            <dd>{brief.handOverTo}</dd>
          </>
        )}
      </dl>
      <details>
        <summary>{t('why.title')}</summary>
        <div style={{ paddingTop: 8 }}>
          <Why why={brief.why} />
        </div>
      </details>
    </div>
  );
}

type StepProps = { brief: Brief; name: string; doneAt: string | null; dueAt: string };

/** When it was done, or by when it is due; of a brief that was taken back nothing is due any more. */
function Step({ brief, name, doneAt, dueAt }: StepProps): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  if (doneAt === null && brief.state === 'withdrawn') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="numbers">
        {doneAt === null ? t('briefs.due', { when: format.moment(dueAt) }) : format.moment(doneAt)}
      </dd>
    </>
  );
}
