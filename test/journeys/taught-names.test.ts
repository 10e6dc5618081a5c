// A name nobody knew is taught by a correction, understood in its district from then on, and can be forgotten.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;

beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

test('the coordinator is offered the words she did not know, teaches them, and the fact holds no word', async () => {
  await tell(salama, salama.handset('+258800000501'), 'roubaram gado em Kwaxilombe, distrito de Macomia');
  const { id } = await newestConcern(coordinator);
  const concern = await coordinator.call('getConcern', { params: { id } });
  const reportId = concern.tellings[0]?.reportId ?? '';
  const { words } = await coordinator.call('listUnknownPlaces', { params: { id: reportId } });
  expect(words).toEqual(['Kwaxilombe']);

  await coordinator.call('placeConcern', { params: { id }, body: { areaId: 'ar_demo-nakirwe' } });
  const taught = await coordinator.call('teachName', {
    params: { id: 'ar_demo-nakirwe' },
    body: { name: 'Kwaxilombe' },
  });
  expect((await coordinator.call('listNames', {})).names).toMatchObject([
    { id: taught.id, name: 'Kwaxilombe', area: { id: 'ar_demo-nakirwe' } },
  ]);
  const [fact] = (await salama.journal('ar_demo-nakirwe')).filter(({ event }) => event === 'name.learned');
  expect(JSON.stringify(fact)).not.toMatch(/kwaxilombe/i);
});

test('what was taught is not taught twice, and what is no name is refused', async () => {
  const params = { id: 'ar_demo-nakirwe' };
  await expect(coordinator.call('teachName', { params, body: { name: 'Kwaxilombe' } })).rejects.toThrow(/alias.taken/);
  await expect(coordinator.call('teachName', { params, body: { name: '841234567' } })).rejects.toThrow();
});

test('a coordinator of another district neither sees nor forgets it, and teaches nothing outside her own', async () => {
  const other = await salama.signIn('coordenador.distrital');
  const [name] = (await coordinator.call('listNames', {})).names;
  expect((await other.call('listNames', {})).names).toEqual([]);
  const forget = other.call('forgetName', { params: { id: name?.id ?? '' } });
  await expect(forget).rejects.toThrow(/alias.not-found/);
  const teach = other.call('teachName', { params: { id: 'ar_demo-nakirwe' }, body: { name: 'Outro Nome' } });
  await expect(teach).rejects.toThrow(/area.not-found/);
  const commander = await salama.signIn('comandante');
  await expect(commander.call('listNames', {})).rejects.toThrow(/access.denied/);
});

test('forgotten, it is gone', async () => {
  const [name] = (await coordinator.call('listNames', {})).names;
  await coordinator.call('forgetName', { params: { id: name?.id ?? '' } });
  expect((await coordinator.call('listNames', {})).names).toEqual([]);
});
