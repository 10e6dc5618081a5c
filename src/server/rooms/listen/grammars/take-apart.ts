// Languages that build a verb of parts: what a written word may be once its prefixes are off. `~iba` = the verb said, `^iba` = denied.
import { remember, soundKey } from './compile-terms.ts';
import type { Affixes } from './grammar.ts';
import { listOf } from './words-of.ts';

export const saidMark = '~';
export const deniedMark = '^';

const minBareStem = 3;
const minStem = 2;
const maxWord = 24;

/** All readings of a word; its own spelling stays the first. */
export function takeApart(affixes: Affixes): (key: string) => readonly string[] {
  const list = (terms: string): string[] => listOf(terms).map(soundKey);
  const parts = {
    subjects: list(affixes.subjects),
    tenses: list(affixes.tenses),
    relatives: ['', ...list(affixes.relatives)],
    objects: ['', ...list(affixes.objects)],
    infinitives: list(affixes.infinitives),
    denials: list(affixes.denials),
    deniedTenses: ['', ...list(affixes.deniedTenses)],
  };
  const rests = (words: readonly string[], prefixes: readonly string[]): string[] =>
    words.flatMap((word) =>
      prefixes.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length)),
    );
  return remember((key: string): readonly string[] => {
    if (key.length > maxWord || !/^\p{L}+$/u.test(key)) return [key];
    const subjects = rests([key], parts.subjects);
    const said = rests(rests(rests(subjects, parts.tenses), parts.relatives), parts.objects).filter(
      (stem) => stem.length >= minStem,
    );
    const bare = rests(subjects, parts.objects).filter((stem) => stem.length >= minBareStem);
    const infinite = rests(rests([key], parts.infinitives), parts.objects).filter((stem) => stem.length >= minStem);
    const denied = rests(rests(rests([key], parts.denials), parts.deniedTenses), parts.objects).filter(
      (stem) => stem.length >= minStem,
    );
    return [
      key,
      ...new Set([...said, ...bare, ...infinite, key].map((stem) => saidMark + stem)),
      ...new Set(denied.map((stem) => deniedMark + stem)),
    ];
  });
}
