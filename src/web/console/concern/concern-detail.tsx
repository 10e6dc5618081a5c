// One concern whole: what it is, what can be done, what was told, who sees it and why, what happened.
import { IconEyeCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Help } from '../../kit/widgets/help.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { Timeline } from '../../kit/widgets/timeline.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Briefs } from './briefs.tsx';
import { ConcernActions } from './concern-actions.tsx';
import look from './concern-desk.module.css';
import { ConcernHead } from './concern-head.tsx';
import { Consent } from './consent.tsx';
import type { DeskHold, DeskKind } from './desk-kind.ts';
import { Duplicates } from './duplicates.tsx';
import { Held } from './held.tsx';
import { PrintAndLink, PrintHead } from './print-head.tsx';
import { Referrals } from './referrals.tsx';
import { SeenByTable } from './seen-by-table.tsx';
import { Tellings } from './tellings.tsx';

/** While a post may still be given its words. */
const live: readonly string[] = ['triage', 'open'];

type Props = { id: string; kind: DeskKind; desk: DeskHold };

export function ConcernDetail({ id, kind, desk }: Props): ReactNode {
  // Opening a restricted concern writes a line in the journal, so it is not asked again on every focus.
  const quiet = kind === 'protection' ? { staleTime: 600_000 } : { refetchInterval: 10_000 };
  const concern = useAsk('getConcern', { params: { id } }, quiet);
  if (concern.isPending) return <Waiting rows={4} height={110} />;
  if (concern.data === undefined) return <Trouble error={concern.error} retry={() => void concern.refetch()} />;
  return <Whole concern={concern.data} kind={kind} desk={desk} />;
}

function Whole({ concern, kind, desk }: { concern: ConcernView; kind: DeskKind; desk: DeskHold }): ReactNode {
  const { t } = useWords();
  const [words, setWords] = useState(false);
  const printed = kind === 'coordinator' || words;
  const settled = kind === 'coordinator' && !live.includes(concern.state);
  return (
    <article className={look['concern']} data-concern={concern.id} data-printed-words={printed}>
      <PrintHead concern={concern} />
      {kind === 'protection' ? (
        <p className="mark plain" style={{ whiteSpace: 'normal' }}>
          <IconEyeCheck size={16} aria-hidden />
          {t('caseload.journalled')}
        </p>
      ) : null}
      <ConcernHead
        concern={concern}
        kind={kind}
        aside={<PrintAndLink concern={concern} kind={kind} onWords={setWords} />}
      />
      <ConcernActions key={concern.id} concern={concern} kind={kind} desk={desk} />
      <div className={look['columns']}>
        <div className="stack wide">
          <Section title={t('concern.narrative')} hint={t(`concern.narrativeHint.${settled ? 'settled' : kind}`)}>
            <p className={look['narrative']} data-words>
              {concern.narrative ?? <span className="quiet">{t('concern.noNarrative')}</span>}
            </p>
          </Section>
          {concern.briefs.length === 0 ? null : (
            <Section title={t('concern.postReads')}>
              <p>{concern.releasedNarrative ?? <span className="quiet">{t('concern.postReadsNone')}</span>}</p>
            </Section>
          )}
          <Held concern={concern} />
          {/* Another concern's words have no place on this one's paper. */}
          <div className="no-print">
            <Duplicates concern={concern} kind={kind} />
          </div>
          {kind === 'protection' ? <Consent concern={concern} /> : null}
          {kind === 'protection' ? <Referrals concern={concern} /> : <Briefs concern={concern} />}
          <div data-words>
            <Tellings concern={concern} />
          </div>
        </div>
        <div className="stack wide">
          <SeenByTable seenBy={concern.seenBy} />
          <Section
            title={t('concern.timeline')}
            aside={<Help title={t('concern.timeline')}>{t('help.timeline')}</Help>}
          >
            <Timeline entries={concern.timeline} />
          </Section>
        </div>
      </div>
    </article>
  );
}
