// Answer the tellers by a catalogue sentence: never free text, meaningless to a stranger who reads the phone.
import { type ReactNode, useState } from 'react';
import { type AnswerCode, answerCodes } from '../../../shared/domain/answer.ts';
import { useWords } from '../../kit/i18n.ts';
import { Dialog } from '../../kit/widgets/dialog.tsx';
import { OptionList } from '../../kit/widgets/option-list.tsx';
import type { ConcernDeeds } from './use-concern-deeds.ts';

export function AnswerDialog({ deeds, onClose }: { deeds: ConcernDeeds; onClose: () => void }): ReactNode {
  const { t } = useWords();
  const [answer, setAnswer] = useState<AnswerCode>();
  const send = async (): Promise<boolean> => (answer === undefined ? false : deeds.answer(answer));
  return (
    <Dialog
      title={t('answering.title')}
      deed={t('answering.send')}
      onDeed={send}
      onClose={onClose}
      disabled={answer === undefined}
    >
      <OptionList
        label={t('answering.ask')}
        description={t('answering.hint')}
        value={answer}
        onPick={setAnswer}
        options={answerCodes.map((value) => ({
          value,
          label: t(`answer.${value}`),
          description: t(`answerMeaning.${value}`),
        }))}
      />
    </Dialog>
  );
}
