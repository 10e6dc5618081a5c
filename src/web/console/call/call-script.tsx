// What to say, step by step, and what never: whoever answers may be a stranger, so that the first words mean nothing.
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CallView } from '../../../shared/contract/calls.ts';
import { textLanguageOf } from '../../../shared/domain/language.ts';
import { useWords } from '../../kit/i18n.ts';
import { Section } from '../../kit/widgets/section.tsx';
import { useAsked } from './before-call.tsx';
import look from './call.module.css';
import { answerKey, useScript } from './script-texts.ts';

const nevers = ['1', '2', '3', '4', '5'] as const;

export function CallScript({ call }: { call: CallView }): ReactNode {
  const { t } = useWords();
  const asked = useAsked(call);
  const script = useScript(call.language);
  const { told, language } = call;
  if (script === undefined) return null;
  const say = { lang: textLanguageOf(language) };
  const answer = told === null ? undefined : script.answer[answerKey(told.answer, told.why)];
  return (
    <Section level={2} title={t('call.script')}>
      {language === 'pt' || language === 'en' ? null : (
        <p className="quiet small">{t('call.borrowed', { language: t(`language.${language}`) })}</p>
      )}
      <ol className={look['steps']}>
        <Step {...say} when={t('call.step.open')} words={[script.open]} />
        <Step {...say} when={t('call.step.alone')} words={[script.alone]} />
        <Step {...say} when={t('call.step.check')} words={[script.check]} hint={t('call.step.checkAnswer', asked)} />
        <Step {...say} when={t('call.step.who')} words={[script.who, script.ask]} />
        {answer === undefined ? null : (
          <Step
            {...say}
            when={t('call.step.answer')}
            words={[answer]}
            hint={told?.answer === 'information' ? t('call.information', { ref: told.ref }) : undefined}
          />
        )}
        {told?.answered && told.answer !== null ? (
          <>
            <Step {...say} when={t('call.step.clear')} words={[script.clear]} />
            <Step
              {...say}
              when={t(told.clear === 'no' ? 'call.step.wasUnclear' : 'call.step.unclear')}
              words={[script.unclear, script.again[told.answer], script.clear]}
            />
            <Step {...say} when={t('call.step.solved')} words={[script.solved]} />
          </>
        ) : null}
        <Step {...say} when={t('call.step.record')} words={[script.record]} />
        <Step {...say} when={t('call.step.formal')} words={[script.formal]} />
        <Step {...say} when={t('call.step.close')} words={[script.close]} />
        <Step {...say} when={t('call.step.later')} words={[script.later]} />
        <Step {...say} when={t('call.step.wrong')} words={[script.wrong]} />
      </ol>
      <Nevers />
    </Section>
  );
}

type StepProps = { lang: string; when: string; words: readonly string[]; hint?: string | undefined };

const Step = ({ lang, when, words, hint }: StepProps): ReactNode => (
  <li className="stack tight">
    <span className="quiet small">{when}</span>
    {words.map((text) => (
      <blockquote key={text} lang={lang} className={look['said']}>
        {text}
      </blockquote>
    ))}
    {hint === undefined ? null : <span className="small">{hint}</span>}
  </li>
);

function Nevers(): ReactNode {
  const { t } = useWords();
  return (
    <div className="stack tight" style={{ paddingTop: 8 }}>
      <strong className="mark danger">
        <IconAlertTriangle size={18} aria-hidden />
        {t('call.never')}
      </strong>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {nevers.map((one) => (
          <li key={one}>{t(`call.nevers.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}
