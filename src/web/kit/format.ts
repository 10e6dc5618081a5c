// Dates, times and numbers as the programme writes them: 23 Nov 2026, 24 hours, thin-space thousands, clock of Maputo.
import { useMemo } from 'react';
import type { Locale } from './i18n.ts';
import { useWords } from './i18n.ts';
import { numberWords, rateWords } from './numbers.ts';

const months = {
  pt: ['Jan', 'Fev', 'Mar', 'Abr', 'Mai', 'Jun', 'Jul', 'Ago', 'Set', 'Out', 'Nov', 'Dez'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const satisfies Record<Locale, readonly string[]>;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Africa/Maputo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays = { pt: 'pt-PT', en: 'en-GB' } as const satisfies Record<Locale, string>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By minute: a list asks the same few moments, and "now" with every row. */
const known = new Map<number, Readonly<Record<string, string>>>();
const MOST_KNOWN = 500;

function parts(at: Date): Readonly<Record<string, string>> {
  const minute = Math.floor(at.getTime() / MINUTE);
  const kept = known.get(minute);
  if (kept !== undefined) return kept;
  const made = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, part.value]));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(minute, made);
  return made;
}

/** `23 Nov 2026` */
export function dateWords(at: Date, locale: Locale): string {
  const part = parts(at);
  return `${Number(part['day'])} ${months[locale][Number(part['month']) - 1] ?? ''} ${part['year'] ?? ''}`;
}

/** `14:05` */
export function timeWords(at: Date): string {
  const part = parts(at);
  return `${part['hour'] ?? ''}:${part['minute'] ?? ''}`;
}

export const weekdayWords = (at: Date, locale: Locale): string =>
  at.toLocaleDateString(weekdays[locale], { timeZone: 'Africa/Maputo', weekday: 'long' });

/** `25 min`, `3 h`, `1 h 05`, `4 d`: always positive, never more than there is, so never `60 min`. */
export function spanWords(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < HOUR) return `${Math.max(1, Math.floor(span / MINUTE))} min`;
  if (span >= 2 * DAY) return `${Math.round(span / DAY)} d`;
  const hours = Math.floor(span / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  return minutes > 0 && hours < 6 ? `${hours} h ${String(minutes).padStart(2, '0')}` : `${hours} h`;
}

export const sameDay = (a: Date, b: Date): boolean => dateWords(a, 'en') === dateWords(b, 'en');

type Format = {
  locale: Locale;
  date: (iso: string) => string;
  time: (iso: string) => string;
  /** Time alone today, date and time otherwise. */
  moment: (iso: string, now?: Date) => string;
  weekday: (iso: string) => string;
  number: (value: number) => string;
  rate: (value: number) => string;
};

export function useFormat(): Format {
  const { language: locale } = useWords();
  return useMemo(
    () => ({
      locale,
      date: (iso) => dateWords(new Date(iso), locale),
      time: (iso) => timeWords(new Date(iso)),
      moment: (iso, now = new Date()) => {
        const at = new Date(iso);
        return sameDay(at, now) ? timeWords(at) : `${dateWords(at, locale)}, ${timeWords(at)}`;
      },
      weekday: (iso) => weekdayWords(new Date(iso), locale),
      number: (value) => numberWords(value, locale),
      rate: (value) => rateWords(value, locale),
    }),
    [locale],
  );
}
