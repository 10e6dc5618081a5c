// The simulator: what she would see, what was understood, and where the house would be asked. Going back a step is leaving one answer out.
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconRefresh, IconSend } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { FlowView, WalkTurn } from '../../../shared/contract/texts.ts';
import { type Language, languages } from '../../../shared/domain/language.ts';
import { useWords } from '../../kit/i18n.ts';
import { useAsk } from '../../kit/query.ts';
import { Trouble } from '../../kit/widgets/trouble.tsx';
import { Waiting } from '../../kit/widgets/waiting.tsx';
import look from './text.module.css';
import { WalkTurns } from './walk-turns.tsx';

type Step = { kind: 'text'; text: string } | { kind: 'found'; answer: string };
const MOST_STEPS = 40;

export function FlowWalk({ flow }: { flow: FlowView }): ReactNode {
  const { t } = useWords();
  const [language, setLanguage] = useState<Language>('pt');
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const walk = useAsk(
    'walkFlow',
    { body: { flow: flow.id, language, steps: [...steps] } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  // What was shown before stays until the next screen is there.
  const [turns, setTurns] = useState<readonly WalkTurn[]>([]);
  useEffect(() => {
    if (walk.data !== undefined) setTurns(walk.data.turns);
  }, [walk.data]);
  const add = (step: Step): void => setSteps((before) => [...before, step]);
  return (
    <section className={`card stack ${look['walk']}`} aria-label={t('texts.walk')}>
      <div className="row apart">
        <h2 style={{ fontSize: '0.9375rem' }}>{t('texts.walk')}</h2>
        <NativeSelect
          aria-label={t('texts.walkLanguage')}
          value={language}
          onChange={(event) => {
            const chosen = languages.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setLanguage(chosen);
          }}
          data={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
        />
      </div>
      <p className="quiet small">{t('texts.walkHint')}</p>
      {walk.isPending && turns.length === 0 ? <Waiting rows={2} height={80} /> : null}
      {walk.isError ? <Trouble error={walk.error} retry={() => void walk.refetch()} /> : null}
      <WalkTurns turns={turns} />
      <Answer turn={turns.at(-1)} full={steps.length >= MOST_STEPS} add={add} />
      <div className="row">
        <Button
          variant="default"
          size="compact-md"
          disabled={steps.length === 0}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => setSteps(steps.slice(0, -1))}
        >
          {t('texts.stepBack')}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          disabled={steps.length === 0}
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => setSteps([])}
        >
          {t('texts.restart')}
        </Button>
      </div>
    </section>
  );
}

type AnswerProps = { turn: WalkTurn | undefined; full: boolean; add: (step: Step) => void };

function Answer({ turn, full, add }: AnswerProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  if (turn === undefined || turn.ended || full) return null;
  if (turn.awaits !== null)
    return (
      <fieldset className="row" style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="small" style={{ padding: '0 0 4px' }}>
          {t(`texts.asks.${turn.awaits.question}`)}
        </legend>
        {turn.awaits.answers.map((answer) => (
          <Button key={answer} size="compact-md" variant="default" onClick={() => add({ kind: 'found', answer })}>
            {t(`texts.found.${answer}`)}
          </Button>
        ))}
      </fieldset>
    );
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    add({ kind: 'text', text });
    setText('');
  };
  return (
    <form className="row" style={{ flexWrap: 'nowrap' }} onSubmit={onSubmit}>
      <TextInput
        className="grow"
        aria-label={t('texts.answer')}
        placeholder={t('texts.answer')}
        maxLength={1600}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ActionIcon type="submit" size="lg" aria-label={t('texts.sendAnswer')}>
        <IconSend size={18} />
      </ActionIcon>
    </form>
  );
}
