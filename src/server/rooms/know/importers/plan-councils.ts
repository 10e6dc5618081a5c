// What a list of councils would add: every row a council in one of our districts, or listed with the reason why not. Pure.
import type { AreaName } from '../../../../shared/domain/area.ts';
import { type CouncilStatus, councilStatuses } from '../../../../shared/domain/council.ts';
import { fold, withoutNumber, words } from '../../../../shared/kit/text.ts';
import { countColumns, findColumns } from './find-columns.ts';
import { type Table, textOf } from './find-heading.ts';
import { makeDistrictMatcher } from './match-district.ts';
import { type Epoch, readDay } from './read-day.ts';

export type KnownCouncil = { id: string; name: string; areaId: string; scopeId: string };
export type PlannedCouncil = {
  row: number;
  name: string;
  areaId: string;
  scopeId: string;
  status: CouncilStatus;
  /** As `2026-11-30`; undefined where the list does not say. */
  since: string | undefined;
  foundedOn: string | null;
  meetingPlace: string | null;
  size: number | null;
};
export type CouncilReason =
  | 'name-missing'
  | 'holds-number'
  | 'district-unknown'
  | 'district-ambiguous'
  | 'place-unknown'
  | 'place-ambiguous'
  | 'date-unclear'
  | 'date-future'
  | 'date-old'
  | 'size-wrong'
  | 'status-unknown'
  | 'repeated'
  | 'like-another';
export type CouncilFault = { row: number; reason: CouncilReason; like?: string };
export type CouncilPlan = {
  rows: number;
  councils: readonly PlannedCouncil[];
  known: number;
  faults: readonly CouncilFault[];
};

const headings = [
  ['name', ['nome', 'name', 'conselho', 'council', 'ccs', 'csc']],
  ['district', ['distrito', 'district']],
  ['province', ['provincia', 'province']],
  ['place', ['lugar', 'aldeia', 'bairro', 'povoacao', 'localidade', 'comunidade', 'place', 'village', 'community']],
  ['status', ['estado', 'situacao', 'status']],
  ['since', ['desde', 'data_do_estado', 'since']],
  ['foundedOn', ['acta', 'data_de_fundacao', 'fundacao', 'data_de_criacao', 'founded', 'founded_on']],
  ['meetingPlace', ['local_de_reuniao', 'ponto_de_encontro', 'meeting_place']],
  ['size', ['membros', 'numero_de_membros', 'n_membros', 'total_de_membros', 'members', 'size']],
] as const;
type Field = (typeof headings)[number][0];

/** What people call a status in a list; the words of the screens among them. */
const statusWords: Readonly<Record<CouncilStatus, readonly string[]>> = {
  proposed: ['proposed', 'proposto', 'planeado', 'planned', 'previsto'],
  established: ['established', 'fundado', 'criado', 'estabelecido', 'constituido'],
  active: ['active', 'activo', 'ativo', 'funcional', 'operacional'],
  dormant: ['dormant', 'parado', 'inactivo', 'inativo', 'inactive'],
  suspended: ['suspended', 'suspenso'],
  displaced: ['displaced', 'deslocado'],
  're-activated': ['re activated', 'reactivated', 'reactivado', 'reativado', 'revitalizado'],
  closed: ['closed', 'encerrado', 'fechado', 'extinto'],
};

export type CouncilWorld = {
  areas: readonly AreaName[];
  known: readonly KnownCouncil[];
  now: Date;
  epoch: Epoch;
  zoneHours: number;
};

/** `map` says which column holds what, where its heading does not. Throws `import.column` without name or district. */
export function planCouncils(
  table: Table,
  world: CouncilWorld,
  { map, anyway }: { map: Readonly<Record<string, string>>; anyway: boolean },
): CouncilPlan {
  const columns = findColumns<Field>(table.columns, headings, { map, needed: ['name', 'district'] });
  const readers = { match: makeDistrictMatcher(world.areas), place: makePlaceMatcher(world.areas), world };
  const alike = Map.groupBy(world.known, likenessOf);
  const seen = new Set<string>();
  const councils: PlannedCouncil[] = [];
  const faults: CouncilFault[] = [];
  let same = 0;
  for (const { row, cells } of table.rows) {
    const read = planRow({ row, cell: (field) => cells[columns.get(field) ?? -1] }, readers);
    if ('reason' in read) {
      faults.push({ row, reason: read.reason });
      continue;
    }
    const key = likenessOf(read);
    const others = alike.get(key) ?? [];
    const like = others[0]?.id;
    const place = `${key}|${read.areaId}`;
    if (seen.has(place)) faults.push({ row, reason: 'repeated' });
    else if (others.some((other) => isSame(other, read))) same += 1;
    else if (like !== undefined && !anyway) faults.push({ row, reason: 'like-another', like });
    else councils.push(read);
    seen.add(place);
  }
  return { rows: table.rows.length, councils, known: same, faults };
}

