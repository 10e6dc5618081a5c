// Asked before anything is written: may it be recorded, may she be answered, may it be referred. Then how an answer finds back to her.
import { Checkbox, Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { referAnswers, type WayBack, waysBack } from '../../../shared/domain/via.ts';
import { useWords } from '../../kit/i18n.ts';
import { useSession } from '../../kit/session.ts';
import { Choice } from '../../kit/widgets/choice.tsx';
import { CodeCheck } from './code-check.tsx';
import type { Draft } from './draft.ts';
import { WishFields } from './wish-fields.tsx';

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void };

export function ConsentFields({ draft, onChange }: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack">
      <Checkbox
        label={t('entry.agreed')}
        description={t('entry.agreedHint')}
        checked={draft.agreed}
        onChange={(event) => onChange({ agreed: event.currentTarget.checked })}
      />
      <Asked label={t('entry.answer')}>
        <Choice
          label={t('entry.answer')}
          value={draft.answer ? 'yes' : 'no'}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`entry.said.${value}`) }))}
          onChange={(said) =>
            // Whoever wants no answer leaves no number here.
            onChange(
              said === 'no' && draft.wayBack === 'phone'
                ? { answer: false, wayBack: 'none' }
                : { answer: said === 'yes' },
            )
          }
        />
      </Asked>
      <Asked label={t('entry.refer')}>
        <Choice
          label={t('entry.refer')}
          value={draft.refer}
          choices={referAnswers.map((value) => ({ value, label: t(`entry.said.${value}`) }))}
          onChange={(refer) => onChange({ refer })}
        />
      </Asked>
    </div>
  );
}

const Asked = ({ label, children }: { label: string; children: ReactNode }): ReactNode => (
  <div className="row" style={{ gap: '4px 12px' }}>
    <span style={{ fontSize: '0.9375rem' }}>{label}</span>
    {children}
  </div>
);

export function WayBackFields({ draft, onChange }: Props): ReactNode {
  const { t } = useWords();
  const { grant } = useSession();
  const offered = waysBack.filter((way) => way !== 'phone' || (draft.answer && grant.role !== 'listener'));
  return (
    <div className="stack">
      <Radio.Group
        label={t('entry.wayBack')}
        value={draft.wayBack}
        onChange={(value) => onChange({ wayBack: offered.find((one) => one === value) ?? 'none' })}
      >
        <div className="stack" style={{ paddingTop: 8 }}>
          {offered.map((one) => (
            <Radio key={one} value={one} label={t(`entry.way.${one}`)} description={t(`entry.wayHint.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <WayBackMore draft={draft} onChange={onChange} way={draft.wayBack} />
    </div>
  );
}

function WayBackMore({ draft, onChange, way }: Props & { way: WayBack }): ReactNode {
  const { t } = useWords();
  if (way === 'phone')
    return (
      <div className="stack">
        <TextInput
          type="tel"
          inputMode="tel"
          autoComplete="off"
          label={t('entry.number')}
          description={t('entry.numberHint')}
          maxLength={24}
          value={draft.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <WishFields wishes={draft.wishes} onChange={(wishes) => onChange({ wishes })} />
      </div>
    );
  if (way !== 'known') return null;
  return (
    <CodeCheck
      code={draft.code}
      answers={draft.answers}
      onCode={(code) => onChange({ code, answers: {} })}
      onAnswers={(answers) => onChange({ answers })}
    />
  );
}
