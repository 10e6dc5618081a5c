// She rings and hangs up: one task to call her back, however often she rings within half an hour, and her number nowhere.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { door, signatureOf, signedGateway } from './protection/signed-call.ts';

const NUMBER = '+258800000471';
let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama({ gateways: [signedGateway] });
  coordinator = await salama.signIn('coordenador.distrital');
});
afterAll(() => salama.close());

async function ring(id: string, from = NUMBER): Promise<number> {
  const body = JSON.stringify({ kind: 'missed-call', id, from });
  const { status } = await fetch(new URL(door, salama.url), { method: 'POST', headers: signatureOf(body), body });
  await salama.drained();
  return status;
}
const tasks = async (): Promise<number> => {
  const { rows } = await salama.sql.query<{ n: number }>(
    `select count(*)::int as n from know_todo where kind = 'call-back' and subject_id like 'ca\\_%'`,
  );
  return rows[0]?.n ?? -1;
};

test('three rings within half an hour, one of them told twice, are one task; after it it is another', async () => {
  expect(await ring('c-1')).toBe(200);
  expect(await ring('c-1')).toBe(200);
  expect(await ring('c-2')).toBe(200);
  expect(await tasks()).toBe(1);
  await salama.advance({ minutes: 31 });
  expect(await ring('c-3')).toBe(200);
  expect(await tasks()).toBe(2);
});

test('who rings every twenty-five minutes is not forgotten: the half hour counts from the ring that made a task', async () => {
  const before = await tasks();
  const other = '+258800000472';
  for (const [at, expected] of [1, 1, 2].entries()) {
    if (at > 0) await salama.advance({ minutes: 25 });
    await ring(`d-${at}`, other);
    expect(await tasks(), `after ring ${at + 1}`).toBe(before + expected);
  }
});

test('a coordinator finds the task of a caller whose district nobody knows', async () => {
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  expect(todos.filter(({ kind }) => kind === 'call-back').length).toBeGreaterThan(0);
});

test('her number is in no answer, log or journal line', async () => {
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  const written = JSON.stringify([todos, await salama.journal()]) + salama.logged();
  expect(written).not.toContain(NUMBER.slice(-9));
});
