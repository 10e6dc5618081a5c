// The full demonstration's councils, who speaks for them, and its posts: shares by people, more where the programme began.
import type { AreaName } from '../../../shared/domain/area.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { KnowWorld } from '../../rooms/know/index.ts';
import type { PastContact } from '../../rooms/protect/index.ts';
import { type Dice, openDice } from './history/dice.ts';
import { DAY_MS, PEOPLE, type Person, type StageCouncil, WEEKS } from './history/stage.ts';
import { inventNames } from './invented-names.ts';
import { councilId, handsetNumber, MARK, placeId, places } from './places.ts';
import { planRegistry } from './plan-registry.ts';
import { policePostAnswers } from './posts.ts';

const COUNCILS = 250;
const PLANNED = 100;
/** Of those there are today, when the history begins (product.md N1: 170 in 2023). */
const FOUNDED = 170;
const FIRST_NUMBER = 1000;
/** Villages with fewer people: who told could be guessed. */
const SMALL = 1000;
const origin = 'demonstration' as const;

export type World = KnowWorld & { contacts: readonly PastContact[]; cast: readonly StageCouncil[] };
type District = Pick<AreaName, 'id' | 'name' | 'lineage'>;
export type Planning = { now: Date; scale: number; districts: readonly AreaName[] };

export function planWorld({ now, scale, districts }: Planning): World {
  const dice = openDice('world');
  const total = COUNCILS * scale;
  const names = inventNames((COUNCILS + PLANNED) * scale);
  const at: District[] = districts.filter(({ kind }) => kind === 'district');
  const world: Building = {
    places: [],
    councils: [],
    statuses: [],
    members: [],
    posts: [],
    responsibilities: [],
    contacts: [],
    cast: [],
  };
  const shares = shareOut(at, total + PLANNED * scale);
  const known = places.map(({ key, districtId }) => ({ key, districtId, isNew: false }));
  const made = shares.slice(known.length).map((district, n) => ({
    key: keyOf(names[n % names.length] ?? '', n, names.length),
    districtId: district.id,
    isNew: true,
  }));
  const lineages = new Map(at.map(({ id, lineage }) => [id, lineage]));
  for (const [index, place] of [...known, ...made].entries())
    addPlace(world, dice, {
      ...place,
      lineage: lineages.get(place.districtId) ?? [],
      index,
      now,
      isPlanned: index >= total,
      createdAt: foundedAt(now, index, total),
    });
  for (const district of at) addDistrictPosts(world, district, now);
  return world;
}

type Building = { -readonly [T in keyof World]: World[T][number][] };

const keyOf = (name: string, n: number, length: number): string =>
  `${name.toLowerCase()}${n < length ? '' : `-${Math.floor(n / length) + 1}`}`;

/** Two in three of the first ones stood before the history begins; the others came month by month. */
function foundedAt(now: Date, index: number, total: number): Date {
  const founded = (FOUNDED / COUNCILS) * total;
  const weeksAgo = index < founded ? WEEKS + 1 + (index % 60) : WEEKS * (1 - (index - founded) / (total - founded));
  return new Date(now.getTime() - Math.max(2, weeksAgo) * 7 * DAY_MS);
}

/** Cabo Delgado half, Nampula three tenths, Niassa the rest; every district has its own. */
function shareOut(districts: readonly District[], total: number): District[] {
  const weight = (id: string): number => {
    if (id.endsWith('cabo-delgado')) return 30;
    return id.endsWith('nampula') ? 13 : 12;
  };
  const dice = openDice('shares');
  const each = districts.flatMap((district) =>
    Array.from({ length: weight(district.lineage[1] ?? '') }, () => district),
  );
  const drawn = Array.from({ length: Math.max(0, total - districts.length) }, () => each[dice.below(each.length)]);
  return [...districts, ...drawn.filter((district) => district !== undefined)];
}

type Place = {
  key: string;
  districtId: string;
  lineage: readonly string[];
  isNew: boolean;
  index: number;
  now: Date;
  isPlanned: boolean;
  createdAt: Date;
};

function addPlace(world: Building, dice: Dice, place: Place): void {
  const { key, districtId, index, isPlanned, createdAt, now } = place;
  const drawn = drawPlace(dice, place);
  const { name, kind, population, language } = drawn;
  const areaId = placeId(key);
  if (place.isNew) addCouncil(world, dice, { ...place, ...drawn });
  if (isPlanned) return;
  const people = addPeople(world, dice, { councilKey: key, index, language, createdAt });
  if (place.isNew && dice.chance(0.42)) addPolicePost(world, { key, name, districtId, now });
  const lineage = [...place.lineage, areaId];
  const small = kind === 'village' && population < SMALL;
  const council = { id: councilId(key), index, areaId, placeName: name, districtId, lineage, language };
  world.cast.push({ ...council, small, createdAt, people });
}

type Drawn = { name: string; kind: 'bairro' | 'village'; population: number; language: Language };

