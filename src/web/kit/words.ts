// The console's words: one language at a time, by key, with plural forms and named marks. Loaded before the code that says them.
import { numberWords } from './numbers.ts';

export type Locale = 'pt' | 'en';
/** `count` chooses the plural form; `defaultValue` is said when the key has no words. */
export type Params = Readonly<Record<string, string | number | undefined>>;
export type Words = {
  language: Locale;
  /** The key itself when there are no words for it. */
  t: (key: string, params?: Params) => string;
  exists: (key: string) => boolean;
};

const files = {
  pt: () => import('../../../locales/console.pt.json'),
  en: () => import('../../../locales/console.en.json'),
} as const;

/** In Portuguese as in Mozambique nothing is many ("0 relatos"); `pt` alone would be Brazil's "0 relato". */
const pluralOf = { pt: 'pt-PT', en: 'en' } as const;

const KEY = 'salama.locale';

/** The language this browser last spoke; undefined on a first visit. */
export function keptLocale(): Locale | undefined {
  const kept = localStorage.getItem(KEY);
  return kept === 'pt' || kept === 'en' ? kept : undefined;
}

export const keepLocale = (locale: Locale): void => localStorage.setItem(KEY, locale);

export const loadTexts = async (locale: Locale): Promise<object> => (await files[locale]()).default;

export function makeWords(language: Locale, texts: object): Words {
  const leaves = new Map(leavesOf(texts, ''));
  const plural = new Intl.PluralRules(pluralOf[language]);
  const textOf = (key: string, count: Params[string]): string | undefined =>
    typeof count === 'number'
      ? (leaves.get(`${key}_${plural.select(count)}`) ?? leaves.get(`${key}_other`) ?? leaves.get(key))
      : leaves.get(key);
  return {
    language,
    t: (key, params) => {
      if (params === undefined) return leaves.get(key) ?? key;
      const text = textOf(key, params['count']) ?? params['defaultValue'];
      return text === undefined ? key : fill(String(text), withThousands(params, language));
    },
    exists: (key) => leaves.has(key),
  };
}

/** A count is written as every number is: ten thousand with its space. */
const withThousands = (params: Params, language: Locale): Params =>
  typeof params['count'] === 'number' && params['count'] >= 1000
    ? { ...params, count: numberWords(params['count'], language) }
    : params;

const fill = (text: string, params: Params): string =>
  text.includes('{{') ? text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '')) : text;

function* leavesOf(node: object, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'string') yield [path + key, value];
    else yield* leavesOf(value, `${path}${key}.`);
  }
}
