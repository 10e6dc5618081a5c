// Numbers as the programme writes them: thin-space thousands, a decimal comma in Portuguese.
import type { TextLanguage } from '../../shared/domain/language.ts';

/** `12 345,5` in Portuguese, `12 345.5` in English. */
export const numberWords = (value: number, locale: TextLanguage): string => grouped(String(value), locale);

function grouped(digits: string, locale: TextLanguage): string {
  const [whole = '', fraction] = digits.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  if (fraction === undefined) return thousands;
  return `${thousands}${locale === 'pt' ? ',' : '.'}${fraction}`;
}

/** `11,0`: a rate keeps its one decimal, so that a column of them can be read downwards. */
export const rateWords = (value: number, locale: TextLanguage): string => grouped(value.toFixed(1), locale);
