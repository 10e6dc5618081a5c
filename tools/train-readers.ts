// `npm run train`: teaches each language's second reader from its examples, and writes its weights. The same examples make the same weights.
// `npm run train -- --try`: learns from the languages' own examples alone, writes nothing, and shows how the tuning messages would be read.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Weights } from '../src/server/rooms/listen/grammars/grammar.ts';
import { grammars } from '../src/server/rooms/listen/grammars/index.ts';
import { letters, middle, rarityStep, signsOf } from '../src/server/rooms/listen/grammars/second-reader.ts';
import { type Lesson, learn } from './learn-weights.ts';
import { type Example, findIn, readExamples } from './training-examples.ts';
import { tryReader } from './try-reader.ts';
import { readWorld } from './understanding-world.ts';

const root = new URL('../', import.meta.url);
const folder = (language: string): URL => new URL(`src/server/rooms/listen/grammars/${language}/`, root);
/** Tuned on by the lexicons too; nothing that judges is ever learned from. */
const tuning = ['tuning', 'voices-tuning', 'strangers-tuning', 'mixed-tuning', 'oversight'].map(
  (name) => new URL(`test/fixtures/messages/${name}.csv`, root),
);
/** What the weights depend on beside the examples and the language's own words. */
const makers = ['src/server/rooms/listen/grammars/second-reader.ts', 'tools/learn-weights.ts'].map(
  (path) => new URL(path, root),
);

export const taughtLanguages = grammars
  .map(({ language }) => language)
  .filter((language) => existsSync(new URL('examples.csv', folder(language))));

export function digestOf(language: string): string {
  const hash = createHash('sha256');
  for (const file of [new URL('examples.csv', folder(language)), ...tuning, ...makers]) hash.update(readFileSync(file));
  const own = grammars.find((grammar) => grammar.language === language);
  hash.update(JSON.stringify([own?.concepts, own?.negation]));
  return hash.digest('hex').slice(0, 16);
}

const world = readWorld();
const types = world.types.map(({ code }) => code);
const marks = ['protection', 'oversight', 'danger', 'denied'] as const;

function toLesson(example: Example, kinds: readonly string[]): Lesson {
  const isReport = example.kind === 'report';
  return {
    signs: [...signsOf(findIn(example, world.places))],
    kind: kinds.indexOf(isReport ? example.type : example.kind),
    marks: [
      isReport && example.lane === 'protection',
      isReport && example.lane === 'oversight',
      isReport && example.danger === '1',
      example.negated === '1',
    ],
  };
}

export function teach(language: string, examples: readonly Example[]): Weights {
  const kinds = [...types, 'zero', 'noise', 'unclear'];
  const learned = learn(
    examples.filter((each) => each.language === language).map((each) => toLesson(each, kinds)),
    { kinds: kinds.length, marks: marks.length },
  );
  const most = learned.signs.reduce((high, { weights }) => Math.max(high, ...weights.map(Math.abs)), 0);
  const step = Number((most / middle).toPrecision(3));
  const toSteps = (weight: number): number => Math.max(-middle, Math.min(middle, Math.round(weight / step)));
  return {
    learnedFrom: digestOf(language),
    kinds,
    marks,
    step,
    bias: learned.bias.map((weight) => Math.round(weight / step)),
    signs: learned.signs.flatMap(({ sign, rarity, weights }) => {
      const pairs = weights.flatMap((weight, label) => {
        const steps = toSteps(weight);
        return Math.abs(steps) < (label < kinds.length ? leastSteps : 1)
          ? []
          : [`${letters[label]}${letters[middle + steps]}`];
      });
      return pairs.length === 0 ? [] : [`${sign} ${letters[Math.round(rarity / rarityStep)]}${pairs.join('')}`];
    }),
  };
}

/** Weights of kinds below this say next to nothing and would make the file three times as long; together those of a mark say much. */
const leastSteps = 4;

if (import.meta.main) {
  const tuned = tuning.flatMap(readExamples);
  for (const language of taughtLanguages) {
    const own = readExamples(new URL('examples.csv', folder(language)));
    if (process.argv.includes('--try'))
      tryReader(language, teach(language, own), { examples: tuned, index: world.places });
    else {
      const weights = teach(language, [...own, ...tuned]);
      const text = `${JSON.stringify(weights, undefined, 2)}\n`;
      writeFileSync(new URL('weights.json', folder(language)), text);
      console.log(`${language}: ${weights.signs.length} signs, ${Math.round(text.length / 1000)} kB`);
    }
  }
}
