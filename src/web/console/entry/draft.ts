// What is being entered for somebody, before it is sent. One paper after another keeps its place, day and consent.
import type { EnterTelling } from '../../../shared/contract/entries.ts';
import type { AreaView } from '../../../shared/contract/shapes.ts';
import type { Lane } from '../../../shared/domain/lane.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { EntrySource, PartOfDay, ReferAnswer, WayBack } from '../../../shared/domain/via.ts';
import { newId } from '../../../shared/kit/ids.ts';

export type Told = {
  words: string;
  language: Language;
  typeCode?: string | undefined;
  area?: AreaView | undefined;
  lane: Lane;
  danger: boolean;
  /** A day, or '' for now. */
  on: string;
  part: PartOfDay;
};
export type Wishes = {
  quiet?: boolean | undefined;
  from?: number | undefined;
  to?: number | undefined;
  stop?: boolean | undefined;
};
export type Answers = {
  clear?: '1' | '2' | undefined;
  explained?: true | undefined;
  solved?: '1' | '2' | '3' | '4' | undefined;
};
export type Draft = {
  key: string;
  source: EntrySource;
  agreed: boolean;
  answer: boolean;
  refer: ReferAnswer;
  wayBack: WayBack;
  number: string;
  code: string;
  told: Told;
  answers: Answers;
  wishes: Wishes;
};

export const emptyTold: Told = { words: '', language: 'pt', lane: 'ordinary', danger: false, on: '', part: 'morning' };

/** Ids of forms are drawn like all others; this one only says that two presses of a button are one. */
const newKey = (): string => newId('task');

export const emptyDraft = (): Draft => ({
  key: newKey(),
  source: 'walk-in',
  agreed: false,
  answer: true,
  refer: 'not-asked',
  wayBack: 'none',
  number: '',
  code: '',
  told: emptyTold,
  answers: {},
  wishes: {},
});

/** Slips of one pile are of one place and day and were agreed to alike; another person at the desk is asked anew. */
export function nextDraft({ source, agreed, answer, refer, told }: Draft): Draft {
  const fresh = emptyDraft();
  if (source !== 'paper') return { ...fresh, source };
  const { area, on, part, language } = told;
  return { ...fresh, source, agreed, answer, refer, told: { ...emptyTold, area, on, part, language } };
}

export const isReady = ({ agreed, wayBack, number, code, told, answers }: Draft): boolean => {
  const said = told.words.trim() !== '';
  if (!agreed || (wayBack === 'phone' && number.trim().length < 6)) return false;
  return wayBack === 'known' ? code.trim() !== '' && (said || Object.keys(answers).length > 0) : said;
};

export function toBody(draft: Draft, again: boolean): EnterTelling {
  const { key, source, answer, refer, told, answers } = draft;
  const wishes = toWishes(draft.wishes);
  return {
    key,
    source,
    consent: { record: true, answer, refer },
    wayBack: toWayBack(draft),
    ...(told.words.trim() === '' ? {} : { told: toTold(told) }),
    ...(draft.wayBack === 'known' && Object.keys(answers).length > 0 ? { answers } : {}),
    ...(draft.wayBack !== 'none' && wishes ? { wishes } : {}),
    again,
  };
}

function toWayBack({ wayBack, number, code }: Draft): EnterTelling['wayBack'] {
  if (wayBack === 'phone') return { kind: 'phone', number };
  return wayBack === 'known' ? { kind: 'known', code } : { kind: wayBack };
}

export function toTold({
  words,
  language,
  typeCode,
  area,
  lane,
  danger,
  on,
  part,
}: Told): NonNullable<EnterTelling['told']> {
  return {
    words,
    language,
    lane,
    danger,
    ...(typeCode === undefined ? {} : { typeCode }),
    ...(area === undefined ? {} : { areaId: area.id }),
    ...(on === '' ? {} : { happened: { on, part } }),
  };
}

export function toWishes({ quiet, from, to, stop }: Wishes): NonNullable<EnterTelling['wishes']> | undefined {
  const hours = from === undefined || to === undefined ? {} : { hours: { from, to } };
  const wishes = { ...hours, ...(quiet === undefined ? {} : { quiet }), ...(stop ? { stop: true as const } : {}) };
  return Object.keys(wishes).length > 0 ? wishes : undefined;
}
