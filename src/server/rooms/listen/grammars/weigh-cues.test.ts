import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dangerCues, protectionCues } from './lane-cues.ts';
import { compiledGrammars, readConcepts, toTokens } from './read-concepts.ts';
import { anyHolds, compileCue, holds } from './weigh-cues.ts';

const terms = compiledGrammars.flatMap(({ grammar }) =>
  Object.values<string>(grammar.concepts).flatMap((list) => list.split(',')),
);
const texts = fc
  .array(fc.constantFrom(...terms), { maxLength: 4 })
  .map((said) => said.join(' ').replace(/[*!~^|.]/g, ''));

test('danger and a restricted lane are heard as if every cue were tried', () => {
  const cues = [...dangerCues, ...protectionCues];
  const isHeard = anyHolds(cues);
  const compiled = cues.map(compileCue);
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readConcepts(toTokens(text), compiledGrammars);
      expect(isHeard(reading)).toBe(compiled.some((cue) => holds(cue, reading)));
    }),
    { numRuns: 300 },
  );
});
