// The texts of menus in the language of whoever holds the phone. A language without a reviewed text falls back, and says that it did.
import { type Language, type TextLanguage, textLanguageOf } from '../src/shared/domain/language.ts';
import sw from './sms.sw.json' with { type: 'json' };
import { type SmsKey, smsTemplate } from './sms.ts';

type ShownText = {
  text: string;
  language: TextLanguage | 'sw';
};

const { comment: _, reviewed, texts } = sw;
const swahili = new Map<string, string>(Object.entries(texts));
const isReviewed = new Set<string>(reviewed);

/** A text that is written and waits for somebody who speaks the language to read it. */
export const menuDraft = (language: Language, key: SmsKey): string | undefined =>
  language === 'sw' && !isReviewed.has(key) ? swahili.get(key) : undefined;

export function menuText(language: Language, key: SmsKey): ShownText {
  const own = language === 'sw' ? swahili.get(key) : undefined;
  if (own !== undefined && isReviewed.has(key)) return { text: own, language: 'sw' };
  const fallBack = textLanguageOf(language);
  return { text: smsTemplate(fallBack, key), language: fallBack };
}
