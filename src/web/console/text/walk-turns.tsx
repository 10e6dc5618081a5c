// What was said and heard so far, as a phone shows it, with the room each screen or text takes.
import { IconArrowBackUp, IconFlag, IconHelpCircle } from '@tabler/icons-react';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { WalkTurn } from '../../../shared/contract/texts.ts';
import { USSD_ROOM } from '../../../shared/kit/sms.ts';
import { useWords } from '../../kit/i18n.ts';
import look from './text.module.css';

export function WalkTurns({ turns }: { turns: readonly WalkTurn[] }): ReactNode {
  const { t } = useWords();
  const ref = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (turns.length > 0) ref.current?.scrollTo({ top: ref.current.scrollHeight });
  }, [turns]);
  return (
    <ol
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={`plain-list ${look['turns']}`}
      aria-live="polite"
      aria-label={t('texts.soFar')}
    >
      {turns.map((turn, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn has no name but its place
        <Fragment key={at}>
          {turn.heard === null ? null : <li className={look['heard']}>{turn.heard}</li>}
          <Said turn={turn} />
        </Fragment>
      ))}
    </ol>
  );
}

function Said({ turn }: { turn: WalkTurn }): ReactNode {
  const { t } = useWords();
  const borrowed = turn.from.filter((from) => from !== turn.language);
  return (
    <li className="stack tight">
      {turn.understood ? null : (
        <span className="mark warn">
          <IconHelpCircle size={16} aria-hidden />
          {t('texts.misfit')}
        </span>
      )}
      {turn.pages.map((page) => (
        <Fragment key={page}>
          <p className={look['screen']}>{page}</p>
          <span className="quiet small numbers">{t('handsets.letters', { count: page.length, most: USSD_ROOM })}</span>
        </Fragment>
      ))}
      {turn.message === null ? null : (
        <>
          <p className={look['sms']}>{turn.message.text}</p>
          <span className="quiet small numbers">
            {t('texts.room', {
              units: turn.message.room.units,
              room: turn.message.room.perSegment,
              count: turn.message.room.segments,
            })}
          </span>
        </>
      )}
      {borrowed.length === 0 ? null : (
        <span className="mark warn folds">
          <IconArrowBackUp size={16} aria-hidden />
          {t('texts.fallsBack', { language: borrowed.map((one) => t(`language.${one}`)).join(', ') })}
        </span>
      )}
      {turn.facts.map((fact) => (
        <span key={fact} className="mark good">
          <IconFlag size={16} aria-hidden />
          {t(`texts.fact.${fact}`)}
        </span>
      ))}
    </li>
  );
}
