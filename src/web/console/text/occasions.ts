// When a text is said: the catalogue in the order in which it happens to somebody. Of two beginnings the longer one decides.

const beginnings = {
  received: ['receipt'],
  unclear: ['ask.', 'ask.clearer'],
  answer: ['answer.', 'explain-again'],
  again: ['answer.again.'],
  judged: ['ask.clear', 'ask.solved', 'thanks', 'reopened'],
  wishes: ['opted-', 'quiet', 'hours', 'withdrawn'],
  code: ['code', 'number.'],
  call: ['call.'],
  menu: ['menu.'],
  menuTell: ['menu.tell.', 'menu.what.', 'menu.when.', 'menu.end'],
  menuFollow: ['menu.follow.'],
  post: ['post.'],
  duty: ['duty.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Occasion = keyof typeof beginnings;

const isOccasion = (name: string): name is Occasion => Object.hasOwn(beginnings, name);

/** In the order in which they stand on the screen. */
export const occasions: readonly Occasion[] = Object.keys(beginnings).filter(isOccasion);

/** Undefined: a text that nobody has put anywhere yet. */
export function occasionOf(key: string): Occasion | undefined {
  const length = (occasion: Occasion): number =>
    Math.max(0, ...beginnings[occasion].filter((begin) => key.startsWith(begin)).map((begin) => begin.length));
  const [best] = occasions.toSorted((a, b) => length(b) - length(a));
  return best !== undefined && length(best) > 0 ? best : undefined;
}
