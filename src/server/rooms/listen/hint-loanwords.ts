// What a text's loanwords come from, for the listener who reads it: she decides, nothing else ever reads this.
import { soundKey } from './grammars/compile-terms.ts';
import type { Lexicon } from './grammars/identify-language.ts';

const MOST = 8;

/** `word = Portuguese word` of at most eight loanwords, in the order of the text; null when it has none. */
export function hintLoanwords(text: string, { loans }: Lexicon): string | null {
  const found = new Map<string, string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const from = loans.get(soundKey(word));
    if (from !== undefined && found.size < MOST) found.set(word, from);
  }
  return found.size === 0 ? null : [...found].map(([word, from]) => `${word} = ${from}`).join('; ');
}
