// What waits for a person. One open task per kind and subject; the database decides who was first to take it.
import { type Expression, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { KnowTodoTable } from '../../db/schema.gen.ts';
import type { Ctx } from '../../db/tx.ts';
import { readCursor, writeCursor } from '../../kit/cursor.ts';

type Row = Selectable<KnowTodoTable>;
export type TodoKind = Row['kind'];
export type TodoRole = Row['role'];
export type Todo = Pick<
  Row,
  'id' | 'kind' | 'subjectId' | 'lane' | 'scopeId' | 'language' | 'state' | 'takenBy' | 'openedAt' | 'dueAt' | 'origin'
>;

const columns = [
  'id',
  'kind',
  'subjectId',
  'lane',
  'scopeId',
  'language',
  'state',
  'takenBy',
  'openedAt',
  'dueAt',
  'origin',
] as const satisfies readonly (keyof Todo)[];

export type NewTodo = {
  kind: TodoKind;
  role: TodoRole;
  subjectId: string;
  lane?: Row['lane'] | undefined;
  scopeId?: string | null | undefined;
  language?: string | null | undefined;
  messageId?: string | null | undefined;
  councilId?: string | null | undefined;
  dueAt?: Date | null | undefined;
  /** Whose it is from the beginning: somebody on duty. */
  takenBy?: string | undefined;
  origin?: Row['origin'] | undefined;
};

/** True when this made it; false when the same task stands open already, under whatever id. */
export async function insertTodo(ctx: Ctx, id: string, todo: NewTodo): Promise<boolean> {
  const done = await ctx.tx
    .insertInto('knowTodo')
    .values({
      id,
      kind: todo.kind,
      role: todo.role,
      subjectId: todo.subjectId,
      messageId: todo.messageId ?? null,
      lane: todo.lane ?? 'ordinary',
      scopeId: todo.scopeId ?? null,
      language: todo.language ?? null,
      councilId: todo.councilId ?? null,
      openedAt: ctx.now,
      dueAt: todo.dueAt ?? null,
      state: todo.takenBy === undefined ? 'open' : 'taken',
      takenBy: todo.takenBy ?? null,
      origin: todo.origin ?? 'live',
    })
    .onConflict((conflict) => conflict.columns(['kind', 'subjectId']).where('state', '<>', sql.lit('done')).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function findOpenTodo(ctx: Ctx, kind: TodoKind, subjectId: string): Promise<Todo | undefined> {
  return ctx.tx
    .selectFrom('knowTodo')
    .select(columns)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('state', '<>', 'done')
    .executeTakeFirst();
}

/** What this person has taken, or took over from one who is away and covered here. */
export async function listTakenSubjects(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('knowTodo')
    .select('subjectId')
    .where('state', '=', 'taken')
    .where((eb) => eb.or([eb('takenBy', '=', ctx.actor.id), replaceable]))
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}

/** What stands open of a kind, by subject. */
export async function listOpenSubjects(ctx: Ctx, kind: TodoKind): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('knowTodo')
    .select('subjectId')
    .where('kind', '=', kind)
    .where('state', '<>', 'done')
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}

export async function findTodo(ctx: Ctx, id: string): Promise<Todo | undefined> {
  return ctx.tx.selectFrom('knowTodo').select(columns).where('id', '=', id).executeTakeFirst();
}

/** Taken by one who is away and covered here, or who has left: it waits for whoever comes. */
export const replaceable = sql<boolean>`taken_by = any((select ctx.replaceable())::text[])`;

/** The row, if it was free: of two who reach for it at once, the second gets nothing. */
export async function claimTodo(ctx: Ctx, id: string): Promise<Todo | undefined> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'taken', takenBy: ctx.actor.id })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('state', '=', 'open'), eb.and([eb('state', '=', 'taken'), replaceable])]))
    .returning(columns)
    .executeTakeFirst();
}

/** All that this person has taken, or this one alone. */
export async function freeTodosOf(ctx: Ctx, userId: string, id?: string): Promise<Todo[]> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'open', takenBy: null })
    .where('takenBy', '=', userId)
    .where('state', '=', 'taken')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .returning(columns)
    .execute();
}

