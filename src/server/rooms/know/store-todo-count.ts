// Tasks that wait for this person, in numbers: row-level security has narrowed them to her role, areas, lanes and languages.
import { type RawBuilder, sql } from 'kysely';
import type { BellPart } from '../../../shared/domain/bell.ts';
import type { Ctx } from '../../db/tx.ts';
import type { WebCtx } from '../../kit/handle.ts';
import { replaceable, type TodoKind } from './store-todo.ts';

export type TodoCount = { part: BellPart; kind: TodoKind; count: number; fresh: number; subjectId: string };

/** Free, or already hers: what a colleague has in hand waits for nobody else. */
const forMe = ({ person }: WebCtx): RawBuilder<boolean> =>
  sql`(state = 'open' or (state = 'taken' and (taken_by = ${person.userId} or ${replaceable})))`;

/** By part and kind; `fresh` are those that were opened or became late since then. */
export async function countTodos(
  ctx: WebCtx,
  { since, besides }: { since: Date; besides: TodoKind },
): Promise<TodoCount[]> {
  const { rows } = await sql<TodoCount>`
    select case when due_at < ${ctx.now} then 'late' when opened_at > ${since} then 'new' else 'other' end as part, kind, count(*)::int as count,
      (count(*) filter (where opened_at > ${since} or (due_at > ${since} and due_at < ${ctx.now})))::int as fresh, min(subject_id) as subject_id
    from know_todo where state <> 'done' and kind <> ${besides} and ${forMe(ctx)}
    group by 1, 2`.execute(ctx.tx);
  return rows;
}

/** Of these subjects, the task of each that nobody has taken. */
export async function listFreeTodosOn(
  ctx: WebCtx,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ subjectId: string; id: string }>`
    select subject_id, min(id) as id from know_todo
    where subject_id = any(${[...subjectIds]}::text[]) and (state = 'open' or (state = 'taken' and ${replaceable}))
    group by subject_id`.execute(ctx.tx);
  return new Map(rows.map(({ subjectId, id }) => [subjectId, id]));
}

/** For whoever is not here to ask: what waits for her in all her roles, and how much of it is late. Unattended login only. */
export async function countWaiting(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  userId: string,
): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`
    select * from ctx.count_waiting(${userId}, ${ctx.now})`.execute(ctx.tx);
  return rows[0] ?? { waiting: 0, late: 0 };
}
