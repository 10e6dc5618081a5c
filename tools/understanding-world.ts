// The world in which labelled messages are read: the project's own types, districts and their old names, or an operator's gazetteer besides.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { planGazetteer } from '../src/server/rooms/know/importers/plan-gazetteer.ts';
import { readTable } from '../src/server/rooms/know/importers/read-table.ts';
import { buildLexicon } from '../src/server/rooms/listen/grammars/identify-language.ts';
import { buildPlaceIndex } from '../src/server/rooms/listen/grammars/place-index.ts';
import type { UnderstandWorld } from '../src/server/rooms/listen/understand-text.ts';
import type { AreaName } from '../src/shared/domain/area.ts';
import type { ConcernType } from '../src/shared/domain/taxonomy.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): unknown[] =>
  parse(readFileSync(new URL(path, root)), { columns: true, skip_empty_lines: true });

const typeRow = z.object({
  level: z.string(),
  code: z.string(),
  parent: z.string(),
  label_en: z.string(),
  label_pt: z.string(),
  severity_default: z.string(),
  lane: z.string(),
  lane_if: z.string(),
  rule_release: z.string(),
  solved_after_hours: z.string(),
  danger: z.string(),
});
const severityOf = z.coerce
  .number()
  .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]));
const laneOf = z.enum(['ordinary', 'protection', 'oversight']);
const lexiconRow = z.object({ vmw: z.string(), pt: z.string(), tag: z.string() });
const districtRow = z.object({ province: z.string(), district: z.string() });
const aliasRow = z.object({ district: z.string(), alias: z.string() });

export function readWorld(areas: readonly AreaName[] = readAreas()): UnderstandWorld {
  const types = read('data/taxonomy.csv')
    .map((row) => typeRow.parse(row))
    .filter((row) => row.level === '2')
    .map(toType);
  return {
    types,
    places: buildPlaceIndex(areas),
    lexicon: buildLexicon(read('data/vmw-pt-loanwords.csv').map((row) => lexiconRow.parse(row))),
  };
}

/** As `salama import gazetteer` would take the file in. */
export async function readWorldWith(gazetteer: string): Promise<UnderstandWorld> {
  const areas = readAreas();
  const { places } = planGazetteer(await readTable(await readFile(gazetteer)), { areas, points: [] }, {});
  return readWorld([
    ...areas,
    ...places.map(({ id, name, kind, lineage }) => ({ id, name, kind, lineage, aliases: [] })),
  ]);
}

function readAreas(): AreaName[] {
  const districts = read('data/districts.csv').map((row) => districtRow.parse(row));
  const aliases = read('data/district-aliases.csv').map((row) => aliasRow.parse(row));
  const provinces = [...new Set(districts.map((row) => row.province))];
  return [
    ...provinces.map((name): AreaName => ({ id: name, name, kind: 'province', lineage: [name], aliases: [] })),
    ...districts.map(
      ({ province, district }): AreaName => ({
        id: `${province}/${district}`,
        name: district,
        kind: 'district',
        lineage: [province, `${province}/${district}`],
        aliases: aliases.filter((each) => each.district === district).map(({ alias }) => alias),
      }),
    ),
    // Invented stand-ins below district, as in the demonstration.
    ...['Nanjua', 'Metangula'].map(
      (name): AreaName => ({ id: name, name, kind: 'village', lineage: [name], aliases: [] }),
    ),
  ];
}

function toType(row: z.infer<typeof typeRow>): ConcernType {
  const laneIf: ConcernType['laneIf'] = [
    ...(/protection if .*minor/.test(row.lane_if) ? [{ lane: 'protection' as const, when: 'minor' as const }] : []),
    ...(/protection if .*official/.test(row.lane_if)
      ? [{ lane: 'protection' as const, when: 'official' as const }]
      : []),
    ...(/protection if .*exploitation/.test(row.lane_if)
      ? [{ lane: 'protection' as const, when: 'exploitation' as const }]
      : []),
    ...(/oversight if .*official/.test(row.lane_if) ? [{ lane: 'oversight' as const, when: 'official' as const }] : []),
  ];
  return {
    code: row.code,
    classCode: row.parent,
    labelEn: row.label_en,
    labelPt: row.label_pt,
    severity: severityOf.parse(row.severity_default),
    lane: laneOf.parse(row.lane),
    laneIf,
    ruleRelease: row.rule_release === '1',
    danger: row.danger === '1',
    solvedAfterHours: Number(row.solved_after_hours),
  };
}
