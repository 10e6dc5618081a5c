// Attacks come in clusters, and a cluster travels: one district, then the next; people flee before it and arrive behind it.
import { openDice } from '../dice.ts';
import type { Happening, Theme, ThemeWeek } from '../facts.ts';
import { tellingTime } from '../hours.ts';
import { DAY_MS, type Stage, type StageCouncil, WEEKS } from '../stage.ts';

/** Ways along which one district follows another on the map. */
const ways: readonly [readonly string[], ...(readonly string[])[]] = [
  ['ar_mz-cd-palma', 'ar_mz-cd-mocimboa-da-praia', 'ar_mz-cd-macomia', 'ar_mz-cd-quissanga', 'ar_mz-cd-metuge'],
  ['ar_mz-cd-nangade', 'ar_mz-cd-mueda', 'ar_mz-cd-muidumbe', 'ar_mz-cd-meluco', 'ar_mz-cd-ancuabe'],
  ['ar_mz-cd-macomia', 'ar_mz-cd-meluco', 'ar_mz-cd-montepuez', 'ar_mz-cd-balama', 'ar_mz-cd-namuno'],
  ['ar_mz-cd-quissanga', 'ar_mz-cd-ancuabe', 'ar_mz-cd-chiure', 'ar_mz-na-erati', 'ar_mz-na-memba'],
];
/** Where people go. */
const havens = [
  'ar_mz-cd-cidade-de-pemba',
  'ar_mz-cd-metuge',
  'ar_mz-cd-chiure',
  'ar_mz-cd-montepuez',
  'ar_mz-na-erati',
] as const;

const CLUSTERS = 13;
const STEP_DAYS = 6;
type Cluster = { begins: number; way: readonly string[] };

/** When and where; days before init. The same for every week that asks. */
export function clustersOf(): readonly Cluster[] {
  const dice = openDice('attacks');
  return Array.from({ length: CLUSTERS }, (_, n) => ({
    begins: Math.floor(((n + dice.next()) * WEEKS * 7) / CLUSTERS),
    way: dice.pick(ways).slice(dice.below(2)),
  }));
}

/** The districts that a cluster is in during a week, with the days before init on which it is there. */
export function struckIn(index: number): readonly { districtId: string; day: number }[] {
  return clustersOf().flatMap(({ begins, way }) =>
    way
      .map((districtId, step) => ({ districtId, day: begins - step * STEP_DAYS }))
      .filter(({ day }) => day >= index * 7 && day < (index + 1) * 7),
  );
}

export const attacks: Theme = {
  name: 'attacks',
  *matters(week) {
    for (const struck of struckIn(week.index)) {
      yield* strike(week, struck);
      yield* arrivals(week);
    }
    yield* rest(week);
  },
};

/** What a struck village tells of, within how many hours, in how many voices at most. */
const blows = [
  { typeCode: 'A02', chance: 1, hours: 20, voices: 3 },
  { typeCode: 'A01', chance: 0.5, hours: 40, voices: 5 },
  { typeCode: 'A06', chance: 0.35, hours: 48, voices: 3 },
  { typeCode: 'A08', chance: 0.25, hours: 72, voices: 1 },
  { typeCode: 'A04', chance: 0.15, hours: 72, voices: 1 },
  { typeCode: 'G02', chance: 0.5, hours: 60, voices: 2 },
  { typeCode: 'A07', chance: 0.08, hours: 96, voices: 1 },
] as const;

function* strike(week: ThemeWeek, { districtId, day }: { districtId: string; day: number }): Iterable<Happening> {
  const { stage, dice } = week;
  const councils = stage.byDistrict.get(districtId) ?? [];
  const dayAt = stage.until.getTime() - (day + 1) * DAY_MS;
  const within = (hours: number): Date =>
    new Date(Math.min(dayAt + dice.below(hours * 3_600_000), stage.until.getTime()));
  for (const council of shareOf(councils, 0.5, week)) {
    for (const { typeCode, chance, hours, voices } of blows)
      if (dice.chance(chance)) yield { typeCode, council, at: within(hours), voices: 1 + dice.below(voices) };
  }
}

function* arrivals(week: ThemeWeek): Iterable<Happening> {
  const { stage, dice, begins } = week;
  for (const haven of havens)
    for (const council of shareOf(stage.byDistrict.get(haven) ?? [], 0.35, week)) {
      const at = tellingTime(dice, begins, 7);
      yield { typeCode: 'G01', council, at, voices: 1 + dice.below(2) };
      if (dice.chance(0.12)) yield { typeCode: 'E03', council, at };
    }
}

/** Between the clusters: a few strangers, a few sightings, people going home. */
function* rest({ stage, dice, begins, index }: ThemeWeek): Iterable<Happening> {
  for (const council of stage.councils.filter(inCaboDelgado)) {
    const at = tellingTime(dice, begins, 7);
    if (dice.chance(0.02)) yield { typeCode: 'A03', council, at };
    if (dice.chance(0.003)) yield { typeCode: 'A05', council, at };
    if (dice.chance(0.012) && index % 4 === 0) yield { typeCode: 'G03', council, at };
  }
}

const inCaboDelgado = ({ districtId }: StageCouncil): boolean => districtId.startsWith('ar_mz-cd-');
const shareOf = (
  councils: readonly StageCouncil[],
  share: number,
  { dice }: { stage: Stage; dice: ThemeWeek['dice'] },
) => councils.filter(() => dice.chance(share));
