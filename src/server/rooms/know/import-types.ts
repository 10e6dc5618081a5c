// The types of concern from data/taxonomy.csv. A run over the same table changes nothing.
import { z } from 'zod';
import { lanes } from '../../../shared/domain/lane.ts';
import { type Severity, severities } from '../../../shared/domain/severity.ts';
import { answerers, typeSwitches } from '../../../shared/domain/type-switch.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCsvRows } from './csv-rows.ts';
import { type NewType, putType } from './store-type.ts';

const flag = z.enum(['', '1']).transform((word) => word === '1');
const severity = z.coerce.number().refine((value): value is Severity => severities.some((one) => one === value));

const Row = z.object({
  code: z.string().regex(/^[A-J]\d{2}$/),
  parent: z.string().regex(/^[A-J]$/),
  label_en: z.string().min(1),
  label_pt: z.string().min(1),
  label_sw: z.string(),
  sw_status: z.enum(['ok', 'uncertain', 'missing']),
  severity_default: severity,
  lane: z.enum(lanes),
  lane_if: z.string(),
  rule_release: flag,
  solved_after_hours: z.coerce.number().int().positive(),
  danger: flag,
  answered_by: z
    .string()
    .transform((words) => words.split(' '))
    .pipe(z.array(z.enum(answerers)).min(1)),
  usual: z.enum(typeSwitches),
});
const Level = z.object({ level: z.enum(['1', '2']) });
const Heading = Level.extend({ level: z.literal('1') }).transform(() => undefined);
const Line = z.union([Heading, Row]);

/** Returns how many types are new or different. */
export async function importTypes(ctx: Ctx, csvText: string): Promise<{ rows: number; changed: number }> {
  const types = readCsvRows(csvText, Line).flatMap((row) => (row ? [toType(row)] : []));
  let changed = 0;
  for (const type of types) if (await putType(ctx, type)) changed += 1;
  return { rows: types.length, changed };
}

function toType(row: z.output<typeof Row>): NewType {
  return {
    code: row.code,
    classCode: row.parent,
    labelEn: row.label_en,
    labelPt: row.label_pt,
    labelSw: row.label_sw === '' ? null : row.label_sw,
    severity: row.severity_default,
    lane: row.lane,
    laneIf: readLaneIf(row.lane_if),
    ruleRelease: row.rule_release,
    danger: row.danger,
    solvedAfterHours: row.solved_after_hours,
    answeredBy: row.answered_by,
    usual: row.usual,
  };
}

type LaneIf = NewType['laneIf'][number];

const conditions: Readonly<Record<string, LaneIf['when']>> = {
  'a minor': 'minor',
  'exploitation is told': 'exploitation',
  'sex is asked for': 'exploitation',
  'an official is accused': 'official',
};

/** `protection if an official is accused or sex is asked for` → two conditions; a wording that nobody can act on is refused. */
export function readLaneIf(words: string): LaneIf[] {
  if (words === '') return [];
  const [, lane, said] = /^(protection|oversight) if (.+)$/.exec(words) ?? [];
  const read = z.enum(lanes).safeParse(lane);
  if (!read.success || said === undefined) throw problem('request.invalid', { column: 'lane_if' });
  return said.split(' or ').map((part) => {
    const when = conditions[part];
    if (when === undefined) throw problem('request.invalid', { column: 'lane_if' });
    return { lane: read.data, when };
  });
}
