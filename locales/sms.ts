// Every text that Salama sends by SMS, by language. To a teller they say nothing that a stranger could read in them (S07).

import type { TextLanguage } from '../src/shared/domain/language.ts';
import { fill } from '../src/shared/kit/text.ts';
import en from './sms.en.json' with { type: 'json' };
import pt from './sms.pt.json' with { type: 'json' };

export type SmsKey = keyof typeof pt;

/** Both files must have the same keys, or this does not compile. */
const texts: Readonly<Record<TextLanguage, Readonly<Record<SmsKey, string>>>> = { pt, en };

/** Who reads it: a teller's phone may be searched, a post's is known to be a post's. */
export const smsReader = (key: SmsKey): 'teller' | 'staff' => (/^(?:post|duty)\./.test(key) ? 'staff' : 'teller');

type Marks = {
  ref: string;
  due: string;
  verb: string;
  digits: string;
  minutes: string;
  from: string;
  to: string;
  code: string;
  waiting: string;
  late: string;
};

/** The longest that each mark is ever filled with; a longer one is a fault of the caller and throws. */
export const longestMarks: Readonly<Marks> = {
  ref: '4F7K',
  due: '31/12 23:45',
  verb: 'CANNOT',
  digits: '4826',
  minutes: '120',
  from: '22',
  to: '24',
  code: 'K7QM-4F2X-W',
  waiting: '999',
  late: '999',
};

type MarksOf = {
  hours: 'from' | 'to';
  code: 'code';
  'post.new-brief': 'ref' | 'due';
  'post.urgent': 'ref' | 'due';
  'post.due': 'ref' | 'due';
  'post.reopened': 'ref' | 'due';
  'post.hand-over': 'ref' | 'due';
  'post.confirm-command': 'verb' | 'ref' | 'digits';
  'post.command-done': 'verb' | 'ref';
  'post.command-refused': 'ref';
  'post.command-expired': 'ref';
  'duty.urgent': 'ref';
  'duty.ladder': 'ref' | 'minutes';
  'duty.task': 'due';
  'duty.prove': 'digits';
  'duty.digest': 'waiting' | 'late';
};

export type SmsParams<Key extends SmsKey> = Key extends keyof MarksOf ? [params: Pick<Marks, MarksOf[Key]>] : [];

/** @example smsText('pt', 'post.new-brief', { ref: '4F7K', due: '14:30' }) */
export function smsText<Key extends SmsKey>(language: TextLanguage, key: Key, ...params: SmsParams<Key>): string {
  return renderSms(language, key, params[0] ?? {});
}

/** For keys and marks that lay in a row: a key or a mark that does not fit is a fault and throws. */
export function renderSms(language: TextLanguage, key: string, params: Readonly<Record<string, string>>): string {
  if (!isSmsKey(key)) throw new RangeError(`no text is called ${key}`);
  for (const [mark, longest] of Object.entries(longestMarks)) {
    if ((params[mark] ?? '').length > longest.length)
      throw new RangeError(`{${mark}} is longer than a text has room for`);
  }
  return fill(texts[language][key], params);
}

export const isSmsKey = (key: string): key is SmsKey => Object.hasOwn(pt, key);

export const smsKeys: readonly SmsKey[] = Object.keys(pt).filter(isSmsKey);

/** The text before it is filled: for composers and tests. */
export const smsTemplate = (language: TextLanguage, key: SmsKey): string => texts[language][key];
