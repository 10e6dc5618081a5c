// What came of the call, filled in while it lasts: nothing of it depends on the number being still there.
import { Button, Radio } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CallView } from '../../../shared/contract/calls.ts';
import { callOutcomes, MOST_TRIES, mayTryAgain } from '../../../shared/domain/call.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { refresh } from '../../kit/query.ts';
import { showToast } from '../../kit/toasts.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { Section } from '../../kit/widgets/section.tsx';
import { AnswerFields } from '../entry/answer-fields.tsx';
import { ConsentFields } from '../entry/consent-fields.tsx';
import type { Draft } from '../entry/draft.ts';
import { ToldFields } from '../entry/told-fields.tsx';
import { WishFields } from '../entry/wish-fields.tsx';
import { isComplete, type Result, toEnd } from './result-draft.ts';

type Props = {
  call: CallView;
  callId: string;
  result: Result;
  change: (said: Partial<Result>) => void;
  onEnded: () => void;
};

export function CallResult({ call, callId, result, change, onEnded }: Props): ReactNode {
  const { t } = useWords();
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { outcome } = result;
    if (outcome === undefined || sending) return;
    setSending(true);
    try {
      await ask('endCall', { params: { id: callId }, body: toEnd(outcome, result) });
      const again = mayTryAgain(outcome) && call.tries + 1 < MOST_TRIES;
      showToast({ text: t(`call.kept.${again ? 'again' : 'done'}`), until: Date.now() + 4_000 });
      onEnded();
      await refresh('listTodos', 'getBell');
    } catch (error) {
      showTrouble(error, t('call.notKept'));
      setSending(false);
    }
  };
  return (
    <form className="stack wide" onSubmit={(event) => void submit(event)}>
      <Section level={2} title={t('call.result')}>
        <Radio.Group
          aria-label={t('call.result')}
          value={result.outcome ?? ''}
          onChange={(value) => change({ outcome: callOutcomes.find((one) => one === value) })}
        >
          <div className="stack tight">
            {callOutcomes.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`call.outcome.${one}`)}
                description={result.outcome === one ? t(`call.outcomeMeans.${one}`) : undefined}
              />
            ))}
          </div>
        </Radio.Group>
      </Section>
      {result.outcome === 'reached' ? <Said call={call} result={result} change={change} /> : null}
      <div>
        <Button type="submit" loading={sending} disabled={!isComplete(result)}>
          {t('call.end')}
        </Button>
      </div>
    </form>
  );
}

type SaidProps = { call: CallView; result: Result; change: (said: Partial<Result>) => void };

function Said({ call: { told }, result, change }: SaidProps): ReactNode {
  const { t } = useWords();
  const { entry } = result;
  const changeEntry = (said: Partial<Draft>): void => change({ entry: { ...entry, ...said } });
  return (
    <>
      {told?.answered ? (
        <Section level={2} title={t('call.answers')}>
          <AnswerFields answers={entry.answers} onChange={(answers) => changeEntry({ answers })} />
        </Section>
      ) : null}
      <Section level={2} title={t('call.said')}>
        <ConsentFields draft={entry} onChange={changeEntry} />
        {told === null ? null : (
          <div className="row" style={{ gap: '4px 12px' }}>
            <span style={{ fontSize: '0.9375rem' }}>{t('call.sameLabel')}</span>
            <Choice
              label={t('call.sameLabel')}
              value={result.same ? 'yes' : 'no'}
              choices={(['yes', 'no'] as const).map((value) => ({
                value,
                label: t(`call.same.${value}`, { ref: told.ref }),
              }))}
              onChange={(said) => change({ same: said === 'yes' })}
            />
          </div>
        )}
        <ToldFields told={entry.told} onChange={(said) => changeEntry({ told: { ...entry.told, ...said } })} />
      </Section>
      <Section level={2} title={t('call.wishes')}>
        <WishFields wishes={entry.wishes} withStop onChange={(wishes) => changeEntry({ wishes })} />
      </Section>
    </>
  );
}
