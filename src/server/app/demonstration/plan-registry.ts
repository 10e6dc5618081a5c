// What the registry says of an invented council: where it meets, how many, by which act, and how it became what it is.
import type { CouncilReason, CouncilStatus } from '../../../shared/domain/council.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { KnowWorld } from '../../rooms/know/index.ts';
import { type Dice, openDice } from './history/dice.ts';
import { DAY_MS } from './history/stage.ts';

type Planned = {
  id: string;
  areaId: string;
  language: Language;
  status: CouncilStatus;
  createdAt: Date;
  now: Date;
};
type Known = Pick<
  KnowWorld['councils'][number],
  'meetingPlace' | 'languages' | 'size' | 'foundedOn' | 'confirmedOn' | 'conductOn'
>;
type Past = KnowWorld['statuses'];

/** 6,800 people sat in 170 councils (product.md N1): forty each, and hardly two alike. */
const USUAL_SIZE = 40;
/** A hundred more for over 3,000 people (product.md N1). */
const PLANNED_SIZE = 31;
const meetingPlaces = [
  'Escola primária',
  'Debaixo do cajueiro',
  'Sede do bairro',
  'Casa do líder',
  'Mercado',
  'Igreja',
];

export function planRegistry(council: Planned): { known: Known; past: Past } {
  const dice = openDice(`registry ${council.id}`);
  return { known: knownOf(dice, council), past: pastOf(dice, council) };
}

function knownOf(dice: Dice, { status, language, createdAt }: Planned): Known {
  const languages = [...new Set([language, 'pt' as const])];
  if (status === 'proposed') return { ...unknown, languages, size: sizeNear(dice, PLANNED_SIZE) };
  const founded = daysBefore(createdAt, 14);
  return {
    meetingPlace: meetingPlaces[dice.below(meetingPlaces.length)] ?? null,
    languages,
    size: sizeNear(dice, USUAL_SIZE),
    foundedOn: dayOf(founded),
    confirmedOn: dayOf(daysBefore(founded, 1 + dice.below(20))),
    // Some have not agreed to the code of conduct yet: that is what the registry is for.
    conductOn: dice.chance(0.9) ? dayOf(founded) : null,
  };
}

/** In the order in which those of a council at work are said: many rows go in one statement. */
const unknown = {
  meetingPlace: null,
  languages: [],
  size: null,
  foundedOn: null,
  confirmedOn: null,
  conductOn: null,
};
const sizeNear = (dice: Dice, usual: number): number => Math.min(120, Math.max(10, Math.round(dice.around(usual))));

type Step = [status: CouncilStatus, since: Date, reason: CouncilReason | null];

function pastOf(dice: Dice, council: Planned): Past {
  return stepsOf(dice, council).map(([status, since, reason], n) => ({
    id: `cs_${council.id.slice(3)}-${n}`,
    councilId: council.id,
    areaId: council.areaId,
    status,
    since: dayOf(since),
    reason,
    saidAt: since,
    saidBy: null,
  }));
}

function stepsOf(dice: Dice, { status, createdAt, now }: Planned): Step[] {
  if (status === 'proposed') return [['proposed', daysBefore(now, 20 + dice.below(200)), null]];
  const begun: Step[] = [
    ['proposed', daysBefore(createdAt, 60), null],
    ['established', daysBefore(createdAt, 14), 'act-signed'],
    ['active', createdAt, 'meets'],
  ];
  const age = (now.getTime() - createdAt.getTime()) / DAY_MS;
  const later = (share: number): Date => daysBefore(now, age * share);
  if (status === 'dormant') return [...begun, ['dormant', later(0.3), 'no-meetings']];
  if (status === 'displaced') return [...begun, ['displaced', later(0.4), 'with-its-people']];
  if (status === 're-activated')
    return [...begun, ['dormant', later(0.6), 'insecurity'], ['re-activated', later(0.2), 'returned']];
  return begun;
}

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - Math.round(days) * DAY_MS);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
