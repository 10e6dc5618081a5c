// Who tells: members of the council mostly, a neighbour sometimes; how soon after another, and in whose words.
import { handsetNumber } from '../places.ts';
import type { Dice } from './dice.ts';
import type { Happening, Telling, ThemeWeek } from './facts.ts';
import type { Person } from './stage.ts';
import { textFor } from './texts.ts';

/** Numbers of passers-by begin here; below are the registered people of the councils. */
const OUTSIDERS_FROM = 200_000;
const OUTSIDERS = 9_700_000;

export function tellersOf({ dice }: ThemeWeek, happening: Happening): [Telling, ...Telling[]] {
  const { council, voices = 1, outsider = false } = happening;
  const start = dice.below(Math.max(1, council.people.length));
  const personAt = (voice: number): Person => {
    const member = council.people[(start + voice) % council.people.length];
    // One who has spoken already does not count twice: the further voices are neighbours.
    return member && !outsider && voice < council.people.length ? member : newcomer(dice);
  };
  const tell = (voice: number, after: number): Telling => {
    const person = personAt(voice);
    const vmw = person.kind === 'member' && person.language === 'vmw' && dice.chance(0.12);
    const by = vmw ? ('listener' as const) : dice.pick(['keyword', 'keyword', 'keyword', 'free-text']);
    return {
      person,
      after,
      text: textFor(dice, happening.typeCode, council.placeName),
      by,
      language: vmw ? 'vmw' : 'pt',
    };
  };
  const more = Array.from({ length: voices - 1 }, (_, n) => tell(n + 1, dice.around(90 * (n + 1), 0.8)));
  return [tell(0, 0), ...more];
}

const newcomer = (dice: Dice): Person => ({
  contactId: dice.id('contact'),
  number: handsetNumber(OUTSIDERS_FROM + dice.below(OUTSIDERS)),
  kind: 'person',
  language: 'pt',
});
