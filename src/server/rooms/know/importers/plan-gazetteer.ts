// What a list of settlements would add: every row a place in one of our districts, or listed with the reason why not. Pure.
import type { AreaName } from '../../../../shared/domain/area.ts';
import { fold, words } from '../../../../shared/kit/text.ts';
import { findColumns } from './find-columns.ts';
import { type Table, textOf } from './find-heading.ts';
import { makeDistrictMatcher } from './match-district.ts';

export type DistrictPoint = { id: string; lon: number | null; lat: number | null };
export type PlannedPlace = {
  id: string;
  parentId: string;
  kind: 'village' | 'administrative-post';
  name: string;
  lineage: readonly string[];
  scopeId: string;
  lon: number | null;
  lat: number | null;
};
export type RowReason =
  | 'name-missing'
  | 'district-unknown'
  | 'district-ambiguous'
  | 'coordinates-wrong'
  | 'far-from-district'
  | 'repeated';
export type RowFault = { row: number; reason: RowReason };
export type GazetteerPlan = { rows: number; places: readonly PlannedPlace[]; faults: readonly RowFault[] };

const headings = [
  ['name', ['name', 'nome', 'settlement', 'aldeia', 'povoacao', 'lugar']],
  ['district', ['district_current_est', 'district', 'distrito']],
  ['province', ['province', 'provincia']],
  ['post', ['admin_post_or_locality', 'admin_post', 'posto_administrativo', 'posto', 'post']],
  ['lat', ['lat', 'latitude', 'y']],
  ['lon', ['lon', 'lng', 'longitude', 'x']],
] as const;
type Field = (typeof headings)[number][0];
type Columns = ReadonlyMap<Field, number>;
type Row = Readonly<Record<Field, string>>;

/** `map` says which column holds what, where its heading does not. Throws `import.column` without name or district. */
export function planGazetteer(
  table: Table,
  world: { areas: readonly AreaName[]; points: readonly DistrictPoint[] },
  map: Readonly<Record<string, string>>,
): GazetteerPlan {
  const columns = findColumns<Field>(table.columns, headings, { map, needed: ['name', 'district'] });
  const match = makeDistrictMatcher(world.areas);
  const points = new Map(world.points.map((point) => [point.id, point]));
  const places = new Map<string, PlannedPlace>();
  const faults: RowFault[] = [];
  for (const { row, cells } of table.rows) {
    const read = readRow(columns, (at) => textOf(cells[at]));
    const planned = planRow(read, { match, points });
    if ('reason' in planned) faults.push({ row, reason: planned.reason });
    else if (places.has(planned.place.id)) faults.push({ row, reason: 'repeated' });
    else {
      if (planned.post) places.set(planned.post.id, planned.post);
      places.set(planned.place.id, planned.place);
    }
  }
  return { rows: table.rows.length, places: [...places.values()], faults };
}

const readRow = (columns: Columns, cell: (at: number) => string): Row => {
  const of = (field: Field): string => {
    const at = columns.get(field);
    return at === undefined ? '' : cell(at);
  };
  const [name, district, province] = [of('name'), of('district'), of('province')];
  return { name, district, province, post: of('post'), lat: of('lat'), lon: of('lon') };
};

type World = { match: ReturnType<typeof makeDistrictMatcher>; points: ReadonlyMap<string, DistrictPoint> };
type Planned = { reason: RowReason } | { place: PlannedPlace; post: PlannedPlace | undefined };

function planRow(row: Row, { match, points }: World): Planned {
  if (!/\p{L}{2}/u.test(row.name) || row.name.length > MOST_NAME) return { reason: 'name-missing' };
  const matched = match(row.district, row.province);
  if ('reason' in matched) return matched;
  const { district } = matched;
  const point = readPoint(row);
  if (point === 'wrong') return { reason: 'coordinates-wrong' };
  if (point && kilometresTo(point, points.get(district.id)) > MOST_KM) return { reason: 'far-from-district' };
  const post = postOf(row.post, district);
  const parent = post ?? district;
  const key = [district.id, fold(row.post), fold(row.name), point?.lat.toFixed(3), point?.lon.toFixed(3)].join('|');
  return { post, place: placeWithin(parent, { kind: 'village', name: row.name, key, district, point }) };
}

const MOST_NAME = 60;
/** No district of the three provinces reaches farther from its middle. */
const MOST_KM = 250;

const postOf = (name: string, district: AreaName): PlannedPlace | undefined =>
  name === ''
    ? undefined
    : placeWithin(district, {
        kind: 'administrative-post',
        name,
        key: `${district.id}|${fold(name)}`,
        district,
        point: undefined,
      });

type Point = { lat: number; lon: number };
type Making = {
  kind: PlannedPlace['kind'];
  name: string;
  key: string;
  district: AreaName;
  point: Point | undefined;
};

/** The same row makes the same id in every run: a repeated import finds its places there. */
function placeWithin(
  parent: { id: string; lineage: readonly string[] },
  { kind, name, key, district, point }: Making,
): PlannedPlace {
  const slug = words(name)
    .join('-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 20);
  const id = `ar_${kind === 'village' ? 'v' : 'p'}-${slug}-${spread(`${kind}|${key}`)}`;
  const lineage = [...parent.lineage, id];
  return {
    id,
    parentId: parent.id,
    kind,
    name,
    lineage,
    scopeId: district.id,
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
  };
}

function readPoint({ lat, lon }: Row): Point | undefined | 'wrong' {
  if (lat === '' && lon === '') return undefined;
  const point = { lat: Number(lat.replace(',', '.')), lon: Number(lon.replace(',', '.')) };
  const isGood = lat !== '' && lon !== '' && Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180;
  return isGood ? point : 'wrong';
}

const KM_PER_DEGREE = 111.2;

/** Flat enough for a district. 0 where the district's own middle is unknown. */
function kilometresTo(point: Point, middle: DistrictPoint | undefined): number {
  if (middle?.lat == null || middle.lon == null) return 0;
  const east = (point.lon - middle.lon) * Math.cos((middle.lat * Math.PI) / 180);
  return Math.hypot(point.lat - middle.lat, east) * KM_PER_DEGREE;
}

/** FNV-1a, 32 bits: tells places of one name apart, protects nothing. */
function spread(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(36);
}
