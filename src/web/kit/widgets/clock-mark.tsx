// What is due next and when. Late reads "waiting since": nobody is blamed.
import { IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { sameDay, spanWords, useFormat } from '../format.ts';
import { useWords } from '../i18n.ts';
import { useNow } from '../now.ts';

type Grain = 'minute' | 'quarter-hour' | 'day' | 'short';
type Props = {
  step: string;
  at: string;
  late: boolean /** Posts see quarter hours and days only. `short` is for lists. */;
  grain?: Grain;
};

const SOON = 30 * 60_000;

export function ClockMark({ step, at, late, grain = 'minute' }: Props): ReactNode {
  const { t } = useWords();
  const words = useDueWords({ at, late, grain });
  const now = useNow();
  const soon = !late && grain !== 'day' && Date.parse(at) - now.getTime() < SOON;
  const Icon = late ? IconClockExclamation : IconClock;
  const pressing = soon ? 'warn' : 'plain';
  return (
    <span className={`mark folds numbers ${late ? 'danger' : pressing}`}>
      <Icon size={16} aria-hidden />
      {t(`step.${step}`)}: {words}
    </span>
  );
}

type Due = { at: string; late: boolean; grain: Grain };

function useDueWords(due: Due): string {
  const { t } = useWords();
  const words = useWhenWords(due);
  const now = useNow();
  const left = spanWords(Date.parse(due.at) - now.getTime());
  if (due.late) return t('clock.since', words);
  if (due.grain === 'short') return t('clock.leftShort', { span: left });
  if (due.grain === 'day' && sameDay(new Date(due.at), now)) return t('clock.today');
  return due.grain === 'minute' ? t('clock.left', { ...words, span: left }) : t('clock.by', words);
}

function useWhenWords({ at, grain }: Due): { when: string } {
  const { t } = useWords();
  const format = useFormat();
  const now = useNow();
  if (grain === 'day') return { when: t('clock.day', { weekday: format.weekday(at), date: format.date(at) }) };
  if (grain === 'short' && !sameDay(new Date(at), now)) return { when: format.date(at).replace(/ \d{4}$/, '') };
  return { when: format.moment(at, now) };
}
