// One thing that waits for a person, with the way to its work.

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TodoView } from '../../../shared/contract/work.ts';
import { isHistory } from '../../../shared/domain/origin.ts';
import { ask } from '../../kit/api.ts';
import { useDeed } from '../../kit/deed.ts';
import { useFormat } from '../../kit/format.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { useTypes } from '../../kit/types.ts';
import { ActBadge } from '../../kit/widgets/act-badge.tsx';
import { ClockMark } from '../../kit/widgets/clock-mark.tsx';
import { CoveredMark } from '../absence/covered-mark.tsx';
import { placeOfWork } from './place-of-work.ts';

export function TodoLine({ todo, onRead }: { todo: TodoView; onRead: () => void }): ReactNode {
  const { t } = useWords();
  const format = useFormat();
  const { typeName } = useTypes();
  return (
    <li className="card row apart" style={{ padding: '12px 16px' }}>
      <div className="stack tight grow" style={{ minWidth: 220 }}>
        <strong>{t(`todo.${todo.kind}`, { defaultValue: t('todo.other') })}</strong>
        <div className="row tight small quiet">
          {todo.dueAt === null ? (
            <span>{t('todos.since', { when: format.moment(todo.openedAt) })}</span>
          ) : (
            <ClockMark step="todo" at={todo.dueAt} late={todo.late} />
          )}
          {todo.area === null ? null : <span>{todo.area.name}</span>}
          {todo.ref === null ? null : <span className="ref">{todo.ref}</span>}
          {todo.typeCode === null ? null : <span>{typeName(todo.typeCode)}</span>}
          {todo.language === null ? null : <span className="tag">{t(`language.${todo.language}`)}</span>}
          <CoveredMark areaId={todo.area?.id} />
          {todo.state === 'taken' ? <span className="tag">{t(todo.mine ? 'todos.mine' : 'todos.taken')}</span> : null}
          {isHistory(todo.origin) ? <span className="tag warn">{t(`origin.${todo.origin}`)}</span> : null}
          <ActBadge subjectId={todo.id} />
        </div>
        {todo.kind === 'explain-again' ? <span className="small quiet">{t('todos.explainMeans')}</span> : null}
      </div>
      <TodoDeeds todo={todo} onRead={onRead} />
    </li>
  );
}

function TodoDeeds({ todo, onRead }: { todo: TodoView; onRead: () => void }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const { grant } = useSession();
  const params = { id: todo.id };
  const take = (): Promise<boolean> =>
    act({
      subjectId: todo.id,
      label: t('todos.takenNow'),
      send: () => ask('takeTodo', { params }),
      refreshes: ['listTodos'],
    });
  const finish = (): Promise<boolean> =>
    act({
      subjectId: todo.id,
      label: t('todos.doneNow'),
      send: () => ask('finishTodo', { params }),
      refreshes: ['listTodos'],
    });
  const target = placeOfWork(todo, grant.role);
  // Reading is a right of the one who took the task, so the same tap takes it.
  const read = async (): Promise<void> => {
    if (todo.mine || (await take())) onRead();
  };
  return (
    <div className="row">
      {todo.kind === 'flood' ? <Button onClick={onRead}>{t('todos.readFlood')}</Button> : null}
      {opensByTaking(todo) ? (
        <Button disabled={todo.state === 'taken' && !todo.mine} onClick={() => void read()}>
          {t(todo.kind === 'unclear' ? 'todos.read' : 'call.open')}
        </Button>
      ) : null}
      {target === undefined ? null : (
        <Link to={target.to} search={target.search} className="mantine-focus-auto link-line">
          {t('todos.goTo')}
        </Link>
      )}
      {todo.state === 'open' && !opensByTaking(todo) ? (
        <Button variant="default" onClick={() => void take()}>
          {t('todos.take')}
        </Button>
      ) : null}
      {todo.mine && !endsWhereOpened(todo) ? (
        <Button variant="default" onClick={() => void finish()}>
          {t(todo.kind === 'explain-again' ? 'todos.explain' : 'todos.finish')}
        </Button>
      ) : null}
    </div>
  );
}

/** These end with the deed that is done where they are opened. */
const endsWhereOpened = (todo: TodoView): boolean => opensByTaking(todo) || todo.kind === 'flood';
const opensByTaking = ({ kind }: TodoView): boolean => kind === 'unclear' || kind === 'call-back';
