// What waits for a person: once, taken by one, never ticked away. Over real connections.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import { closeTodos, openTodo } from './index.ts';
import { pageTodos } from './store-todo.ts';
import { finishTodo, takeTodo } from './take-todo.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(() => scratch?.close());

const asWorker = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } }, deed);
const asPerson = <T>(id: string, deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id, role: 'coordinator' } }, deed);

describe('what waits for a person', () => {
  const aTodo = (subjectId: string) => ({ kind: 'explain-again' as const, role: 'coordinator' as const, subjectId });
  const eventsOf = async (subjectId: string): Promise<string[]> => {
    const { rows } = await scratch.owner.query<{ event: string }>(
      'select event from journal where subject_id = $1 order by seq',
      [subjectId],
    );
    return rows.map((row) => row.event);
  };

  test('asked twice it stands once; asked again after it was done it stands again', async () => {
    const first = await asWorker((ctx) => openTodo(ctx, aTodo('cn_twice')));
    expect(await asWorker((ctx) => openTodo(ctx, aTodo('cn_twice')))).toBe(first);
    expect(await asWorker((ctx) => closeTodos(ctx, 'cn_twice', 'triage'))).toBe(0);
    expect(await asWorker((ctx) => closeTodos(ctx, 'cn_twice'))).toBe(1);
    expect(await asWorker((ctx) => openTodo(ctx, aTodo('cn_twice')))).not.toBe(first);
    expect(await eventsOf('cn_twice')).toEqual(['todo.opened', 'todo.done', 'todo.opened']);
  });

  test('ten askers at the same moment make one task', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, () => asWorker((ctx) => openTodo(ctx, aTodo('cn_crowd')))),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await eventsOf('cn_crowd')).toEqual(['todo.opened']);
  });

  test('two people reach for it at once: one has it, the other is told so', async () => {
    const id = await asWorker((ctx) => openTodo(ctx, aTodo('cn_race')));
    const tries = await Promise.allSettled([
      asPerson('us_ana', (ctx) => takeTodo(ctx, id)),
      asPerson('us_rui', (ctx) => takeTodo(ctx, id)),
    ]);
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'todo.state' } });
    expect(await eventsOf('cn_race')).toEqual(['todo.opened', 'todo.taken']);
  });

  test('who has it may take it again and finish it, nobody else may, and done is done', async () => {
    const id = await asWorker((ctx) => openTodo(ctx, aTodo('cn_mine')));
    await asPerson('us_ana', (ctx) => takeTodo(ctx, id));
    await asPerson('us_ana', (ctx) => takeTodo(ctx, id));
    const refused = { code: 'todo.state' };
    await expect(asPerson('us_rui', (ctx) => finishTodo(ctx, id))).rejects.toMatchObject(refused);
    await asPerson('us_ana', (ctx) => finishTodo(ctx, id));
    await expect(asPerson('us_ana', (ctx) => finishTodo(ctx, id))).rejects.toMatchObject(refused);
    await expect(asPerson('us_ana', (ctx) => takeTodo(ctx, id))).rejects.toMatchObject(refused);
    await expect(asPerson('us_ana', (ctx) => takeTodo(ctx, 'td_none'))).rejects.toMatchObject({
      code: 'todo.not-found',
    });
    expect(await eventsOf('cn_mine')).toEqual(['todo.opened', 'todo.taken', 'todo.done']);
  });

  test('a matter that needs a decision does not go away by a tick', async () => {
    const id = await asWorker((ctx) => openTodo(ctx, { ...aTodo('cn_triage'), kind: 'triage' }));
    await expect(asPerson('us_ana', (ctx) => finishTodo(ctx, id))).rejects.toMatchObject({ code: 'todo.state' });
  });

  test('pages follow each other without a gap or a double: danger to life, soonest due, no clock', async () => {
    await sql`delete from know_todo`.execute(scratch.as('owner'));
    const made = await asWorker(async (ctx) => {
      const hour = (n: number): Date => new Date(ctx.now.getTime() + n * 3_600_000);
      const ids: string[] = [];
      for (const [n, dueAt] of [hour(3), null, hour(1), hour(1), null, hour(2)].entries())
        ids.push(await openTodo(ctx, { ...aTodo(`cn_page${n}`), dueAt }));
      ids.push(await openTodo(ctx, { ...aTodo('cn_page6'), kind: 'danger', dueAt: hour(5) }));
      return ids;
    });
    await sql`update know_todo set due_at = due_at + interval '1 microsecond' where subject_id = 'cn_page2'`.execute(
      scratch.as('owner'),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await asWorker((ctx) => pageTodos(ctx, { cursor, limit: 2 }));
      seen.push(...page.todos.map((todo) => todo.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen.slice(0, 5)).toEqual([made[6], made[3], made[2], made[5], made[0]]);
    expect(seen.toSorted()).toEqual(made.toSorted());
    await expect(asWorker((ctx) => pageTodos(ctx, { cursor: 'eyJ4IjoxfQ', limit: 2 }))).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
