// The index by which a text is read in one pass says what trying every term at every word says.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileTerms, findTerms, type Hit, type Token } from './compile-terms.ts';
import { toTokens } from './read-concepts.ts';

/** Ends of a term that begins at this word, tried by the definition of `Terms`. */
function endOf(tokens: readonly Token[], at: number, parts: readonly string[]): number | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return at;
  if (part === '..') return [0, 1, 2, 3].map((skip) => endOf(tokens, at + skip, rest)).find((end) => end !== undefined);
  const key = tokens[at]?.key;
  if (key === undefined) return undefined;
  const spelt = part.split('|').some((word) => (word.endsWith('*') ? key.startsWith(word.slice(0, -1)) : key === word));
  return spelt ? endOf(tokens, at + 1, rest) : undefined;
}

function tryEvery(groups: readonly (readonly [number, string])[], tokens: readonly Token[]): Hit[] {
  const all = groups.flatMap(([id, terms]) =>
    terms.split(', ').flatMap((term) =>
      tokens.flatMap((_, from) => {
        const end = endOf(tokens, from, term.replace('!', '').split(' '));
        return end === undefined ? [] : [{ id, from, to: end - 1, exclusive: term.startsWith('!') }];
      }),
    ),
  );
  const own = all.filter(({ exclusive }) => exclusive);
  return all
    .filter((hit) => hit.exclusive || !own.some((mask) => mask.from <= hit.to && hit.from <= mask.to))
    .map(({ id, from, to }) => ({ id, from, to }));
}

const word = fc.constantFrom('ba', 'bada', 'bado', 'dado', 'do', 'gado', 'ga', '12', '841');
const spelling = fc.oneof(word, fc.constantFrom('ba*', 'ga*', 'bad*', 'dado|gado', 'do|ba*'));
const term = fc
  .tuple(fc.constantFrom('', '', '!'), spelling, fc.array(fc.oneof(spelling, fc.constant('..')), { maxLength: 3 }))
  .map(([mark, first, rest]) => `${mark}${[first, ...rest].join(' ')}`)
  .filter((one) => !one.endsWith('..'));
const grammar = fc.array(fc.array(term, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
const byPlace = (hits: readonly Hit[]): string[] => hits.map(({ id, from, to }) => `${from}-${to} ${id}`).sort();

test('every term that stands in a text is found, and nothing else', () =>
  fc.assert(
    fc.property(grammar, fc.array(word, { maxLength: 9 }), (lists, words) => {
      const groups = lists.map((terms, id) => [id, terms.join(', ')] as const);
      const tokens = toTokens(words.join(' '));
      const table = compileTerms(groups);
      const begun = tokens.map(({ key }, from) => ({ from, starts: table.startsAt(key) }));
      expect(new Set(byPlace(findTerms(tokens, begun)))).toEqual(new Set(byPlace(tryEvery(groups, tokens))));
    }),
    { numRuns: 500 },
  ));

test('a word said to belong to one term is taken from every other', () => {
  const table = compileTerms([
    [0, '!mina de ouro'],
    [1, 'mina'],
  ]);
  const find = (text: string): number[] => {
    const tokens = toTokens(text);
    return findTerms(
      tokens,
      tokens.map(({ key }, from) => ({ from, starts: table.startsAt(key) })),
    ).map(({ id }) => id);
  };
  expect([find('mina de ouro'), find('uma mina na estrada')]).toEqual([[0], [1]]);
});
