// Concerns that may be the same matter: offered, never joined silently. Side by side, so that a person can tell.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ConcernRow, ConcernView } from '../../../shared/contract/concerns.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { useTypes } from '../../kit/types.ts';
import { Section } from '../../kit/widgets/section.tsx';
import look from './concern-desk.module.css';
import type { DeskKind } from './desk-kind.ts';
import { MergePreview } from './merge-preview.tsx';
import { useConcernDeeds } from './use-concern-deeds.ts';

export function Duplicates({ concern, kind }: { concern: ConcernView; kind: DeskKind }): ReactNode {
  const { t } = useWords();
  if (concern.duplicates.length === 0 || kind === 'protection') return null;
  return (
    <Section title={t('duplicates.title')} hint={t('duplicates.hint')}>
      {concern.duplicates.map(({ concern: other, why }) => (
        <Pair key={other.id} concern={concern} other={other} why={why} />
      ))}
    </Section>
  );
}

type Why = ConcernView['duplicates'][number]['why'];

export function Pair({
  concern,
  other,
  why,
  likeliest = false,
  onDone,
}: {
  concern: ConcernView;
  other: ConcernRow;
  why?: Why;
  /** Where the sheet begins: Enter joins. */
  likeliest?: boolean;
  onDone?: () => void;
}): ReactNode {
  const { t } = useWords();
  const deeds = useConcernDeeds(concern);
  const { data } = useAsk('getConcern', { params: { id: other.id } }, { staleTime: 60_000 });
  return (
    <div className="stack">
      <div className={look['pair']}>
        <Side title={t('duplicates.this')} row={concern} narrative={concern.narrative} />
        <Side title={t('duplicates.that')} row={other} narrative={data?.narrative ?? null} />
      </div>
      {why === undefined ? null : <Reasons why={why} />}
      {data === undefined ? null : <MergePreview from={concern} into={data} />}
      <div className="row">
        <Button
          variant="light"
          data-autofocus={likeliest ? true : undefined}
          onClick={() => {
            void deeds.merge(other);
            onDone?.();
          }}
        >
          {t('duplicates.join', { ref: other.ref })}
        </Button>
        {why === undefined ? null : (
          <Button
            variant="default"
            onClick={() => {
              void deeds.keepApart(other);
              onDone?.();
            }}
          >
            {t('duplicates.apart')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Why the two are offered, in words. */
function Reasons({ why }: { why: Why }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { wording } = why;
  const said = [
    ...(why.samePlace ? [t('duplicates.why.place')] : []),
    ...(why.sameType ? [t('duplicates.why.type')] : []),
    why.daysApart === 0 ? t('duplicates.why.sameDay') : t('duplicates.why.days', { count: why.daysApart }),
    ...(wording === null ? [] : [t('duplicates.why.wording', { score: format.number(Math.round(wording * 100)) })]),
  ];
  return (
    <div className="row" style={{ gap: 4 }}>
      {said.map((words) => (
        <span key={words} className="tag">
          {words}
        </span>
      ))}
    </div>
  );
}

function Side({ title, row, narrative }: { title: string; row: ConcernRow; narrative: string | null }): ReactNode {
  const { t } = useWords();
  const { typeName } = useTypes();
  const format = useFormat();
  return (
    <div className="stack tight">
      <span className="quiet small">{title}</span>
      <strong>{typeName(row.typeCode)}</strong>
      <span className="small">
        {row.area?.name ?? t('place.none')} · {format.date(row.toldOn)}, {t(`timeBand.${row.timeBand}`)} ·{' '}
        {t('concern.voices', { count: row.voices })} · <span className="ref">{row.ref}</span>
      </span>
      <p>{narrative ?? <span className="quiet">{t('concern.noNarrative')}</span>}</p>
    </div>
  );
}
