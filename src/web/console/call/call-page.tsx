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
        <div>
          <Button variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />} onClick={onClose}>
            {t('call.back')}
          </Button>
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

function Call({ todoId, call, onClose }: Props & { call: CallView }): ReactNode {
  const { t } = useWords();
  const { act } = useDeed();
  const her = useNumber(todoId, (error) => showTrouble(error, t('call.notAsked')));
  // What she said outlives a number that is asked for again.
  const [result, setResult] = useState(() => emptyResult(call));
  const endTask = async (): Promise<void> => {
    const ended = await act({
      subjectId: todoId,
      label: t('todos.doneNow'),
      send: () => ask('finishTodo', { params: { id: todoId } }),
      refreshes: ['listTodos'],
    });
    if (ended) onClose();
  };
  const part = `card ${look['part'] ?? ''}`;
  return (
    <div className={look['columns']}>
      <div className="stack">
        <div className={part}>
          <BeforeCall call={call} />
        </div>
        <div className={part}>
          <NumberBox call={call} her={her} onEndTask={() => void endTask()} />
        </div>
        {her.opened === undefined ? null : (
          <div className={part}>
            <CallResult
              call={call}
              callId={her.opened}
              result={result}
              change={(said) => setResult((now) => ({ ...now, ...said }))}
              onEnded={onClose}
            />
          </div>
        )}
      </div>
      <div className={part}>
        <CallScript call={call} />
      </div>
    </div>
  );
}
