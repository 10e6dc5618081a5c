// The day's sheet of a post or its mobile brigade, on one page: what, where, by when, and the words that answer. Never who told,
// never the told words: paper is lost, and read by others.
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowLeft, IconPrinter, IconRoute } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BriefRow } from '../../../shared/contract/briefs.ts';
import type { OwnPostView } from '../../../shared/contract/posts.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useAsk } from '../../kit/query.ts';
import { useTypes } from '../../kit/types.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { SeverityMark } from '../../kit/widgets/severity.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import look from './route-sheet.module.css';

/** So many lines fit on one A4 page with the boxes below them. */
const MOST = 12;

export function RouteSheet({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useWords();
  const mine = useAsk('listOwnPosts', {});
  const [chosen, setChosen] = useState<string>();
  const posts = mine.data?.posts ?? [];
  const post = posts.find(({ id }) => id === chosen) ?? posts.find(({ own }) => own);
  return (
    <div className="stack">
      <div className="row no-print">
        <Button variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onClose}>
          {t('routeSheet.back')}
        </Button>
        {posts.length > 1 && post !== undefined ? (
          <NativeSelect
            aria-label={t('routeSheet.post')}
            value={post.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={posts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
      </div>
      {mine.isPending ? <Waiting rows={1} height={400} /> : null}
      {mine.isError ? <Trouble error={mine.error} retry={() => void mine.refetch()} /> : null}
      {mine.isSuccess && post === undefined ? <p>{t('ownPosts.closed')}</p> : null}
      {post === undefined ? null : <SheetOf key={post.id} post={post} />}
    </div>
  );
}

function SheetOf({ post }: { post: OwnPostView }): ReactNode {
  const { t } = useWords();
  const list = useAsk('listBriefs', { query: { post: post.id, limit: 50 } });
  const [left, setLeft] = useState<ReadonlySet<string>>();
  const briefs = (list.data?.briefs ?? []).filter((brief) => !brief.offeredToMe);
  // The gravest and soonest are on it until somebody says otherwise.
  const out = left ?? new Set(briefs.slice(MOST).map(({ id }) => id));
  const on = briefs.filter(({ id }) => !out.has(id));
  const turn = (id: string): void =>
    setLeft(new Set(out.has(id) ? [...out].filter((one) => one !== id) : [...out, id]));
  if (list.isPending) return <Waiting rows={1} height={400} />;
  if (list.isError) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  if (briefs.length === 0)
    return <Empty icon={IconRoute} title={t('routeSheet.emptyTitle')} next={t('routeSheet.emptyNext')} />;
  return (
    <>
      <div className="row apart no-print">
        <p className="quiet small grow">{t('routeSheet.hint', { count: on.length, most: MOST })}</p>
        <Button
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={on.length === 0 || on.length > MOST}
          onClick={() => globalThis.print()}
        >
          {t('print.short')}
        </Button>
      </div>
      <article className={look['sheet']} aria-label={t('routeSheet.title')}>
        <SheetHead post={post} count={on.length} />
        <div className="scroll">
          <SheetTable briefs={briefs} out={out} onTurn={turn} />
        </div>
        <SheetFoot />
      </article>
    </>
  );
}

function SheetHead({ post, count }: { post: OwnPostView; count: number }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const now = useNow().toISOString();
  return (
    <div className={look['head']}>
      <div>
        <h2 style={{ fontSize: '1.125rem' }}>{t('routeSheet.title')}</h2>
        <div>{post.name}</div>
      </div>
      <div className={`small ${look['about']}`}>
        <div>
          {format.weekday(now)}, {format.date(now)}, {format.time(now)}
        </div>
        <div>{t('routeSheet.count', { count })}</div>
      </div>
    </div>
  );
}

type TableProps = { briefs: readonly BriefRow[]; out: ReadonlySet<string>; onTurn: (id: string) => void };

function SheetTable({ briefs, out, onTurn }: TableProps): ReactNode {
  const { t } = useWords();
  return (
    <table className={`${look['table']} fold`}>
      <thead>
        <tr>
          <th scope="col" className="no-print">
            {t('routeSheet.on')}
          </th>
          <th scope="col" className={look['matter']}>
            {t('routeSheet.matter')}
          </th>
          <th scope="col" className={look['where']}>
            {t('posts.where')}
          </th>
          <th scope="col" className={look['asked']}>
            {t('routeSheet.asked')}
          </th>
          <th scope="col">{t('routeSheet.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {briefs.map((brief) => (
          <SheetLine key={brief.id} brief={brief} on={!out.has(brief.id)} onTurn={() => onTurn(brief.id)} />
        ))}
      </tbody>
    </table>
  );
}

function SheetLine({ brief, on, onTurn }: { brief: BriefRow; on: boolean; onTurn: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  return (
    <tr className={on ? '' : look['left']}>
      <td className="no-print">
        <Checkbox aria-label={t('routeSheet.onOf', { ref: brief.ref })} checked={on} onChange={onTurn} />
      </td>
      <td>
        <div className="row" style={{ gap: '2px 6px' }}>
          <span className={look['box']} aria-hidden />
          <span className="ref">{brief.ref}</span>
          <SeverityMark severity={brief.severity} />
          <span>{t(`sourcesWord.${brief.sources}`)}</span>
        </div>
        <strong>{typeName(brief.typeCode)}</strong>
      </td>
      <td>
        <div>{brief.area?.name ?? t('place.none')}</div>
        <div>
          {format.date(brief.toldOn)}, {t(`timeBand.${brief.timeBand}`)}
        </div>
      </td>
      <td>
        {t(`routeSheet.step.${brief.kind === 'danger' ? 'danger' : (brief.due?.step ?? 'decision')}`)}
        {brief.due === null ? null : <DueOnPaper due={brief.due} />}
      </td>
      <td className="ref nowrap">
        <div>VOU · FEITO · NAO</div>
        <div>+ {brief.ref}</div>
      </td>
    </tr>
  );
}

/** A moment, never what is left: paper does not count down. */
function DueOnPaper({ due }: { due: NonNullable<BriefRow['due']> }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const when = due.grain === 'day' ? format.date(due.at) : format.moment(due.at);
  return <div>{due.late ? <strong>{t('clock.since', { when })}</strong> : t('clock.by', { when })}</div>;
}

function SheetFoot(): ReactNode {
  const { t } = useWords();
  return (
    <>
      <div className={look['lines']}>
        {(['out', 'back', 'who', 'vehicle'] as const).map((line) => (
          <span key={line}>{t(`routeSheet.line.${line}`)}</span>
        ))}
      </div>
      <ul className={look['rules']}>
        {(['words', 'digits', 'nobody', 'paper'] as const).map((rule) => (
          <li key={rule}>{t(`routeSheet.rule.${rule}`)}</li>
        ))}
      </ul>
    </>
  );
}
