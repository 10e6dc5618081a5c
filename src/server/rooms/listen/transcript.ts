// What a menu or a page brought, as it lies sealed in one inbound row: answers by name. Read back here, for the grammars and for people.

import { z } from 'zod';
import type { SmsKey } from '../../../../locales/sms.ts';
import { smsTemplate } from '../../../../locales/sms.ts';
import { languages, textLanguageOf } from '../../../shared/domain/language.ts';
import { MOST_LETTERS } from '../../../shared/domain/understanding.ts';
import type { Kept } from './flows/flow.ts';
import { flows } from './flows/index.ts';
import { wordFor } from './grammars/words-of.ts';

const Answers = z.strictObject({
  now: z.enum(['yes', 'no']).optional(),
  what: z.string().max(20).optional(),
  place: z.string().max(160).optional(),
  when: z.string().max(20).optional(),
  words: z.string().max(MOST_LETTERS).optional(),
  reply: z.enum(['yes', 'no']).optional(),
});
const Transcript = z.strictObject({
  as: z.enum(['told', 'zero', 'stopped', 'call-wanted', 'language-chosen']),
  language: z.enum(languages),
  answers: Answers,
});
/** What somebody says about the telling that her code opens. `code` is its keyed hash: the code itself is kept nowhere. */
export const saidByCode = ['added', 'made-clearer', 'clear', 'solved', 'withdrawn', 'kept'] as const;
const ByCode = z.strictObject({
  as: z.enum(saidByCode),
  code: z.base64url(),
  /** Her words, or one digit. */
  words: z.string().max(MOST_LETTERS),
});
export type ByCode = z.infer<typeof ByCode>;
export type Transcript = z.infer<typeof Transcript>;

export const writeTranscript = (transcript: Transcript | ByCode): string => JSON.stringify(transcript);

/** The answers of a telling among all that a conversation kept. */
export const answersOf = ({ now, what, place, when, words, reply }: Kept): Transcript['answers'] =>
  Answers.parse({ now, what, place, when, words, reply });

export const readTranscript = (text: string): Transcript | ByCode =>
  z.union([Transcript, ByCode]).parse(JSON.parse(text));

/** Enough to be a report: a choice and where or what in words, or help needed at once. */
export const isTellable = ({ now, what, place, words }: Kept): boolean =>
  now === 'yes' || (what !== undefined && Boolean(place || words));

/** The type that stands for a choice; absent where her words, or a person, must say what it was. */
export const typeOfChoice: Readonly<Record<string, string>> = {
  taken: 'C02',
  strangers: 'A03',
  quarrel: 'H02',
  road: 'I02',
  dark: 'I04',
};
const here = wordFor(({ places }) => places.here);

/** One sentence for the grammars: keyword, her words, the place. */
export function toSentence({ answers }: Transcript): string {
  const { now, what = '', words = '', place = '' } = answers;
  // Strangers alone never escalate on one source (decisions.md 13); strangers and help needed at once are a person's to judge.
  const type = now === 'yes' && what === 'strangers' ? undefined : typeOfChoice[what];
  const keyword = type === undefined ? '' : wordFor(({ keywords }) => keywords[type]);
  return [keyword, words, place === '' ? '' : `${here} ${place}`].filter(Boolean).join(', ');
}

/** What a person who works on the telling reads: each question with its answer, as they were put. */
export function toReading(transcript: Transcript | ByCode): string {
  if ('code' in transcript) return transcript.words;
  const { answers, language } = transcript;
  const read = (key: SmsKey): string => smsTemplate(textLanguageOf(language), key);
  return Object.entries(answers)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => {
      const item = Object.values(flows['tell']?.items ?? {}).find((one) => 'keep' in one && one.keep === name);
      const choice = item?.kind === 'choice' ? item.choices.find((one) => one.value === value) : undefined;
      const question = item && 'say' in item && item.say ? read(item.say).replace(/ 1 \p{L}+$/u, '') : name;
      return `${question} ${choice?.text ? read(choice.text) : value}`;
    })
    .join('\n');
}
