// Languages of the region that no grammar reads: told apart from the others by their look, so that a listener gets the text.
import type { Language } from '../../../../shared/domain/language.ts';

/** By letter triples. What has no listener's queue of its own is 'unknown'. A grammar of the same code takes its place. */
export const unread: readonly { trigrams: string; language: Language | 'unknown' }[] = [
  { trigrams: 'vmw', language: 'vmw' },
  { trigrams: 'kde', language: 'kde' },
  { trigrams: 'yao', language: 'unknown' },
  { trigrams: 'nya', language: 'unknown' },
];

/** The language of `data/vmw-pt-loanwords.csv`. */
export const loanwordLanguage = 'vmw' satisfies Language;
