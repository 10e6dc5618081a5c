// The auditor's journal: every fact and every reading, newest first; codes and ids, never content.

import { Button, TextInput } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAddress } from '../../kit/address.ts';
import type { Output } from '../../kit/api.ts';
import { oneOf } from '../../kit/fields.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Empty } from '../../kit/widgets/empty.tsx';
import { FilterChip } from '../../kit/widgets/filter-button.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { useFactWords } from '../../kit/widgets/timeline.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { Openings } from '../call/openings.tsx';

type Line = Output<'readJournal'>['entries'][number];

export function JournalScreen(): ReactNode {
  const { t } = useWords();
  const { values, change } = useAddress();
  const { subject, actor } = values;
  const kind = oneOf(['event', 'read'], values['kind']);
  const query = Object.fromEntries(Object.entries({ kind, subject, actor }).filter(([, said]) => said !== undefined));
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
        <JournalFilters kind={kind} change={change} />
      </header>
      <Chosen subject={subject} actor={actor} entries={entries} change={change} />
      {Object.keys(query).length === 0 ? <Openings /> : null}
      {list.isPending ? <Waiting rows={10} height={34} /> : null}
      {list.isError && entries.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && entries.length === 0 ? (
        <Empty icon={IconHistoryOff} title={t('journal.emptyTitle')} next={t('journal.emptyNext')} />
      ) : null}
      {entries.length === 0 ? null : <JournalTable entries={entries} change={change} />}
      <More list={list} />
    </div>
  );
}

type Change = ReturnType<typeof useAddress>['change'];
type FilterProps = { kind: 'event' | 'read' | undefined; change: Change };

function JournalFilters({ kind, change }: FilterProps): ReactNode {
  const { t } = useWords();
  const [asked, setAsked] = useState('');
  const find = (event: FormEvent): void => {
    event.preventDefault();
    if (asked.trim() === '') return;
    change({ subject: asked.trim() });
    setAsked('');
  };
  const kinds = [
    { value: 'all', label: t('journal.all') },
    { value: 'event', label: t('journal.event') },
    { value: 'read', label: t('journal.read') },
  ];
  return (
    <div className="row">
      <form className="row" style={{ flex: '1 1 300px', flexWrap: 'nowrap' }} onSubmit={find}>
        <TextInput
          className="grow"
          aria-label={t('journal.subject')}
          placeholder={t('journal.subject')}
          maxLength={60}
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('journal.find')}
        </Button>
      </form>
      <Choice
        label={t('journal.kind')}
        value={kind ?? 'all'}
        onChange={(value) => change({ kind: value === 'all' ? undefined : value }, { replace: true })}
        choices={kinds}
      />
    </div>
  );
}

type ChosenProps = {
  subject: string | undefined;
  actor: string | undefined;
  entries: readonly Line[];
  change: Change;
};

/** About what, and of whom, the lines below are; each goes with one tap. */
function Chosen({ subject, actor, entries, change }: ChosenProps): ReactNode {
  const { t } = useWords();
  const subjectName = entries.find((entry) => entry.subjectId === subject)?.subjectName ?? subject;
  const actorName = entries.find((entry) => entry.actor === actor)?.actorName ?? actor;
  if (subjectName === undefined && actorName === undefined) return null;
  const chip = (key: 'subject' | 'actor', name: string, value: string | null | undefined): ReactNode =>
    value === undefined || value === null ? null : (
      <span className="row tight">
        <span className="quiet small">{name}</span>
        <FilterChip name={name} value={value} onClear={() => change({ [key]: undefined })} />
      </span>
    );
  return (
    <div className="row">
      {chip('subject', t('journal.subjectShort'), subjectName)}
      {chip('actor', t('journal.who'), actorName)}
    </div>
  );
}

function JournalTable({ entries, change }: { entries: readonly Line[]; change: Change }): ReactNode {
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
              <td>
                <Who entry={entry} onPick={(actor) => change({ actor })} />
              </td>
              <td>
                <button type="button" className="link-button" onClick={() => change({ subject: entry.subjectId })}>
                  {entry.subjectName ?? <span className="ref">{entry.subjectId.slice(0, 11)}</span>}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Who({ entry, onPick }: { entry: Line; onPick: (actor: string) => void }): ReactNode {
  const { t } = useWords();
  const { actor, actorName, role } = entry;
  if (actor === null) return t(`role.${role}`, { defaultValue: t('role.system') });
  return (
    <button type="button" className="link-button" onClick={() => onPick(actor)}>
      {actorName}
    </button>
  );
}
