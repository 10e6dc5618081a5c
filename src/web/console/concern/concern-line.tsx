// One line of the queue: how grave, what, where, how many voices, what is due next, why it waits.
import { IconFirstAidKit, IconRotate2, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { ConcernRow } from '../../../shared/contract/concerns.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useTypes } from '../../kit/types.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { ClockMark } from '../../kit/widgets/clock-mark.tsx';
import { SeverityMark } from '../../kit/widgets/severity.tsx';
import look from './concern-desk.module.css';
import { LaneTag } from './lane-tag.tsx';

type Props = {
  row: ConcernRow;
  open: boolean;
  /** Marked for a deed over several. */
  marked?: boolean;
  /** Without it, nothing can be marked. */
  onMark?: (id: string) => void;
};

/** Drawn again only when its own facts change: walking a queue by keys draws two lines, not fifty. */
export const ConcernLine = memo(Line);

function Line({ row, open, marked = false, onMark }: Props): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (open) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li className={look['item']} data-marked={marked}>
      {onMark === undefined ? null : (
        <label className={look['mark']}>
          <input
            type="checkbox"
            aria-label={t('several.mark', { ref: row.ref })}
            checked={marked}
            onChange={() => onMark(row.id)}
            tabIndex={-1}
          />
        </label>
      )}
      <Link
        ref={ref}
        id={`row-${row.id}`}
        to="."
        search={(before: object) => ({ ...before, id: row.id })}
        className={look['row'] ?? ''}
        data-open={open}
        aria-current={open ? 'true' : undefined}
      >
        <div className="row apart tight">
          <SeverityMark severity={row.severity} />
          {row.clock === null ? null : (
            <ClockMark step={row.clock.step} at={row.clock.dueAt} late={row.clock.late} grain="short" />
          )}
        </div>
        <div className={look['type']}>{typeName(row.typeCode)}</div>
        <div className={`row tight small quiet ${look['where']}`}>
          <span className="truncate">{row.area?.name ?? t('place.none')}</span>
          <span className="mark plain numbers" title={t('concern.voices', { count: row.voices })}>
            <IconUsers size={14} aria-hidden />
            {t('concern.voicesShort', { voices: row.voices, count: row.sources })}
          </span>
        </div>
        <RowTags row={row} />
      </Link>
    </li>
  );
}

/** While it helps most; afterwards it is said in the case itself, without pressing. */
function MedicalTag({ until }: { until: string | null }): ReactNode {
  const { t } = useWords();
  const now = useNow();
  const left = until === null ? 0 : Date.parse(until) - now.getTime();
  if (left <= 0) return null;
  return (
    <span className="tag danger">
      <IconFirstAidKit size={14} aria-hidden />
      {t('medical.short', { hours: Math.floor(left / 3_600_000) })}
    </span>
  );
}

function RowTags({ row }: { row: ConcernRow }): ReactNode {
  const { t } = useWords();
  const waits = row.state === 'triage' ? row.holdReasons : [];
  return (
    <div className="row" style={{ gap: 4, paddingTop: 5 }}>
      {row.danger ? <span className="tag danger">{t('concern.danger')}</span> : null}
      <LaneTag lane={row.lane} />
      <MedicalTag until={row.medicalUntil} />
      {row.service === null ? null : <span className="tag">{row.service}</span>}
      {row.state === 'triage' ? null : <span className="tag">{t(`state.${row.state}`)}</span>}
      {waits.slice(0, 2).map((reason) => (
        <span key={reason} className="tag">
          {t(`hold.${reason}`, { defaultValue: t('hold.other') })}
        </span>
      ))}
      {waits.length > 2 ? <span className="tag">+{waits.length - 2}</span> : null}
      {row.reopened > 0 ? (
        <span className="tag warn">
          <IconRotate2 size={14} aria-hidden />
          {t('concern.reopened', { count: row.reopened })}
        </span>
      ) : null}
      <ActBadge subjectId={row.id} />
      <span className={`ref quiet ${look['rowRef']}`}>{row.ref}</span>
    </div>
  );
}
