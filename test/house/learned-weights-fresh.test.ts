// A reader that learned from other examples than those beside it would be judged by nobody.
import { expect, it } from 'vitest';
import type { Grammar } from '../../src/server/rooms/listen/grammars/grammar.ts';
import { grammars } from '../../src/server/rooms/listen/grammars/index.ts';
import { digestOf, taughtLanguages } from '../../tools/train-readers.ts';

const all: readonly Grammar[] = grammars;

it.each(taughtLanguages)(
  'what was learned in %s was learned from the examples as they are: `npm run train`',
  (language) => {
    const learned = all.find((each) => each.language === language)?.learned;
    expect(learned?.learnedFrom).toBe(digestOf(language));
  },
);
