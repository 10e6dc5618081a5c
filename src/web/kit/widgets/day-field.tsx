// A day: written as the programme writes it, whatever language the browser has, or chosen from the browser's calendar.
import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dayOf, dayText, localToday } from '../day.ts';
import { useWords } from '../i18n.ts';
import { useNow } from '../now.ts';
import look from './day-field.module.css';

type Props = {
  label: string;
  /** `2026-11-23`, or nothing. */
  value: string;
  /** Nothing while what is written is no day between the two bounds. */
  onDay: (day: string) => void;
  min?: string;
  max?: string;
  required?: boolean;
  size?: 'xs';
  className?: string;
};

export function DayField({ value, onDay, min = '', max = '', ...shown }: Props): ReactNode {
  const { t } = useWords();
  const today = localToday(useNow());
  const [typed, setTyped] = useState<string>();
  const [writing, setWriting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const read = (text: string): { day: string; fault?: Fault } => {
    if (text.trim() === '') return { day: '' };
    const day = dayOf(text, today);
    const fault = faultOf(day, min, max);
    return day === undefined || fault !== undefined ? { day: '', fault: fault ?? 'unread' } : { day };
  };
  // What is being written stands only as long as it means what is kept: the form may have been emptied since.
  const said = typed !== undefined && read(typed).day === value ? typed : undefined;
  const fault = said === undefined ? undefined : read(said).fault;
  const wrong = fault === undefined ? '' : t(`day.${fault}`, { min: dayText(min), max: dayText(max) });
  // The form itself refuses what is no day: nobody's "yesterday" is kept as "now".
  useEffect(() => field.current?.setCustomValidity(wrong), [wrong]);
  const write = (text: string): void => {
    setTyped(text);
    onDay(read(text).day);
  };
  const choose = (day: string): void => {
    setTyped(undefined);
    onDay(day);
  };
  return (
    <TextInput
      {...shown}
      ref={field}
      placeholder={t('day.form')}
      autoComplete="off"
      value={said ?? dayText(value)}
      error={writing || wrong === '' ? null : wrong}
      onChange={(event) => write(event.currentTarget.value)}
      onFocus={() => setWriting(true)}
      onBlur={() => {
        setWriting(false);
        if (wrong === '') setTyped(undefined);
      }}
      rightSection={<Calendar value={value} min={min} max={max} onDay={choose} />}
    />
  );
}

type Bounds = { min: string; max: string };

function Calendar({ value, min, max, onDay }: Bounds & Pick<Props, 'value' | 'onDay'>): ReactNode {
  const { t } = useWords();
  const days = useRef<HTMLInputElement>(null);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('day.calendar')}
        onClick={() => days.current?.showPicker()}
      >
        <IconCalendar size={18} aria-hidden />
      </ActionIcon>
      <input
        ref={days}
        type="date"
        className={look['calendar']}
        tabIndex={-1}
        aria-hidden
        min={min}
        max={max}
        value={value}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
    </>
  );
}

type Fault = 'unread' | 'early' | 'late';

function faultOf(day: string | undefined, min: string, max: string): Fault | undefined {
  if (day === undefined) return 'unread';
  if (min !== '' && day < min) return 'early';
  return max !== '' && day > max ? 'late' : undefined;
}
