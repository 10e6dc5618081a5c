// Over every page, under its head: danger to life that nobody has taken. It goes when somebody takes it, and not before.
import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId } from 'react';
import type { BellDanger } from '../../../shared/contract/bell.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import look from './bell.module.css';
import { bellOpened } from './opened.ts';
import { placeOfDanger } from './place-of-danger.ts';
import { useAttention } from './use-attention.ts';
import { useBarDangers } from './use-bar-dangers.ts';

export function DangerBar({ title }: { title: string }): ReactNode {
  const { t } = useWords();
  const id = useId();
  const { all: dangers, shown } = useBarDangers();
  useAttention(dangers);
  const { programme } = useSession();
  const where = programme.demonstration ? `Salama · ${t('shell.demonstration')}` : 'Salama';
  const marked = dangers.length === 0 ? title : `(${dangers.length}) ${title}`;
  useEffect(() => {
    document.title = `${marked} · ${where}`;
  }, [marked, where]);
  return (
    <div role="alert" className={`${look['bar']} no-print`} data-dangers={dangers.length}>
      {dangers.length === 0 ? null : (
        <section aria-labelledby={id}>
          <div className={look['head']}>
            <h2 id={id} className="mark danger folds">
              <IconAlertOctagon size={20} aria-hidden />
              {t('bell.dangers', { count: dangers.length })}
            </h2>
            {dangers.length > shown.length ? (
              <button type="button" className={`link-button ${look['rest']}`} onClick={() => bellOpened.set(true)}>
                {t('bell.allDangers', { count: dangers.length })}
              </button>
            ) : null}
          </div>
          <ul className="plain-list grow">
            {shown.map((danger) => (
              <DangerLine key={danger.id} danger={danger} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

export function DangerLine({ danger }: { danger: BellDanger }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  const { grant } = useSession();
  const { take, word } = useTaking(danger);
  const place = placeOfDanger(danger, grant.role);
  const where = [danger.area?.name ?? t('place.none'), danger.postName, danger.since && format.moment(danger.since)];
  return (
    <li className="row tight">
      <Link to={place.to} search={place.search} className="grow">
        <strong>{typeName(danger.typeCode)}</strong> · {where.filter(Boolean).join(' · ')}{' '}
        <span className="ref">{danger.ref}</span>
      </Link>
      <Button size="compact-md" onClick={() => void take()} aria-label={`${word}: ${danger.ref}`}>
        {word}
      </Button>
    </li>
  );
}

/** A post has seen it; a protection officer takes its task; a coordinator answers the ladder. */
function useTaking({ id, ref, todoId }: BellDanger): { take: () => Promise<boolean>; word: string } {
  const { t } = useWords();
  const { act } = useDeed();
  const perform = (label: string, send: () => Promise<unknown>): Promise<boolean> =>
    act({
      subjectId: id,
      about: ref,
      label,
      send,
      refreshes: ['getToday', 'listBriefs', 'getConcern', 'listTodos'],
    });
  const params = { id };
  if (id.startsWith('br_'))
    return { word: t('bell.seen'), take: () => perform(t('briefState.seen'), () => ask('seeBrief', { params })) };
  const word = t('bell.take');
  return todoId === null
    ? { word, take: () => perform(t('deed.dangerTaken'), () => ask('answerDanger', { params })) }
    : { word, take: () => perform(t('deed.dangerTaken'), () => ask('takeTodo', { params: { id: todoId } })) };
}
