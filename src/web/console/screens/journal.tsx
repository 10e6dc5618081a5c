// The auditor's journal: every fact and every reading, newest first; codes and ids, never content.

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHistoryOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAddress } from '../../kit/address.ts';
import type { Output } from '../../kit/api.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { useFactWords } from '../../kit/widgets/timeline.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Openings } from '../call/openings.tsx';

type Line = Output<'readJournal'>['entries'][number];

export function JournalScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const kind = values['kind'] === 'event' || values['kind'] === 'read' ? values['kind'] : undefined;
  const subject = values['subject'];
  const query = { ...(kind === undefined ? {} : { kind }), ...(subject === undefined ? {} : { subject }) };
  const list = usePages('readJournal', (cursor) => ({
    query: { ...query, ...(cursor === undefined ? {} : { cursor }) },
  }));
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="page">
      <header className="row apart">
        <div>
          <h1>{t('screen.journal')}</h1>
          <p className="quiet">{t('journal.intro')}</p>
        </div>
        <JournalFilters kind={kind} subject={subject} change={change} />
      </header>
      <Openings />
      {list.isPending ? <Waiting rows={10} height={34} /> : null}
      {list.isError && entries.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && entries.length === 0 ? (
        <Empty icon={IconHistoryOff} title={t('journal.emptyTitle')} next={t('journal.emptyNext')} />
      ) : null}
      {entries.length === 0 ? null : <JournalTable entries={entries} onSubject={(id) => change({ subject: id })} />}
      <More list={list} />
    </div>
  );
}

type FilterProps = {
  kind: 'event' | 'read' | undefined;
  subject: string | undefined;
  change: ReturnType<typeof useAddress>['change'];
};

function JournalFilters({ kind, subject, change }: FilterProps): ReactNode {
  const { t } = useWords();
  const search = useDebouncedCallback(
    (text: string) => change({ subject: text.trim() === '' ? undefined : text.trim() }, { replace: true }),
    300,
  );
  const kinds = [
    { value: 'all', label: t('journal.all') },
    { value: 'event', label: t('journal.event') },
    { value: 'read', label: t('journal.read') },
  ];
  return (
    <div className="row">
      <TextInput
        aria-label={t('journal.subject')}
        placeholder={t('journal.subject')}
        maxLength={60}
        defaultValue={subject ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <Choice
        label={t('journal.kind')}
        value={kind ?? 'all'}
        onChange={(value) => change({ kind: value === 'all' ? undefined : value }, { replace: true })}
        choices={kinds}
      />
    </div>
  );
}

function JournalTable({
  entries,
  onSubject,
}: {
  entries: readonly Line[];
  onSubject: (id: string) => void;
}): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const facts = useFactWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="card scroll" style={{ padding: '4px 16px' }} aria-label={t('screen.journal')} tabIndex={0}>
      <table className="grid fold">
        <thead>
          <tr>
            <th scope="col">{t('journal.when')}</th>
            <th scope="col">{t('journal.what')}</th>
            <th scope="col">{t('journal.who')}</th>
            <th scope="col">{t('journal.subjectShort')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="nowrap numbers">
                {format.date(entry.at)}, {format.time(entry.at)}
              </td>
              <td>
                {t(`event.${entry.event}`, { defaultValue: t('event.other') })}
                <div className="quiet small">{facts(entry)}</div>
              </td>
              <td>{entry.actorName ?? t(`role.${entry.role}`, { defaultValue: t('role.system') })}</td>
              <td>
                <button type="button" className="ref link-button" onClick={() => onSubject(entry.subjectId)}>
                  {entry.subjectId.slice(0, 11)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
