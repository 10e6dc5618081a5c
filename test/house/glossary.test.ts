// A word is one idea: whoever meets a type of the domain finds it in the glossary.
import { expect, test } from 'vitest';
import { listFiles, read } from './tree.ts';

/** Shapes of the code, not words of the field. */
const technical = ['MapWeeks', 'QueueWaits', 'Reaches'];

const exported = listFiles('src/shared/domain')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => [...read(path).matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name = '']) => name));

test('every type of the domain is in the glossary, or is said to be technical', () => {
  const glossary = read('GLOSSARY.md');
  const missing = exported.filter((name) => !technical.includes(name) && !glossary.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('the technical ones exist, and are few', () => {
  expect(technical.filter((name) => !exported.includes(name))).toEqual([]);
  expect(technical.length * 10).toBeLessThan(exported.length);
});
