// Words that stand where a place stands and name none we know: what a person who corrected the place may teach as another name.
import type { Token } from './compile-terms.ts';
import { findPlaces } from './find-places.ts';
import { isGivenName } from './given-names.ts';
import { isPlainWord } from './identify-language.ts';
import type { PlaceIndex } from './place-index.ts';
import { isLikelyPerson, isWrittenAsName, signBefore } from './place-signs.ts';
import { compiledGrammars, toTokens } from './read-concepts.ts';

const MOST_WORDS = 3;
const MOST_FOUND = 3;
const LEAST_LETTERS = 3;

/** As she wrote them; of a masked text, so that no name of a person is offered. */
export function findUnknownPlaces(text: string, index: PlaceIndex): string[] {
  const tokens = toTokens(text);
  const { covered } = findPlaces(text, tokens, index);
  const found = new Set<string>();
  for (let from = 0; from < tokens.length; from += 1) {
    const to = endOfUnknown(text, tokens, { from, covered });
    const [first, last] = [tokens[from], tokens[to]];
    if (first === undefined || last === undefined) continue;
    found.add(text.slice(first.start, last.end));
    from = to;
  }
  return [...found].slice(0, MOST_FOUND);
}

/** The last token of an unknown name that begins at `from`; before it when none does. */
function endOfUnknown(
  text: string,
  tokens: readonly Token[],
  { from, covered }: { from: number; covered: ReadonlySet<number> },
): number {
  const { sign } = signBefore(tokens, from);
  const begins = (sign === 'noun' || sign === 'at') && isUnknown(text, tokens, { at: from, covered });
  if (!begins || (sign === 'at' && isLikelyPerson(tokens, { from: from + 1, to: from }))) return -1;
  let to = from;
  while (to + 1 < tokens.length && to - from + 1 < MOST_WORDS && goesOn(text, tokens, { at: to + 1, covered })) to += 1;
  return to;
}

type At = { at: number; covered: ReadonlySet<number> };

function isUnknown(text: string, tokens: readonly Token[], { at, covered }: At): boolean {
  const token = tokens[at];
  if (token === undefined || covered.has(at) || /\d/.test(token.key) || token.key.length < LEAST_LETTERS) return false;
  const masked = text[token.start - 1] === '[';
  return !masked && !isGivenName(token.key) && !isWord(token.key);
}

const isWord = (key: string): boolean =>
  isPlainWord(key, 'spelt') || compiledGrammars.some((each) => each.terms.knows(key));

function goesOn(text: string, tokens: readonly Token[], where: At): boolean {
  const [token, before] = [tokens[where.at], tokens[where.at - 1]];
  if (token === undefined || token.clause !== before?.clause) return false;
  return isWrittenAsName(text, token) && isUnknown(text, tokens, where);
}
