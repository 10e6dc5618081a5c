// How a second reader alone reads messages it did not learn from: by that its thresholds are chosen.

import type { Weights } from '../src/server/rooms/listen/grammars/grammar.ts';
import type { PlaceIndex } from '../src/server/rooms/listen/grammars/place-index.ts';
import { compileReader, type Opinion } from '../src/server/rooms/listen/grammars/second-reader.ts';
import { type Example, findIn } from './training-examples.ts';

const thresholds = [0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

type Tried = { examples: readonly Example[]; index: PlaceIndex };

export function tryReader(language: string, weights: Weights, { examples, index }: Tried): void {
  const read = compileReader(weights);
  const judged = examples
    .filter((each) => each.language === language && each.kind === 'report')
    .flatMap((example) => {
      const opinion = read(findIn(example, index));
      return opinion === undefined ? [] : [{ example, opinion }];
    });
  type Judged = (typeof judged)[number];
  const right = judged.filter(({ example, opinion }) => opinion.best.kind === example.type);
  console.log(`${language}: ${judged.length} messages, type right ${percent(right.length, judged.length)}`);
  const line = (name: string, is: (each: Example) => boolean, score: (opinion: Opinion) => number): void => {
    for (const threshold of thresholds) {
      const said = judged.filter(({ opinion }: Judged) => score(opinion) >= threshold);
      const hits = said.filter(({ example }) => is(example)).length;
      const all = judged.filter(({ example }) => is(example)).length;
      console.log(`  ${name} from ${threshold}: recall ${percent(hits, all)}, precision ${percent(hits, said.length)}`);
    }
  };
  line(
    'protection',
    (each) => each.lane === 'protection',
    (opinion) => opinion.mark('protection'),
  );
  line(
    'oversight',
    (each) => each.lane === 'oversight',
    (opinion) => opinion.mark('oversight'),
  );
  line(
    'danger',
    (each) => each.danger === '1',
    (opinion) => opinion.mark('danger'),
  );
}

const percent = (hits: number, of: number): string => (of === 0 ? '-' : `${((100 * hits) / of).toFixed(1)} %`);
