// What a list of councils would add: every row a council in one of our districts, or listed with the reason why not. Pure.
import type { AreaName } from '../../../../shared/domain/area.ts';
import { type CouncilStatus, councilStatuses } from '../../../../shared/domain/council.ts';
import { problem } from '../../../../shared/kit/problem.ts';
import { fold, words } from '../../../../shared/kit/text.ts';
import { type Table, textOf } from './find-heading.ts';
import { makeDistrictMatcher } from './match-district.ts';
import { type Epoch, readDay } from './read-day.ts';

/** A council that there is already: by its district and what its name comes down to. */
export type KnownCouncil = { id: string; name: string; scopeId: string };
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

const fields = {
  name: ['nome', 'name', 'conselho', 'council', 'ccs', 'csc'],
  district: ['distrito', 'district'],
  province: ['provincia', 'province'],
  place: ['lugar', 'aldeia', 'bairro', 'povoacao', 'localidade', 'comunidade', 'place', 'village', 'community'],
  status: ['estado', 'situacao', 'status'],
  since: ['desde', 'data_do_estado', 'since'],
  foundedOn: ['acta', 'data_de_fundacao', 'fundacao', 'data_de_criacao', 'founded', 'founded_on'],
  meetingPlace: ['local_de_reuniao', 'ponto_de_encontro', 'meeting_place'],
  size: ['membros', 'numero_de_membros', 'n_membros', 'total_de_membros', 'members', 'size'],
} as const;
type Field = keyof typeof fields;
type Row = Readonly<Partial<Record<Field, number>>>;

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
  const columns = findColumns(table.columns, map);
  const readers = { match: makeDistrictMatcher(world.areas), place: makePlaceMatcher(world.areas), world };
  const known = new Map(world.known.map((council) => [keyOf(council), council]));
  const seen = new Set<string>();
  const councils: PlannedCouncil[] = [];
  const faults: CouncilFault[] = [];
  let same = 0;
  for (const { row, cells } of table.rows) {
    const read = planRow({ row, cell: (field) => cells[columns[field] ?? -1] }, readers);
    if ('reason' in read) {
      faults.push({ row, reason: read.reason });
      continue;
    }
    const key = keyOf(read);
    const other = known.get(key);
    if (seen.has(key)) faults.push({ row, reason: 'repeated' });
    else if (other && fold(other.name) === fold(read.name)) same += 1;
    else if (other && !anyway) faults.push({ row, reason: 'like-another', like: other.id });
    else councils.push(read);
    seen.add(key);
  }
  return { rows: table.rows.length, councils, known: same, faults };
}

function findColumns(columns: readonly string[], map: Readonly<Record<string, string>>): Row {
  const keys = columns.map((column) =>
    fold(column)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, ''),
  );
  const found: Partial<Record<Field, number>> = {};
  for (const field of fieldNames) {
    const said = map[field];
    const names: readonly string[] = fields[field];
    const at = said === undefined ? keys.findIndex((key) => names.includes(key)) : columns.indexOf(said);
    if (said !== undefined && at < 0) throw problem('import.column', { field });
    if (at >= 0) found[field] = at;
  }
  for (const field of ['name', 'district'] as const)
    if (found[field] === undefined) throw problem('import.column', { field });
  return found;
}

const fieldNames = [
  'name',
  'district',
  'province',
  'place',
  'status',
  'since',
  'foundedOn',
  'meetingPlace',
  'size',
] as const satisfies readonly Field[];

/** By this the headings are found under a title, and on whichever sheet they stand. */
export const countCouncilHeadings = (columns: readonly string[]): number =>
  columns.filter((column) => {
    const key = fold(column).replace(/[^a-z0-9]+/g, '_');
    return Object.values(fields).some((names: readonly string[]) => names.includes(key));
  }).length;

/** "Conselho Comunitário de Segurança de Nanjua" and "CCS Nanjua" come down to one name. */
const keyOf = ({ name, scopeId }: { name: string; scopeId: string }): string =>
  `${scopeId}|${words(name)
    .filter((word) => !plain.has(word))
    .join(' ')}`;
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
