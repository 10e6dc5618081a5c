// The tellings behind a concern, each with its own way back: answered, clear?, solved?
import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconMessageOff, IconMessageReply } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { ConcernView, TellingView } from '../../../shared/contract/concerns.ts';
import { isEntry } from '../../../shared/domain/via.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useConcernDeeds } from './use-concern-deeds.ts';

type Telling = z.infer<typeof TellingView>;

const ended: readonly string[] = ['merged', 'withdrawn', 'closed'];

export function Tellings({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const deeds = useConcernDeeds(concern);
  const [splitting, setSplitting] = useState<string>();
  const { tellings } = concern;
  // Of the ordinary lane alone. The last telling cannot leave: a concern without a telling is nobody's.
  const maySplit = concern.lane === 'ordinary' && !ended.includes(concern.state);
  const several = tellings.filter((telling) => !telling.withdrawn).length > 1;
  return (
    <Section title={t('tellings.title', { count: tellings.length })}>
      <ul className="plain-list stack">
        {tellings.map((telling) => (
          <TellingItem key={telling.reportId} telling={telling}>
            {maySplit && several && !telling.withdrawn ? (
              <Split onSplit={() => setSplitting(telling.reportId)} />
            ) : null}
          </TellingItem>
        ))}
      </ul>
      {splitting === undefined ? null : (
        <SplitDialog concern={concern} reportId={splitting} deeds={deeds} onClose={() => setSplitting(undefined)} />
      )}
    </Section>
  );
}

function Split({ onSplit }: { onSplit: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
      onClick={onSplit}
      style={{ marginTop: 6, marginLeft: -8 }}
    >
      {t('tellings.split')}
    </Button>
  );
}

function TellingItem({ telling, children }: { telling: Telling; children: ReactNode }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const Icon = telling.wayBack ? IconMessageReply : IconMessageOff;
  const language = t(`language.${telling.language}`, { defaultValue: t('language.unknown') });
  return (
    <li className="card" style={{ padding: '12px 14px' }}>
      {telling.withdrawn ? (
        <p className="quiet">{t('tellings.withdrawn')}</p>
      ) : (
        <p style={{ whiteSpace: 'pre-wrap' }}>
          {telling.masked ?? <span className="quiet">{t('tellings.sealed')}</span>}
        </p>
      )}
      <div className="row tight small quiet" style={{ paddingTop: 6 }}>
        <span>{format.moment(telling.joinedAt)}</span>
        <span>{language}</span>
        {isEntry(telling.via) ? (
          <span className="tag">{t('tellings.entered', { via: t(`via.${telling.via}`) })}</span>
        ) : null}
        <span className="mark plain">
          <Icon size={15} aria-hidden />
          {t(telling.wayBack ? 'tellings.wayBack' : 'tellings.noWayBack')}
        </span>
        <Loop telling={telling} />
      </div>
      {children}
    </li>
  );
}

function Loop({ telling }: { telling: Telling }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  return (
    <>
      <span>
        {telling.answeredAt === null
          ? t('tellings.notAnswered')
          : t('tellings.answered', { when: format.moment(telling.answeredAt) })}
      </span>
      {telling.clear === null ? null : (
        <span className={`tag ${telling.clear === 'yes' ? 'good' : 'warn'}`}>
          {t('tellings.clear', { answer: t(`clear.${telling.clear}`) })}
        </span>
      )}
      {telling.clearRounds > 1 ? <span>{t('tellings.again')}</span> : null}
      {telling.solved === null ? null : (
        <span className={`tag ${telling.solved <= 2 ? 'good' : 'warn'}`}>
          {t('tellings.solved', { answer: t(`solved.${telling.solved}`) })}
        </span>
      )}
    </>
  );
}
