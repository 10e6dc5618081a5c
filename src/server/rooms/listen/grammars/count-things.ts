// Numbers of armed persons, families and people that a text tells, in digits or words.
import type { Understanding } from '../../../../shared/domain/understanding.ts';
import { soundKey, type Token } from './compile-terms.ts';
import { conceptNumber } from './concepts.ts';
import { compiledGrammars, type Reading } from './read-concepts.ts';
import { keysOf } from './words-of.ts';

const numberWords = new Map(
  compiledGrammars
    .flatMap((each) => Object.entries(each.grammar.numbers))
    .map(([word, value]) => [soundKey(word), value]),
);
/** "uma", "one" is an article as often as a count. */
const minWordCount = 2;
const years = keysOf((grammar) => grammar.grammarWords.years);
const joins = keysOf((grammar) => grammar.counting.tens);
const adult = 18;

const kinds = [
  { name: 'armedPersons', concepts: ['insurgent', 'gun'].map(conceptNumber) },
  { name: 'families', concepts: ['family'].map(conceptNumber) },
  {
    name: 'people',
    concepts: ['person', 'child', 'woman', 'girl', 'youth', 'displaced', 'fisher', 'dead', 'body'].map(conceptNumber),
  },
  { name: 'cattle', concepts: ['livestock'].map(conceptNumber) },
  { name: 'houses', concepts: ['house'].map(conceptNumber) },
] as const;

export function countThings(reading: Reading): Understanding['quantities'] {
  const counts: { -readonly [Name in keyof Understanding['quantities']]: number } = {};
  reading.tokens.forEach((_, at) => {
    const number = numberAt(reading.tokens, at);
    // "nyumba kumi": in Kiswahili the count follows; it is looked for when none stands before.
    if (number === undefined || years.has(reading.tokens[number.next]?.key ?? '')) return;
    const kind = kinds.find((each) => each.concepts.some((concept) => standsAt(reading, concept, number.next)));
    if (kind !== undefined) counts[kind.name] = Math.max(counts[kind.name] ?? 0, number.value);
  });
  return counts;
}

const standsAt = (reading: Reading, concept: number, at: number): boolean =>
  reading
    .of(concept)
    .some((mention) => mention.from >= at && mention.from <= at + (concept === kinds[0].concepts[1] ? 3 : 1));

function numberAt(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const value = numberOf(tokens[at]?.key);
  if (value === undefined) return undefined;
  const isWord = !/^\d/.test(tokens[at]?.key ?? '');
  const unit = joins.has(tokens[at + 1]?.key ?? '') ? numberOf(tokens[at + 2]?.key) : undefined;
  if (isWord && unit !== undefined && value >= 20 && unit < 10) return { value: value + unit, next: at + 3 };
  if (isWord && value < minWordCount) return undefined;
  return { value, next: at + 1 };
}

function numberOf(key: string | undefined): number | undefined {
  if (key === undefined) return undefined;
  if (/^\d{1,5}$/.test(key)) return Number(key);
  return numberWords.get(key);
}

/** An age below 18 stands in the text: "13 anos", "a girl of 14", "aged 9". */
export function tellsMinorAge(tokens: readonly Token[], ofPerson: (at: number) => boolean): boolean {
  return tokens.some((token, at) => {
    const value = numberOf(token.key);
    if (value === undefined || value < 1 || value >= adult) return false;
    const after = tokens[at + 1]?.key ?? '';
    if (years.has(after)) return !isAgo(tokens, at);
    const before = tokens[at - 1]?.key ?? '';
    if (ageBefore.has(before) && isCountOfNothing(tokens, at)) return true;
    return aged.has(before) || (ageOf.has(before) && ofPerson(at - 2));
  });
}

/** "tem 13 e ja vive com", "i am 15": nothing is counted after it. */
const ageBefore = keysOf((grammar) => grammar.counting.ageBefore);
const ageAfter = keysOf((grammar) => grammar.counting.ageAfter);
const ageOf = keysOf((grammar) => grammar.counting.ageOf);
const aged = keysOf((grammar) => grammar.counting.aged);

const isCountOfNothing = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.clause !== tokens[at]?.clause || ageAfter.has(tokens[at + 1]?.key ?? '');

/** "ha 3 anos", "2 years ago", "for 5 years" tell a time, not an age. */
const isAgo = (tokens: readonly Token[], at: number): boolean =>
  agoBefore.has(tokens[at - 1]?.key ?? '') || agoAfter.has(tokens[at + 2]?.key ?? '');

const agoBefore = keysOf((grammar) => grammar.counting.agoBefore);
const agoAfter = keysOf((grammar) => grammar.counting.agoAfter);
