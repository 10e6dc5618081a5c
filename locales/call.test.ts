// What is said on the telephone before it is certain who answered: like an SMS, it means nothing to a stranger.
import { expect, test } from 'vitest';
import { forbiddenIn } from '../test/forbidden-words.ts';
import en from './call.en.json' with { type: 'json' };
import pt from './call.pt.json' with { type: 'json' };

// decisions.md 8: no name goes anywhere from here, so she is told how to say it under her own.
test.each([pt, en])(
  'she is told where she can complain herself, that help costs nothing, and to think of her safety first',
  (said) => {
    expect(said.formal).toMatch(/Procuradoria da República/);
    expect(said.formal).toMatch(/IPAJ/);
    expect(said.formal).toMatch(/seguro|safe/);
  },
);

test.each([
  ['pt', pt],
  ['en', en],
])('a stranger who answers learns nothing (%s)', (_language, { open, alone, check, later, wrong }) => {
  expect([open, alone, check, later, wrong].flatMap(forbiddenIn)).toEqual([]);
});
