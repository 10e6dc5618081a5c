// Languages of the programme (ISO 639-3 where 639-1 has none). Only `certified` ones have texts; the others fall back, visibly.
export const languages = ['pt', 'en', 'sw', 'vmw', 'wmw', 'kde'] as const;
export type Language = (typeof languages)[number];
/** What a number that nobody knows yet is written to in. */
export const firstLanguage = 'pt' satisfies Language;

/** Languages in which message and screen texts exist. */
export const textLanguages = ['pt', 'en'] as const;
export type TextLanguage = (typeof textLanguages)[number];

export function textLanguageOf(language: Language): TextLanguage {
  return textLanguages.find((each) => each === language) ?? firstLanguage;
}
