// Whoever may not know of her matter does not get her number either: a ring or "call me" that came before it was understood goes over
// to the protection officer with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { makePageKey } from '../page-key.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;
let officer: Client;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  officer = await salama.signIn('proteccao');
});
afterAll(() => salama?.close());

async function takeNewest(kind: string, client = coordinator): Promise<string> {
  const { todos } = await client.call('listTodos', { query: { limit: 100 } });
  const open = todos.filter((todo) => todo.kind === kind && todo.state === 'open');
  const id = open.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))[0]?.id ?? '';
  await client.call('takeTodo', { params: { id } });
  return id;
}
const look = (id: string, client = coordinator) => client.call('lookAtCall', { params: { id } });
const ask = (id: string) =>
  coordinator.call('askNumber', { params: { id }, body: { pageKey: makePageKey().publicKey } });

async function ring(label: string): Promise<void> {
  const { handsets } = await coordinator.call('listHandsets');
  const id = handsets.find((handset) => handset.label === label)?.id ?? '';
  await coordinator.call('ringFromHandset', { params: { id }, body: {} });
  await salama.drained();
}

test('she asks before anything is understood: once it is marked as protection, no coordinator has her number', async () => {
  const phone = salama.handset('+258800009901');
  await tell(salama, phone, 'precisamos de ajuda por favor');
  await tell(salama, phone, 'ajuda por favor aqui mesmo');
  await tell(salama, phone, 'LIGAR');
  const todoId = await takeNewest('call-back');
  const { callId } = await ask(todoId);
  const shown = () => coordinator.call('getNumber', { params: { id: callId } });
  await salama.until(async () => (await shown()).state === 'open' || undefined, 'the courier to answer');
  const id = await takeNewest('unclear');
  await coordinator.call('markUnclear', { params: { id }, body: { outcome: 'report', lane: 'protection' } });
  await salama.drained();
  await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  await expect(ask(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  expect(await shown()).toMatchObject({ state: 'gone', sealed: null });
  expect(await look(await takeNewest('call-back', officer), officer)).toMatchObject({ asked: { by: 'text' } });
  // They were speaking already: what she said is kept, as hers.
  const consent = { record: true, answer: true, refer: 'not-asked' } as const;
  const told = { words: 'o furo da aldeia avariou', language: 'pt', typeCode: 'I04' } as const;
  await coordinator.call('endCall', { params: { id: callId }, body: { outcome: 'reached', consent, told } });
  await salama.drained();
  expect(await newestConcern(coordinator)).toMatchObject({
    typeCode: 'I04',
    tellings: [{ via: 'call', wayBack: true }],
  });
  await expect(
    coordinator.call('endCall', { params: { id: callId }, body: { outcome: 'reached' } }),
  ).rejects.toMatchObject({ code: 'call.ended' });
});

test('she rings first and tells a restricted matter then, or the other way round: the protection officer calls', async () => {
  await coordinator.call('addHandset', { body: { label: 'Telefone que cala' } });
  await ring('Telefone que cala');
  const todoId = await takeNewest('call-back');
  expect(await look(todoId)).toMatchObject({ asked: { by: 'call' }, told: null });
  await tell(salama, salama.handset('Telefone que cala'), 'a filha da vizinha foi violada pelo tio em Nantalika');
  await expect(look(todoId)).rejects.toMatchObject({ code: 'call.not-held' });
  expect(await look(await takeNewest('call-back', officer), officer)).toMatchObject({ asked: { by: 'call' } });
  await salama.advance({ minutes: 61 });
  await ring('Telefone que cala');
  expect(await look(await takeNewest('call-back', officer), officer)).toMatchObject({ asked: { by: 'call' } });
});
