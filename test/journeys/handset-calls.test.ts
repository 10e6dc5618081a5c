// A simulated phone without credit: it dials the same menu as a real one, a line that falls is taken up again, and a ring is called back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, outcomesOf } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;
let phone: string;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  ({ id: phone } = await coordinator.call('addHandset', { body: { label: 'Telefone sem saldo' } }));
});
afterAll(() => salama.close());

const step = (typed: string, session?: string) =>
  coordinator.call('dialFromHandset', { params: { id: phone }, body: session ? { typed, session } : { typed } });

test('a line that falls in the middle is dialled again, goes on where it was, and ends as one telling', async () => {
  const first = await step('');
  expect(first).toMatchObject({ text: expect.stringMatching(/^O que quer fazer\?\n1 Contar/), ends: false });
  let typed = '';
  let last = first;
  for (const answer of ['1', '2', '1', 'Nantalika']) {
    typed = typed === '' ? answer : `${typed}*${answer}`;
    last = await step(typed, first.session);
    expect(last.text.length).toBeLessThanOrEqual(182);
  }
  const again = await step('');
  expect(again.session).not.toBe(first.session);
  expect(again.text).toContain('Quer continuar?');
  expect(await step('1', again.session)).toMatchObject({ text: last.text });
  await step('1*2', again.session);
  await step('1*2*tres cabritos', again.session);
  expect(await step('1*2*tres cabritos*1', again.session)).toMatchObject({ text: 'Recebido. Obrigado.', ends: true });
  await salama.drained();
  expect((await outcomesOf(salama)).at(-1)).toBe('report');
  expect(await newestConcern(coordinator)).toMatchObject({ tellings: [{ wayBack: true }] });
  const { rows } = await salama.sql.query(`select channel, via, origin from listen_inbound`);
  expect(rows).toEqual([{ channel: 'handset', via: 'menu', origin: 'demonstration' }]);
});

test('the same step twice is answered the same and files nothing more', async () => {
  const { session } = await step('');
  const told = await step('1', session);
  expect(await step('1', session)).toEqual(told);
});

test('two rings within the hour are one task to call back', async () => {
  const before = (await coordinator.call('listTodos', { query: { limit: 100 } })).todos.length;
  for (let ring = 0; ring < 2; ring += 1)
    await coordinator.call('ringFromHandset', { params: { id: phone }, body: {} });
  await salama.drained();
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  expect(todos.length).toBe(before + 1);
  expect(todos.some(({ kind }) => kind === 'call-back')).toBe(true);
});

test('a phone that is not there cannot dial, and a post has no simulated phones', async () => {
  const nowhere = { params: { id: 'ha_nowhere0001' }, body: { typed: '' } };
  await expect(coordinator.call('dialFromHandset', nowhere)).rejects.toMatchObject({ code: 'request.not-found' });
  const post = await salama.signIn('comandante');
  await expect(post.call('dialFromHandset', nowhere)).rejects.toMatchObject({ code: 'access.denied' });
});
