// What a task is about, for whoever may read the concern: its reference and type. A task of a call-back names the telling.
import { sql } from 'kysely';
import type { WebCtx } from '../../kit/handle.ts';

type Matter = { ref: string; typeCode: string | null };

/** Classes without any right to concerns are told nothing; row-level security narrows the rest. One query. */
export async function listMatters(ctx: WebCtx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, Matter>> {
  const { role } = ctx.person;
  if (subjectIds.length === 0 || (role !== 'coordinator' && role !== 'protection-officer')) return new Map();
  const ids = [...new Set(subjectIds)];
  const { rows } = await sql<Matter & { subjectId: string }>`
    select id as subject_id, ref, type_code from respond_concern where id = any(${ids}::text[])
    union all
    select t.report_id, c.ref, c.type_code from respond_telling t join respond_concern c on c.id = t.concern_id
      where t.report_id = any(${ids}::text[])`.execute(ctx.tx);
  return new Map(rows.map(({ subjectId, ref, typeCode }) => [subjectId, { ref, typeCode }]));
}
