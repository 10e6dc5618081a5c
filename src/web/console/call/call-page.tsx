// One call back on one page: what must be known first, the number, what to say, and what came of it.
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CallView } from '../../../shared/contract/calls.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble, useDeed } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import { BeforeCall } from './before-call.tsx';
import look from './call.module.css';
import { CallResult } from './call-result.tsx';
import { CallScript } from './call-script.tsx';
import { NumberBox } from './number-box.tsx';
import { emptyResult } from './result-draft.ts';
import { useNumber } from './use-number.ts';

type Props = { todoId: string; onClose: () => void };

export function CallPage({ todoId, onClose }: Props): ReactNode {
  const { t } = useWords();
  const call = useAsk('lookAtCall', { params: { id: todoId } }, { refetchInterval: 30_000 });
  return (
    <div className="page">
      <header className="stack tight">
        <div className="row apart">
          <Button variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onClose}>
            {t('call.back')}
          </Button>
          {call.data === undefined ? null : <Leave todoId={todoId} onLeft={onClose} />}
        </div>
        <h1>{t('call.title')}</h1>
        <p className="quiet">{t('call.intro')}</p>
      </header>
      {call.isPending ? <Waiting rows={3} height={120} /> : null}
      {call.isError ? <Trouble error={call.error} retry={() => void call.refetch()} /> : null}
      {call.data === undefined ? null : <Call todoId={todoId} call={call.data} onClose={onClose} />}
    </div>
  );
}

function Leave({ todoId, onLeft }: { todoId: string; onLeft: () => void }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const leave = async (): Promise<void> => {
    const send = () => ask('leaveTodo', { params: { id: todoId } });
    if (await act({ subjectId: todoId, label: t('todos.leftNow'), send, refreshes: ['listTodos'] })) onLeft();
  };
  return (
    <Button variant="default" onClick={() => void leave()}>
      {t('todos.leave')}
    </Button>
  );
}

function Call({ todoId, call, onClose }: Props & { call: CallView }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const her = useNumber(todoId, (error) => showTrouble(error, t('call.notAsked')));
  // What she said outlives a number that is asked for again.
  const [result, setResult] = useState(() => emptyResult(call));
  const endTask = async (): Promise<void> => {
    const send = () => ask('finishTodo', { params: { id: todoId } });
    if (await act({ subjectId: todoId, label: t('todos.doneNow'), send, refreshes: ['listTodos'] })) onClose();
  };
  return (
    <div className={look['columns']}>
      <Part>
        <BeforeCall call={call} />
      </Part>
      <Part>
        <NumberBox call={call} her={her} onEndTask={() => void endTask()} />
      </Part>
      <Part beside>
        <CallScript call={call} />
      </Part>
      {her.opened === undefined ? null : (
        <Part>
          <CallResult
            call={call}
            callId={her.opened}
            result={result}
            change={(said) => setResult((now) => ({ ...now, ...said }))}
            onEnded={onClose}
          />
        </Part>
      )}
    </div>
  );
}

/** One below the other on a telephone; on a wide screen the script stands beside the rest. */
const Part = ({ beside = false, children }: { beside?: boolean; children: ReactNode }): ReactNode => (
  <div className={`card ${look['part'] ?? ''} ${beside ? (look['beside'] ?? '') : ''}`}>{children}</div>
);