/** The ten places of the handsets are as they always were. */
function drawPlace(dice: Dice, { key, districtId }: Place): Drawn {
  const isCity = districtId.includes('cidade-de') || dice.chance(0.2);
  const population = Math.round(dice.around(isCity ? 3600 : 1700));
  const language = languageOf(dice, districtId);
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return places.find((one) => one.key === key) ?? { name, kind: isCity ? 'bairro' : 'village', population, language };
}

function addCouncil(world: Building, dice: Dice, place: Place & Drawn): void {
  const { key, districtId, name, kind, population, language, isPlanned, now, createdAt } = place;
  const areaId = placeId(key);
  const title = `${kind === 'bairro' ? 'Bairro' : 'Aldeia'} ${name}`;
  const area = { id: areaId, parentId: districtId, kind, name: `${title} ${MARK}`, aliases: [title, name] } as const;
  world.places.push({ ...area, population, origin });
  const status = isPlanned ? ('proposed' as const) : statusOf(dice, districtId);
  const council = { id: councilId(key), areaId, language, status, createdAt: isPlanned ? now : createdAt };
  const { known, past } = planRegistry({ ...council, now });
  world.councils.push({ ...council, ...known, name: `Conselho de ${name} ${MARK}`, scopeId: districtId, origin });
  world.statuses.push(...past);
}

/** Councils whose people had to leave are kept as such: their members tell on from where they are. */
function statusOf(dice: Dice, districtId: string): 'active' | 'displaced' | 'dormant' | 're-activated' {
  const drawn = dice.next();
  const struck = /macomia|quissanga|meluco|muidumbe|mocimboa/.test(districtId);
  if (struck && drawn < 0.18) return 'displaced';
  if (struck && drawn < 0.3) return 're-activated';
  return drawn > 0.96 ? 'dormant' : 'active';
}

function languageOf(dice: Dice, districtId: string): Language {
  if (/mueda|muidumbe|nangade/.test(districtId)) return dice.chance(0.6) ? 'kde' : 'pt';
  if (/palma|ibo|quissanga|mocimboa/.test(districtId)) return dice.chance(0.5) ? 'wmw' : 'pt';
  return dice.chance(0.45) ? 'vmw' : 'pt';
}

type People = { councilKey: string; index: number; language: Language; createdAt: Date };
const functions = ['focal-point', 'chair', 'secretary', 'member'] as const;

function addPeople(world: Building, dice: Dice, { councilKey, index, language, createdAt }: People): Person[] {
  return Array.from({ length: PEOPLE }, (_, n) => {
    const id = dice.id('contact');
    const number = personNumber(index, n);
    world.contacts.push({ id, number, kind: 'member', language, createdAt, isReachable: true });
    const member = { contactId: id, councilId: councilId(councilKey), function: functions[n] ?? 'member' } as const;
    world.members.push({ ...member, validFrom: createdAt, validTo: null });
    return { contactId: id, number, kind: 'member' as const, language };
  });
}

/** `index` is the place of the council in the plan. */
const personNumber = (index: number, n: number): string => handsetNumber(FIRST_NUMBER + index * PEOPLE + n);

type PolicePost = { key: string; name: string; districtId: string; now: Date };

function addPolicePost(world: Building, { key, name, districtId, now }: PolicePost): void {
  const id = `po_demo-police-${key}`;
  const superiorId = `po_demo-${districtId.replace(/^ar_mz-/, '')}`;
  const post = { id, service: 'police' as const, name: `Posto Policial de ${name} ${MARK}`, areaId: placeId(key) };
  addPost(world, { ...post, scopeId: districtId, superiorId, now });
  const { classes = [], types = [] } = policePostAnswers;
  const row = (end: string) => ({
    id: `rs_${id.slice(3)}-${end.toLowerCase()}`,
    postId: id,
    areaId: placeId(key),
    validFrom: since(now),
  });
  for (const code of classes) world.responsibilities.push({ ...row(code), typeCode: null, classCode: code });
  for (const code of types) world.responsibilities.push({ ...row(code), typeCode: code, classCode: null });
}

/** Can be handed over to; answer for nothing first. */
const services = [
  { service: 'health', title: 'Centro de Saúde' },
  { service: 'water', title: 'Serviço de Água' },
  { service: 'administration', title: 'Administração' },
] as const;

function addDistrictPosts(world: Building, { id: districtId, name: district }: District, now: Date): void {
  const short = districtId.replace(/^ar_mz-/, '');
  for (const { service, title } of services) {
    const id = `po_demo-${service}-of-${short}`;
    const name = `${title}, ${district} ${MARK}`;
    addPost(world, { id, service, name, areaId: districtId, scopeId: districtId, superiorId: null, now });
  }
}

type NewPost = Pick<KnowWorld['posts'][number], 'id' | 'service' | 'name' | 'areaId' | 'scopeId'> & {
  superiorId: string | null;
  now: Date;
};

function addPost(world: Building, { now, ...post }: NewPost): void {
  world.posts.push({ ...post, contactId: null, active: true, validFrom: since(now), validTo: null, origin });
}

const since = (now: Date): Date => new Date(now.getTime() - (WEEKS + 4) * 7 * DAY_MS);
