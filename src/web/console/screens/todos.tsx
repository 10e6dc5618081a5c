// What waits for this role: take it, go to the work, say it is done.
import { IconChecks } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TodoView } from '../../../shared/contract/work.ts';
import { useAddress } from '../../kit/address.ts';
import { useWords } from '../../kit/i18n.ts';
import { usePages } from '../../kit/query.ts';
import { useSession } from '../../kit/session.ts';
import { Empty } from '../../kit/widgets/empty.tsx';
import { More } from '../../kit/widgets/more.tsx';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { CallPage } from '../call/call-page.tsx';
import { FloodSheet } from '../todo/flood-sheet.tsx';
import { PastFloods } from '../todo/past-floods.tsx';
import { TodoLine } from '../todo/todo-line.tsx';
import { UnclearSheet } from '../todo/unclear-sheet.tsx';

export function TodosScreen(): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  const { values, change } = useAddress();
  const list = usePages('listTodos', (cursor) => ({ query: cursor === undefined ? {} : { cursor } }), {
    refetchInterval: 15_000,
  });
  const todos = list.data?.pages.flatMap((page) => page.todos) ?? [];
  const { read: reading, flood, call } = values;
  if (call !== undefined) return <CallPage todoId={call} onClose={() => change({ call: undefined })} />;
  return (
    <div className="page">
      <header>
        <h1>{t('screen.todos')}</h1>
        <p className="quiet">{t('todos.intro')}</p>
      </header>
      {list.isPending ? <Waiting rows={5} height={72} /> : null}
      {list.isError && todos.length === 0 ? <Trouble error={list.error} retry={() => void list.refetch()} /> : null}
      {list.isSuccess && todos.length === 0 ? (
        <Empty icon={IconChecks} title={t('todos.emptyTitle')} next={t('todos.emptyNext')} />
      ) : null}
      <ul className="plain-list stack">
        {todos.map((todo) => (
          <TodoLine key={todo.id} todo={todo} onRead={() => change(placeOfReading(todo))} />
        ))}
      </ul>
      <More list={list} />
      {grant.role === 'coordinator' ? <PastFloods onRead={(id) => change({ flood: id })} /> : null}
      {reading === undefined ? null : <UnclearSheet todoId={reading} onClose={() => change({ read: undefined })} />}
      {flood === undefined ? null : <FloodSheet floodId={flood} onClose={() => change({ flood: undefined })} />}
    </div>
  );
}

/** A flood is read by every coordinator, whoever has taken it; a message or a call is the one's who took it. */
const placeOfReading = ({ id, kind, subjectId }: TodoView): Record<string, string> => {
  if (kind === 'flood') return { flood: subjectId };
  return kind === 'call-back' ? { call: id } : { read: id };
};
