// SQL of tasks that are worked one at a time.
import { type Selectable, sql } from 'kysely';
import type { KnowTodoTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import type { TodoKind } from './store-todo.ts';

export type WorkTodo = Pick<
  Selectable<KnowTodoTable>,
  'id' | 'kind' | 'subjectId' | 'messageId' | 'lane' | 'scopeId' | 'language' | 'councilId' | 'openedAt' | 'origin'
>;
const columns = [
  'id',
  'kind',
  'subjectId',
  'messageId',
  'lane',
  'scopeId',
  'language',
  'councilId',
  'openedAt',
  'origin',
] as const satisfies readonly (keyof WorkTodo)[];

export async function findOwnTodo(ctx: Ctx, by: { kind: TodoKind } | { id: string }): Promise<WorkTodo | undefined> {
  return ctx.tx
    .selectFrom('knowTodo')
    .select(columns)
    .where('state', '=', 'taken')
    .where('takenBy', '=', ctx.actor.id)
    .$if('kind' in by, (query) => query.where('kind', '=', 'kind' in by ? by.kind : 'listen'))
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .orderBy('openedAt')
    .limit(1)
    .executeTakeFirst();
}

export async function claimNextTodo(ctx: Ctx, kind: TodoKind): Promise<WorkTodo | undefined> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'taken', takenBy: ctx.actor.id })
    .where('id', '=', (query) =>
      query
        .selectFrom('knowTodo')
        .select('id')
        .where('kind', '=', kind)
        .where(sql<boolean>`(state = 'open' or state = 'taken' and taken_by = any((select ctx.replaceable())::text[]))`)
        .orderBy('openedAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(columns)
    .executeTakeFirst();
}

export async function countOpenTodos(ctx: Ctx, kind: TodoKind): Promise<number> {
  const row = await ctx.tx
    .selectFrom('knowTodo')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
