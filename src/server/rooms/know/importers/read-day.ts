// When something was told, in the forms that people and spreadsheets write it: day first, words of months, numbers of Excel.
import { fold } from '../../../../shared/kit/text.ts';
import type { Cell } from './find-heading.ts';

export type DayFault = 'date-missing' | 'date-unclear' | 'date-future' | 'date-old';

const MONTHS = [
  'jan',
  'fev feb',
  'mar',
  'abr apr',
  'mai may',
  'jun',
  'jul',
  'ago aug',
  'set sep',
  'out oct',
  'nov',
  'dez dec',
];
/** Noon: a day without an hour is not yesterday in any zone of the country. */
const NOON_UTC = 10;
const DAY_MS = 86_400_000;
const OLDEST_YEAR = 2000;
/** Day 0 of Excel's two calendars; a table that counts from 1904 says so. */
const EPOCHS = { '1900': Date.UTC(1899, 11, 30), '1904': Date.UTC(1904, 0, 1) } as const;
export type Epoch = keyof typeof EPOCHS;

/** @example readDay('12/11/2025 08:30', { now, epoch: '1900', zoneHours: 2 }) */
export function readDay(
  cell: Cell | undefined,
  world: { now: Date; epoch: Epoch; zoneHours: number },
): { day: Date } | { fault: DayFault } {
  const day = cell instanceof Date ? fromWorkbook(cell, world.zoneHours) : fromText(cell ?? '', world);
  if (typeof day === 'string') return { fault: day };
  // A clock at the other end may run a day ahead.
  if (day.getTime() > world.now.getTime() + DAY_MS) return { fault: 'date-future' };
  return day.getUTCFullYear() < OLDEST_YEAR ? { fault: 'date-old' } : { day };
}

/** A workbook knows no zone: its hours are the programme's wall clock. */
function fromWorkbook(cell: Date, zoneHours: number): Date {
  const isDay = cell.getTime() % DAY_MS === 0;
  return new Date(cell.getTime() + (isDay ? NOON_UTC : -zoneHours) * 3_600_000);
}

function fromText(text: string, { epoch, zoneHours }: { epoch: Epoch; zoneHours: number }): Date | DayFault {
  const words = fold(text);
  if (words === '') return 'date-missing';
  if (/^\d{4,5}(?:[.,]\d+)?$/.test(words)) return fromSerial(Number(words.replace(',', '.')), { epoch, zoneHours });
  const [, date = '', hour, minute] = /^(.*?)(?:[t ,]+(\d{1,2})[:h](\d{2})(?::\d{2})?(?:\.\d+)?z?)?$/.exec(words) ?? [];
  const parts = fromNumbers(date) ?? fromWords(date);
  if (!parts) return 'date-unclear';
  const [year, month, day] = parts;
  const at = Date.UTC(year, month - 1, day);
  const read = new Date(at);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return 'date-unclear';
  if (hour === undefined) return new Date(at + NOON_UTC * 3_600_000);
  return new Date(at + (Number(hour) - zoneHours) * 3_600_000 + Number(minute) * 60_000);
}

function fromSerial(serial: number, { epoch, zoneHours }: { epoch: Epoch; zoneHours: number }): Date {
  return fromWorkbook(new Date(EPOCHS[epoch] + Math.round(serial * DAY_MS)), zoneHours);
}

type Parts = readonly [year: number, month: number, day: number];

/** Day before month, as Mozambique writes; year first is what machines write. */
function fromNumbers(date: string): Parts | undefined {
  const first = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(date);
  if (first) return [Number(first[1]), Number(first[2]), Number(first[3])];
  const last = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/.exec(date);
  return last ? [fullYear(Number(last[3])), Number(last[2]), Number(last[1])] : undefined;
}

/** `12 de Novembro de 2025`, `12 nov 25`, `November 12, 2025`. */
function fromWords(date: string): Parts | undefined {
  const [, day, month = '', year] =
    /^(\d{1,2})(?: de|-)?[ -]?([a-z]{3})[a-z]*\.?(?: de|,|-)?[ -]?(\d{2}|\d{4})$/.exec(date) ?? [];
  const [, monthFirst = '', dayLast, yearLast] = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/.exec(date) ?? [];
  const number = MONTHS.findIndex((names) => names.split(' ').includes(month === '' ? monthFirst : month)) + 1;
  return number === 0 ? undefined : [fullYear(Number(year ?? yearLast)), number, Number(day ?? dayLast)];
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);
