// The two questions, asked aloud: did you understand the answer, is it solved. What was not clear is explained there and then.
import { Checkbox, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../kit/i18n.ts';
import type { Answers } from './draft.ts';

const clears = ['1', '2'] as const;
const solveds = ['1', '2', '3', '4'] as const;

export function AnswerFields({
  answers,
  onChange,
}: {
  answers: Answers;
  onChange: (answers: Answers) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className="row" style={{ alignItems: 'flex-start', gap: 24 }}>
      <Radio.Group
        label={t('entry.clear')}
        value={answers.clear ?? ''}
        onChange={(value) => onChange({ ...answers, clear: clears.find((one) => one === value) })}
      >
        <div className="stack tight" style={{ paddingTop: 6 }}>
          {clears.map((one) => (
            <Radio key={one} value={one} label={t(`clear.${one === '1' ? 'yes' : 'no'}`)} />
          ))}
          <Checkbox
            label={t('entry.explained')}
            disabled={answers.clear === undefined}
            checked={answers.explained ?? false}
            onChange={({ currentTarget }) => onChange({ ...answers, explained: currentTarget.checked || undefined })}
          />
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('entry.solved')}
        value={answers.solved ?? ''}
        onChange={(value) => onChange({ ...answers, solved: solveds.find((one) => one === value) })}
      >
        <div className="stack tight" style={{ paddingTop: 6 }}>
          {solveds.map((one) => (
            <Radio key={one} value={one} label={t(`solved.${one}`)} />
          ))}
        </div>
      </Radio.Group>
    </div>
  );
}
