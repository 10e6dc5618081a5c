// Types of concern as the programme has them. The condition that moves a single concern to another lane is data, parsed here.
import { sql } from 'kysely';
import { z } from 'zod';
import { lanes } from '../../../shared/domain/lane.ts';
import { severities } from '../../../shared/domain/severity.ts';
import type { ConcernType } from '../../../shared/domain/taxonomy.ts';
import { type Answerer, answerers, type TypeSwitch } from '../../../shared/domain/type-switch.ts';
import { problem } from '../../../shared/kit/problem.ts';
import type { Ctx, Reader } from '../../db/tx.ts';

/** `usual`: how it stands where nobody has switched it. Who answers for it, and how it stands in a place: store-type-state.ts. */
export type ProgrammeType = ConcernType & { answeredBy: readonly Answerer[]; usual: TypeSwitch };

/** Throws `type.not-found`. */
export async function getType(ctx: Ctx, code: string): Promise<ProgrammeType> {
  const row = await typeQuery(ctx.tx).where('code', '=', code).executeTakeFirst();
  if (!row) throw problem('type.not-found', { code });
  return toType(row);
}

/** All types, also those switched off: what is told of them must still be understood. */
export async function listTypes(reader: Reader): Promise<ProgrammeType[]> {
  const rows = await typeQuery(reader).orderBy('code').execute();
  return rows.map(toType);
}

const typeQuery = (reader: Reader) =>
  reader
    .selectFrom('knowType')
    .select(['code', 'classCode', 'labelEn', 'labelPt', 'severity', 'lane', 'laneIf', 'ruleRelease', 'danger'])
    .select(['solvedAfterHours', 'answeredBy', 'usual']);

const Severity = z.literal(severities);
const LaneIf = z.array(z.strictObject({ lane: z.enum(lanes), when: z.enum(['minor', 'exploitation', 'official']) }));

const AnsweredBy = z.array(z.enum(answerers));

type Row = Omit<ProgrammeType, 'severity' | 'laneIf' | 'answeredBy'> & {
  severity: number;
  laneIf: unknown;
  answeredBy: unknown;
};

const toType = (row: Row): ProgrammeType => ({
  ...row,
  severity: Severity.parse(row.severity),
  laneIf: LaneIf.parse(row.laneIf),
  answeredBy: AnsweredBy.parse(row.answeredBy),
});

export type NewType = ProgrammeType & { labelSw: string | null };

/** Writes a type as it should be; what was switched by area stays. False when it already was so. */
export async function putType(ctx: Ctx, type: NewType): Promise<boolean> {
  const { rows } = await sql`
    insert into know_type (code, class_code, label_pt, label_en, label_sw, severity, lane, lane_if, rule_release, danger, solved_after_hours, answered_by, usual)
    values (${type.code}, ${type.classCode}, ${type.labelPt}, ${type.labelEn}, ${type.labelSw}, ${type.severity}, ${type.lane},
      ${JSON.stringify(type.laneIf)}::jsonb, ${type.ruleRelease}, ${type.danger}, ${type.solvedAfterHours}, ${type.answeredBy}, ${type.usual})
    on conflict (code) do update set class_code = excluded.class_code, label_pt = excluded.label_pt, label_en = excluded.label_en,
      label_sw = excluded.label_sw, severity = excluded.severity, lane = excluded.lane, lane_if = excluded.lane_if,
      rule_release = excluded.rule_release, danger = excluded.danger, solved_after_hours = excluded.solved_after_hours,
      answered_by = excluded.answered_by, usual = excluded.usual
    where (know_type.class_code, know_type.label_pt, know_type.label_en, know_type.label_sw, know_type.severity, know_type.lane, know_type.lane_if, know_type.rule_release, know_type.danger, know_type.solved_after_hours, know_type.answered_by, know_type.usual)
      is distinct from (excluded.class_code, excluded.label_pt, excluded.label_en, excluded.label_sw, excluded.severity, excluded.lane, excluded.lane_if, excluded.rule_release, excluded.danger, excluded.solved_after_hours, excluded.answered_by, excluded.usual)
    returning code`.execute(ctx.tx);
  return rows.length > 0;
}
