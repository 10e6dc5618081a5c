// Answer the tellers by a catalogue sentence: never free text, meaningless to a stranger who reads the phone.
import { Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerCodes } from '../../../shared/domain/answer.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

export function AnswerDialog({ deeds, onClose }: { deeds: ConcernDeeds; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [code, setCode] = useState<string>();
  const answer = answerCodes.find((one) => one === code);
  const send = async (): Promise<boolean> => (answer === undefined ? false : deeds.answer(answer));
  return (
    <Dialog
      title={t('answering.title')}
      deed={t('answering.send')}
      onDeed={send}
      onClose={onClose}
      disabled={answer === undefined}
    >
      <Radio.Group label={t('answering.ask')} description={t('answering.hint')} value={code ?? ''} onChange={setCode}>
        <div className="stack" style={{ paddingTop: 10 }}>
          {answerCodes.map((one) => (
            <Radio key={one} value={one} label={t(`answer.${one}`)} description={t(`answerMeaning.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </Dialog>
  );
}
