// What a post answers for, from when to when, who changed it; a coordinator gives and ends from a day on.
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PostWhole } from '../../../shared/contract/posts.ts';
import { ask } from '../../kit/api.ts';
import { localToday } from '../../kit/day.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useNow } from '../../kit/now.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import { DayField } from '../../kit/widgets/day-field.tsx';
import { GiveDialog } from './give-dialog.tsx';

type Duty = PostWhole['responsibilities'][number];

export function Responsibilities({ post }: { post: PostWhole }): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  const [giving, setGiving] = useState(false);
  const mayChange = grant.role === 'coordinator' && post.standing === 'open';
  return (
    <>
      {post.responsibilities.length === 0 ? (
        <p className="quiet small">{t('posts.answersForNothing')}</p>
      ) : (
        <table className="grid fold">
          <thead>
            <tr>
              <th scope="col">{t('posts.what')}</th>
              <th scope="col">{t('posts.where')}</th>
              <th scope="col">{t('posts.period')}</th>
              {mayChange ? <th scope="col">{t('people.deeds')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {post.responsibilities.map((duty) => (
              <DutyLine key={duty.id} duty={duty} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      )}
      {mayChange ? (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setGiving(true)}>
          {t('duty.give')}
        </Button>
      ) : null}
      {giving ? <GiveDialog post={post} onClose={() => setGiving(false)} /> : null}
    </>
  );
}

function DutyLine({ duty, mayChange }: { duty: Duty; mayChange: boolean }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  const what = duty.typeCode === null ? t(`typeClass.${duty.classCode}`) : typeName(duty.typeCode);
  return (
    <tr className={duty.state === 'over' ? 'quiet' : ''}>
      <td>{what}</td>
      <td>{duty.area.name}</td>
      <td className="numbers">
        <div className="row" style={{ gap: '2px 6px' }}>
          <span className="nowrap">
            {duty.to === null
              ? t('posts.from', { from: format.date(duty.from) })
              : t('posts.fromTo', { from: format.date(duty.from), to: format.date(duty.to) })}
          </span>
          {duty.state === 'now' ? null : <span className="tag">{t(`posts.dutyState.${duty.state}`)}</span>}
        </div>
        {duty.changed === null ? null : (
          <div className="quiet small">
            {t('duty.changed', { who: duty.changed.by ?? t('posts.colleague'), when: format.moment(duty.changed.at) })}
          </div>
        )}
      </td>
      {mayChange ? (
        <td>{duty.state === 'over' || duty.to !== null ? null : <EndDuty duty={duty} what={what} />}</td>
      ) : null}
    </tr>
  );
}

function EndDuty({ duty, what }: { duty: Duty; what: string }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { act } = useDeed();
  const today = localToday(useNow());
  const [from, setFrom] = useState<string>();
  const end = (event: FormEvent): void => {
    event.preventDefault();
    if (from === undefined) return;
    setFrom(undefined);
    void act({
      subjectId: duty.id,
      label: t('duty.ended', { what, when: format.date(from) }),
      send: () => ask('endResponsibility', { params: { id: duty.id }, body: { from } }),
      refreshes: ['getPostState'],
    });
  };
  if (from === undefined)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('duty.endOf', { what, where: duty.area.name })}
        onClick={() => setFrom(today)}
      >
        {t('duty.end')}
      </Button>
    );
  return (
    <form className="stack tight" onSubmit={end}>
      <DayField size="xs" label={t('duty.endFrom')} min={today} required value={from} onDay={setFrom} />
      <Button type="submit" size="compact-sm" disabled={from < today}>
        {t('duty.end')}
      </Button>
    </form>
  );
}
