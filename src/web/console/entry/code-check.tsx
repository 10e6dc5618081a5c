// She says her code: what it tells is read to her, and what she answers is kept. Nothing about what, where or who is shown.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { ReadCode } from '../../../shared/contract/entries.ts';
import { ask } from '../../kit/api.ts';
import { showTrouble } from '../../kit/deed.ts';
import { useWords } from '../../kit/i18n.ts';
import { AnswerFields } from './answer-fields.tsx';
import type { Answers } from './draft.ts';

type Props = { code: string; answers: Answers; onCode: (code: string) => void; onAnswers: (answers: Answers) => void };

export function CodeCheck({ code, answers, onCode, onAnswers }: Props): ReactNode {
  const { t } = useWords();
  const heard = useMutation({
    mutationFn: () => ask('readCode', { body: { code } }),
    onError: (error) => showTrouble(error, t('entry.codeFailed')),
  });
  return (
    <div className="stack">
      <div className="row" style={{ alignItems: 'flex-end' }}>
        <TextInput
          label={t('entry.code')}
          autoComplete="off"
          maxLength={20}
          value={code}
          styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
          onChange={(event) => {
            onCode(event.currentTarget.value);
            heard.reset();
          }}
        />
        <Button
          variant="default"
          loading={heard.isPending}
          disabled={code.trim() === ''}
          onClick={() => heard.mutate()}
        >
          {t('entry.codeCheck')}
        </Button>
      </div>
      <div role="status">{heard.data === undefined ? null : <Told heard={heard.data} />}</div>
      {heard.data?.told?.answered ? <AnswerFields answers={answers} onChange={onAnswers} /> : null}
    </div>
  );
}

function Told({ heard }: { heard: z.infer<typeof ReadCode> }): ReactNode {
  const { t } = useWords();
  const { told } = heard;
  if (told === null) return <p className="tag warn">{t(`entry.codeIs.${heard.outcome}`)}</p>;
  return (
    <div className="card stack tight" style={{ padding: '12px 14px' }}>
      <p className="quiet small">{t('entry.readToHer')}</p>
      <p>{t(`entry.state.${told.state}`, { when: t(`entry.ago.${told.told}`) })}</p>
      {told.answer === null ? null : <p>{t(`entry.answerIs.${told.answer}`)}</p>}
    </div>
  );
}