export async function freeTodoUntil(ctx: Ctx, id: string, dueAt: Date): Promise<Todo | undefined> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'open', takenBy: null, dueAt })
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .returning(columns)
    .executeTakeFirst();
}

/** The row, if it was open or this actor's own. */
export async function endTodo(ctx: Ctx, id: string): Promise<Todo | undefined> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'done', doneBy: ctx.actor.id, doneAt: ctx.now })
    .where('id', '=', id)
    .where((eb) =>
      eb.or([eb('state', '=', 'open'), eb.and([eb('state', '=', 'taken'), eb('takenBy', '=', ctx.actor.id)])]),
    )
    .returning(columns)
    .executeTakeFirst();
}

/** Ends every open task about a subject, whoever had taken it: the matter itself is settled. */
export async function endTodosOf(ctx: Ctx, subjectId: string, kind?: TodoKind): Promise<Todo[]> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'done', doneBy: ctx.actor.id, doneAt: ctx.now })
    .where('subjectId', '=', subjectId)
    .where('state', '<>', 'done')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'triage'))
    .returning(columns)
    .execute();
}

export async function endTodosOutside(ctx: Ctx, subjectId: string, lane: Todo['lane']): Promise<Todo[]> {
  return ctx.tx
    .updateTable('knowTodo')
    .set({ state: 'done', doneBy: ctx.actor.id, doneAt: ctx.now })
    .where('subjectId', '=', subjectId)
    .where('state', '<>', 'done')
    .where('lane', '<>', lane)
    .returning(columns)
    .execute();
}

const Keyset = z.tuple([
  z.union([z.literal(0), z.literal(1)]),
  z.string().regex(/^(infinity|[\d :.+-]{10,40})$/),
  z.string(),
]);

/** Open and taken tasks that row-level security lets this person see: danger to life, then soonest due; those without a clock last. */
export async function pageTodos(
  ctx: Ctx,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ todos: (Todo & { free: boolean })[]; next: string | null }> {
  const calm = sql<number>`case when kind = 'danger' then 0 else 1 end`;
  const due = sql<Date>`coalesce(due_at, 'infinity'::timestamptz)`;
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor, Keyset);
  const rows = await ctx.tx
    .selectFrom('knowTodo')
    .select(columns)
    .select(sql<boolean>`state = 'open' or coalesce(${replaceable}, false)`.as('free'))
    // As text: a Date would cut the microseconds off and the page would begin again with its last row.
    .select(sql<string>`coalesce(due_at, 'infinity'::timestamptz)::text`.as('dueText'))
    .where('state', '<>', 'done')
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(${calm}, ${due}, id) > (${after?.[0]}, ${after?.[1]}::timestamptz, ${after?.[2]})`),
    )
    .orderBy(calm)
    .orderBy(due)
    .orderBy('id')
    .limit(page.limit + 1)
    .execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const next =
    last && rows.length > page.limit ? writeCursor([last.kind === 'danger' ? 0 : 1, last.dueText, last.id]) : null;
  return { todos: shown, next };
}

/** Of these texts, those that a task is about which nobody has finished. */
export async function listWantedMessages(
  ctx: Pick<Ctx, 'tx'>,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await ctx.tx
    .selectFrom('knowTodo')
    .select(['messageId', 'subjectId'])
    .where('state', '<>', 'done')
    .where((eb) => eb.or([eb('messageId', 'in', [...messageIds]), eb('subjectId', 'in', [...messageIds])]))
    .execute();
  return new Set(rows.flatMap(({ messageId, subjectId }) => (messageId ? [messageId, subjectId] : [subjectId])));
}

/** Of these subjects, given or sought in the same query, those that a task is about which nobody has finished. */
export async function listWantedSubjects(
  ctx: Pick<Ctx, 'tx'>,
  subjectIds: readonly string[] | Expression<string>,
): Promise<ReadonlySet<string>> {
  if ('length' in subjectIds && subjectIds.length === 0) return new Set();
  const rows = await ctx.tx
    .selectFrom('knowTodo')
    .select('subjectId')
    .where('state', '<>', 'done')
    .where('subjectId', 'in', subjectIds)
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
}
