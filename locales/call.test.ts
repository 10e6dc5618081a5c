// What is said on the telephone before it is certain who answered: like an SMS, it means nothing to a stranger.
import { expect, test } from 'vitest';
import { forbiddenIn } from '../test/forbidden-words.ts';
import en from './call.en.json' with { type: 'json' };
import pt from './call.pt.json' with { type: 'json' };

test.each([
  ['pt', pt],
  ['en', en],
])('a stranger who answers learns nothing (%s)', (_language, { open, alone, check, later, wrong }) => {
  expect([open, alone, check, later, wrong].flatMap(forbiddenIn)).toEqual([]);
});
