// Whether texts are alike but for a word, a number or their order. In memory only: of words nothing stays, and nothing is written.
import { isBareReply, plainWords } from './flows/read-answer.ts';

export type Likeness = {
  /** A name for those that this text is like, itself included; undefined for an answer of one word or none. */
  nameOf(text: string): string | undefined;
};

type Leader = { name: string; words: ReadonlySet<string> };

/** Of all different words of two texts, so many are in both: "Roubo mota em Nantalika" and "Roubo gado em Nantalika" are two tellings. */
const ALIKE = 0.6;
const MOST_LEADERS = 128;
const MOST_WORDS = 40;

export function openLikeness(): Likeness {
  let leaders: Leader[] = [];
  let named = 0;
  return {
    nameOf: (text) => {
      if (isBareReply(text)) return undefined;
      const words = wordsOf(text);
      if (words.size === 0) return undefined;
      const at = leaders.findIndex((leader) => areAlike(leader.words, words));
      const found = leaders[at];
      // The one that was met last stands first: a flood is found at once, and what nobody repeats falls off the end.
      if (at > 0) leaders.splice(at, 1);
      if (at === 0 && found) return found.name;
      if (!found) named += 1;
      const leader = found ?? { name: String(named), words };
      leaders = [leader, ...leaders.slice(0, MOST_LEADERS - 1)];
      return leader.name;
    },
  };
}

/** Numbers and short words do not count: they are what a machine varies, and what all tellings share. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = plainWords(text)
    .split(' ')
    .filter((word) => word.length > 2 && !/\d/.test(word));
  return new Set(words.slice(0, MOST_WORDS));
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size < ALIKE * many.size) return false;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared >= ALIKE * (few.size + many.size - shared);
}
