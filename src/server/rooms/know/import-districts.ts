// Country, provinces and districts from a table such as data/districts.csv. A run over the same table changes nothing.
import { z } from 'zod';
import { fold } from '../../../shared/kit/text.ts';
import type { Ctx } from '../../db/tx.ts';
import { addArea } from './add-area.ts';
import { readCsvRows } from './csv-rows.ts';

export type Country = {
  /** Two letters, lower case: the beginning of every id below it. */
  code: string;
  name: string;
  /** `district,alias` rows: old, local and misspelt names. */
  aliasesCsv?: string;
};

const Row = z.object({
  province: z.string().min(1),
  district: z.string().min(1),
  pcode_codab_v01: z.string(),
  pcode_codab_v02: z.string(),
  v02_status: z.string(),
  iso3166_2_province: z.string(),
  lon: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
  pop2025_total: z.coerce.number().int().nonnegative(),
});
type Row = z.output<typeof Row>;
const Alias = z.object({ district: z.string().min(1), alias: z.string().min(1) });

/** @example await importDistricts(ctx, csvText, { code: 'mz', name: 'Moçambique' }) // { areas: 60, changed: 60 } */
export async function importDistricts(
  ctx: Ctx,
  csvText: string,
  country: Country,
): Promise<{ areas: number; changed: number }> {
  const rows = readCsvRows(csvText, Row);
  const aliases = readCsvRows(country.aliasesCsv ?? 'district,alias', Alias);
  const root = `ar_${country.code}`;
  const areas = [
    { id: root, parentId: null, kind: 'country' as const, name: country.name },
    ...[...Map.groupBy(rows, (row) => row.province).values()].map((districts) => toProvince(root, districts)),
    ...rows.map((row) => toDistrict(root, row, aliases)),
  ];
  let changed = 0;
  for (const area of areas) if (await addArea(ctx, area)) changed += 1;
  return { areas: areas.length, changed };
}

function toProvince(root: string, districts: Row[]) {
  const name = districts[0]?.province ?? '';
  const iso = districts[0]?.iso3166_2_province ?? '';
  return {
    id: `${root}-${slug(name)}`,
    parentId: root,
    kind: 'province' as const,
    name,
    population: districts.reduce((sum, district) => sum + district.pop2025_total, 0),
    codes: iso === '' ? {} : { 'iso3166-2': iso },
  };
}

function toDistrict(root: string, row: Row, aliases: z.output<typeof Alias>[]) {
  const own = aliases.filter(({ district }) => district === row.district).map(({ alias }) => alias);
  return {
    id: `${root}-${shortOf(row.province)}-${slug(row.district)}`,
    parentId: `${root}-${slug(row.province)}`,
    kind: 'district' as const,
    name: row.district,
    population: row.pop2025_total,
    lon: row.lon,
    lat: row.lat,
    codes: codesOf(row),
    aliases: [...spellingsOf(row.district), ...own],
  };
}

// The same string names other districts in the other vintage, so the vintage is part of the scheme; a code that was only
// inferred from the order of the list goes under a scheme that says so, and joins nothing by mistake.
function codesOf(row: Row): Record<string, string> {
  const v02 = row.v02_status.startsWith('inferred') ? 'codab-v02-inferred' : 'codab-v02';
  const codes: [string, string][] = [
    ['codab-v01', row.pcode_codab_v01],
    [v02, row.pcode_codab_v02],
  ];
  return Object.fromEntries(codes.filter(([, code]) => code !== ''));
}

/** How people shorten and part a name: `Cidade de Pemba` → `Pemba`; `N'gauma` → `N gauma`; `Nacala-a-Velha` → `Nacala a Velha`. */
function spellingsOf(name: string): string[] {
  const short = name.replace(/^(Cidade|Distrito|Ilha) (de|do|da) /i, '');
  return [short, name.replace(/['’´`]/g, ' '), name.replace(/['’´`]/g, ''), name.replaceAll('-', ' ')].filter(
    (other) => other !== name && fold(other) !== 'mocambique',
  );
}

const slug = (name: string): string => fold(name).replace(/[^a-z0-9]+/g, '-');

/** `Cabo Delgado` → `cd`; `Niassa` → `ni`. */
function shortOf(province: string): string {
  const words = slug(province).split('-');
  return words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : (words[0] ?? '').slice(0, 2);
}
