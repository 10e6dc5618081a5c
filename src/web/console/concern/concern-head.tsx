// The head of a concern: the facts a decision needs, large; the rest small. The medical window beside the clock.

import { IconFirstAidKit, IconLadder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConcernView } from '../../../shared/contract/concerns.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useTypes } from '../../kit/types.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { ClockMark } from '../../kit/widgets/clock-mark.tsx';
import { SeverityMark } from '../../kit/widgets/severity.tsx';
import type { DeskKind } from './desk-kind.ts';
import { LaneTag } from './lane-tag.tsx';

type Props = { concern: ConcernView; kind: DeskKind; aside: ReactNode };

export function ConcernHead({ concern, kind, aside }: Props): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const { clock } = concern;
  return (
    <header className="stack">
      <div className="row">
        <SeverityMark severity={concern.severity} />
        {clock === null ? null : <ClockMark step={clock.step} at={clock.dueAt} late={clock.late} />}
        <span className="tag">{t(`state.${concern.state}`)}</span>
        {concern.danger ? <span className="tag danger">{t('concern.danger')}</span> : null}
        <LaneTag lane={concern.lane} />
        {!isHistory(concern.origin) ? null : <span className="tag warn">{t(`origin.${concern.origin}`)}</span>}
        <ActBadge subjectId={concern.id} />
        {aside}
      </div>
      <h2 className="title">{typeName(concern.typeCode)}</h2>
      <Facts concern={concern} />
      {kind === 'protection' && concern.typeCode === 'D01' ? <MedicalWindow openedAt={concern.openedAt} /> : null}
      <Ladder concern={concern} />
    </header>
  );
}

function Facts({ concern }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { area } = concern;
  const within = area === null || area.within === null ? '' : `, ${area.within}`;
  return (
    <dl className="facts">
      <dt>{t('concern.place')}</dt>
      <dd>
        {area === null ? t('place.none') : `${area.name}${within}`}{' '}
        <span className="quiet">({t(`placeBy.${concern.placeBy}`, { defaultValue: '' })})</span>
      </dd>
      <dt>{t('concern.when')}</dt>
      <dd>
        {format.date(concern.toldOn)}, {t(`timeBand.${concern.timeBand}`)}
      </dd>
      <dt>{t('concern.who')}</dt>
      <dd className="numbers">
        {t('concern.voices', { count: concern.voices })}, {t('concern.sources', { count: concern.sources })}
      </dd>
      <dt>{t('concern.ref')}</dt>
      <dd className="ref">{concern.ref}</dd>
      {concern.answerCode === null ? null : (
        <>
          <dt>{t('concern.answered')}</dt>
          <dd>{t(`answer.${concern.answerCode}`)}</dd>
        </>
      )}
    </dl>
  );
}

const WINDOW = 72 * 3_600_000;

/** Post-exposure care helps within 72 hours; the time of the harm itself is not known, so it counts from the telling. */
function MedicalWindow({ openedAt }: { openedAt: string }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const now = useNow();
  const end = new Date(Date.parse(openedAt) + WINDOW);
  const left = end.getTime() - now.getTime();
  const words =
    left > 0
      ? t('medical.left', { hours: Math.floor(left / 3_600_000), when: format.moment(end.toISOString()) })
      : t('medical.over', { when: format.moment(end.toISOString()) });
  return (
    <p
      className={`tag ${left > 0 ? 'danger' : ''}`}
      style={{ alignSelf: 'flex-start', borderRadius: 8, padding: '6px 10px' }}
    >
      <IconFirstAidKit size={18} aria-hidden />
      {words}
    </p>
  );
}

function Ladder({ concern: { ladder } }: { concern: ConcernView }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  if (ladder === null) return null;
  const next = ladder.nextAt === null ? t('ladder.top') : t('ladder.next', { when: format.time(ladder.nextAt) });
  return (
    <p className={`mark ${ladder.answered ? 'good' : 'danger'}`} style={{ whiteSpace: 'normal' }}>
      <IconLadder size={18} aria-hidden />
      {ladder.answered
        ? t('ladder.answered')
        : `${t('ladder.running', { rung: t(`rung.${ladder.rung}`, { defaultValue: String(ladder.rung) }) })} ${next}`}
    </p>
  );
}
