// One week of the history, fact by fact: pure, the same at every asking, and never more in memory than one fact.
import { drawRound, mannerOf } from './answers.ts';
import { openDice } from './dice.ts';
import type { Fact, Happening, Matter, ThemeWeek, Word } from './facts.ts';
import { tellingTime } from './hours.ts';
import { tellersOf } from './people.ts';
import { DAY_MS, type Person, type Stage, type StageCouncil, weekBegins } from './stage.ts';
import { foreignTexts, noiseTexts, zeroTexts } from './texts.ts';
import { themes } from './themes/index.ts';

export const familyOf = (week: number): string => `week ${week}`;

/** `week` 0 is the last before init. */
export function* generateWeek(stage: Stage, week: number): Generator<Fact> {
  const begins = weekBegins(stage, week);
  const at = {
    stage: { ...stage, councils: stage.councils.filter(({ createdAt }) => createdAt <= begins) },
    index: week,
    begins,
  };
  for (const theme of themes) {
    const drawn: ThemeWeek = { ...at, dice: openDice(`${theme.name} ${week}`, familyOf(week)) };
    for (const happening of theme.matters?.(drawn) ?? [])
      if (happening.at < stage.until && !isSilent(happening.council, happening.at, drawn))
        yield toMatter(drawn, theme.name, happening);
  }
  yield* words({ ...at, dice: openDice(`words ${week}`) });
}

const isSilent = (council: StageCouncil, at: Date, week: ThemeWeek): boolean =>
  themes.some((theme) => theme.isSilent?.(council, at, week) === true);

function toMatter(week: ThemeWeek, theme: string, happening: Happening): Matter {
  const { stage, dice } = week;
  const { typeCode, council, at, verdict } = happening;
  const post = stage.findPost(typeCode, council.lineage);
  const tellings = tellersOf(week, happening);
  const severity = stage.types.get(typeCode)?.severity ?? 3;
  const about = {
    severity,
    manner: post ? mannerOf(post.id) : 'late',
    voices: tellings.length,
    verdict,
    canBeHandedOver: true,
  } as const;
  const matter: Matter = {
    kind: 'matter',
    theme,
    typeCode,
    council,
    at,
    tellings,
    rounds: [drawRound(dice, about), drawRound(dice, { ...about, canBeHandedOver: false })],
  };
  return isGuarded(stage, typeCode) ? { ...matter, ...drawReferral(week) } : matter;
}

const isGuarded = (stage: Stage, typeCode: string): boolean => stage.types.get(typeCode)?.lane !== 'ordinary';

/** Bodies by their kind, never by the name of a real unit. */
const bodies = [
  'Gabinete de atendimento (demonstração)',
  'Acção Social (demonstração)',
  'Inspecção (demonstração)',
] as const;

function drawReferral({ dice }: ThemeWeek): Pick<Matter, 'referral'> {
  if (!dice.chance(0.7)) return {};
  const accepted = dice.chance(0.8) ? { acceptedAfter: dice.around(30 * 60) } : {};
  return { referral: { after: dice.around(14 * 60), body: dice.pick(bodies), ...accepted } };
}

/** Days on which the weekly words come: the focal point writes four times, the others twice. */
const focalDays = [0, 2, 4, 6] as const;
const memberDays = [1, 4] as const;

function* words(week: ThemeWeek): Iterable<Word> {
  const { stage, dice, begins } = week;
  for (const council of stage.councils)
    for (const { person, day } of turnsOf(council)) {
      const at = tellingTime(dice, new Date(begins.getTime() + day * DAY_MS), 1);
      if (at >= stage.until || !dice.chance(0.93) || isSilent(council, at, week)) continue;
      yield { ...drawWord(week, council), council, person, at };
    }
}

const turnsOf = ({ people }: StageCouncil): { person: Person; day: number }[] =>
  people.flatMap((person, n) => (n === 0 ? focalDays : memberDays).map((day) => ({ person, day })));

const FOREIGN = 0.002;
const NOISE = 0.006;

function drawWord({ dice, index }: ThemeWeek, council: StageCouncil): Pick<Word, 'kind' | 'text'> {
  const drawn = dice.next();
  // What a listener has not heard yet is of the last days; what was heard is told as a matter.
  if (index === 0 && council.language === 'vmw' && drawn < FOREIGN * 5)
    return { kind: 'foreign', text: dice.pick(foreignTexts) };
  if (drawn < NOISE) return { kind: 'noise', text: dice.pick(noiseTexts) };
  return { kind: 'zero', text: dice.pick(zeroTexts) };
}