/** By this the headings are found under a title, and on whichever sheet they stand. */
export const countCouncilHeadings = (columns: readonly string[]): number => countColumns(columns, headings);

/** "Conselho Comunitário de Segurança de Nanjua" and "CCS Nanjua" come down to one name. */
const likenessOf = ({ name, scopeId }: { name: string; scopeId: string }): string =>
  `${scopeId}|${words(name)
    .filter((word) => !plain.has(word))
    .join(' ')}`;
type Named = Pick<KnownCouncil, 'name' | 'areaId'>;
const isSame = (one: Named, other: Named): boolean =>
  one.areaId === other.areaId && fold(one.name) === fold(other.name);

const plain = new Set(
  'conselho conselhos comunitario comunitaria comunitarios de da do dos das seguranca ccs csc cpc policiamento council community safety of the aldeia bairro povoado comunidade demonstracao'.split(
    ' ',
  ),
);

type Cells = { row: number; cell: (field: Field) => Table['rows'][number]['cells'][number] | undefined };
type Readers = {
  match: ReturnType<typeof makeDistrictMatcher>;
  place: ReturnType<typeof makePlaceMatcher>;
  world: CouncilWorld;
};

function planRow({ row, cell }: Cells, { match, place, world }: Readers): PlannedCouncil | { reason: CouncilReason } {
  const text = (field: Field): string => textOf(cell(field));
  const name = text('name');
  if (!/\p{L}{2}/u.test(name) || name.length > MOST_NAME) return { reason: 'name-missing' };
  if (![name, text('meetingPlace')].every((said) => withoutNumber.test(said))) return { reason: 'holds-number' };
  const matched = match(text('district'), text('province'));
  if ('reason' in matched) return matched;
  const at = place(text('place'), matched.district);
  if ('reason' in at) return at;
  const size = sizeOf(text('size'));
  const status = statusOf(text('status'));
  const since = dayIn(cell('since'), world);
  const foundedOn = dayIn(cell('foundedOn'), world);
  const fault = [size, status, since, foundedOn].find(isFault);
  if (fault) return fault;
  const meetingPlace = text('meetingPlace').slice(0, MOST_NAME);
  return {
    row,
    name,
    areaId: at.areaId,
    scopeId: matched.district.id,
    status: isFault(status) ? 'active' : status,
    since: isFault(since) ? undefined : since,
    foundedOn: isFault(foundedOn) ? null : (foundedOn ?? null),
    meetingPlace: meetingPlace === '' ? null : meetingPlace,
    size: isFault(size) ? null : size,
  };
}

const MOST_NAME = 120;
const MOST_MEMBERS = 1000;

type Fault = { reason: CouncilReason };
const isFault = (read: unknown): read is Fault => typeof read === 'object' && read !== null && 'reason' in read;

function sizeOf(text: string): number | null | Fault {
  if (text === '') return null;
  const size = Number(text.replace(/\.0+$/, ''));
  return Number.isInteger(size) && size > 0 && size <= MOST_MEMBERS ? size : { reason: 'size-wrong' };
}

/** A list that says nothing is one of councils at work. */
function statusOf(text: string): CouncilStatus | Fault {
  const said = words(text).join(' ');
  if (said === '') return 'active';
  return councilStatuses.find((status) => statusWords[status].includes(said)) ?? { reason: 'status-unknown' };
}

function dayIn(
  cell: Table['rows'][number]['cells'][number] | undefined,
  { now, epoch, zoneHours }: CouncilWorld,
): string | undefined | Fault {
  if (textOf(cell) === '') return undefined;
  const read = readDay(cell, { now, epoch, zoneHours });
  if ('day' in read) return read.day.toISOString().slice(0, 10);
  return { reason: read.fault === 'date-missing' ? 'date-unclear' : read.fault };
}

/** A place of the district by its own or another name; no name is the district itself. */
function makePlaceMatcher(areas: readonly AreaName[]) {
  const byName = new Map<string, Set<string>>();
  for (const { id, name, aliases, localAliases = [], lineage } of areas)
    for (const district of lineage)
      for (const called of [name, ...aliases, ...localAliases]) {
        const key = `${district}|${words(called).join(' ')}`;
        byName.set(key, (byName.get(key) ?? new Set()).add(id));
      }
  return (text: string, district: AreaName): { areaId: string } | Fault => {
    if (text === '') return { areaId: district.id };
    const [only, second] = byName.get(`${district.id}|${words(text).join(' ')}`) ?? [];
    if (only === undefined) return { reason: 'place-unknown' };
    return second === undefined ? { areaId: only } : { reason: 'place-ambiguous' };
  };
}
