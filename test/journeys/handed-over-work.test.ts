// What somebody had in hand when she goes: it reaches whoever stands in, or is everybody's again; nothing waits for nobody.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { dayAhead } from '../day.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD } from './journey-world.ts';

const PEMBA = 'ar_mz-cd-cidade-de-pemba';

let salama: Salama;
let distrital: Client;
let adjunto: Client;
let provincial: Client;
let admin: Client;
let told = 0;

beforeAll(async () => {
  salama = await startSalama();
  [distrital, adjunto, provincial, admin] = [
    await salama.signIn('coordenador.distrital'),
    await salama.signIn('adjunto'),
    await salama.signIn('coordenadora.provincial'),
    await salama.signIn('admin'),
  ];
});
beforeEach(async () => {
  for (const { id } of (await admin.call('listAbsences')).absences) await admin.call('endAbsence', { params: { id } });
});
afterAll(() => salama?.close());

const today = (): string => dayAhead(0);

/** A matter that waits for a person in Pemba, and is in the hands of its coordinator. */
async function takenTodo(): Promise<string> {
  told += 1;
  const id = `td_handed${told}`;
  await salama.sql.query(
    `insert into know_todo (id, kind, role, subject_id, scope_id, opened_at) values ($1, 'explain-again', 'coordinator', $2, $3, now())`,
    [id, `cn_handed${told}`, PEMBA],
  );
  await distrital.call('takeTodo', { params: { id } });
  return id;
}
const stateFor = async (client: Client, id: string) => {
  const { todos } = await client.call('listTodos', { query: { limit: 100 } });
  return todos.find((todo) => todo.id === id)?.state;
};
const grantOf = async (client: Client): Promise<string> => (await client.call('getSession')).grant.id;

test('taken by one who is away: the cover takes it over, nobody else does, and the first has it no more', async () => {
  const id = await takenTodo();
  expect([await stateFor(adjunto, id), await stateFor(provincial, id)]).toEqual(['taken', 'taken']);
  await expect(adjunto.call('takeTodo', { params: { id } })).rejects.toMatchObject({ code: 'todo.state' });
  const days = { from: today(), to: today() };
  await distrital.call('setAbsence', {
    body: { grantId: await grantOf(distrital), coverGrantId: await grantOf(adjunto), ...days },
  });
  expect([await stateFor(adjunto, id), await stateFor(provincial, id)]).toEqual(['open', 'taken']);
  await expect(provincial.call('takeTodo', { params: { id } })).rejects.toMatchObject({ code: 'todo.state' });
  await adjunto.call('takeTodo', { params: { id } });
  expect([await stateFor(adjunto, id), await stateFor(distrital, id)]).toEqual(['taken', 'taken']);
  await expect(distrital.call('takeTodo', { params: { id } })).rejects.toMatchObject({ code: 'todo.state' });
});

test('locked or gone: what was in hand is open to everybody of the role again, and the journal says so', async () => {
  const id = await takenTodo();
  const { userId } = await distrital.call('getSession');
  await admin.call('lockUser', { params: { id: userId }, body: { lost: 'second-factor' } });
  await salama.advance(HELD);
  expect(await stateFor(provincial, id)).toBe('open');
  await expect(distrital.call('getSession')).rejects.toMatchObject({ status: 401 });
  const { rows } = await salama.sql.query(`select payload from journal where event = 'todo.freed'`);
  expect(rows).toContainEqual({ payload: { todoId: id } });
  await provincial.call('takeTodo', { params: { id } });
});
