// A name that no mask knows, written in small letters: no door of a police role gives it out, unless a person releases the words.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../client.ts';
import { type Salama, startSalama } from '../../salama.ts';
import { HELD, newestConcern, tell } from '../journey-world.ts';

const NAME = 'nkolwene';
let salama: Salama;
let coordinator: Client;
let commander: Client;
let district: Client;

beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
  commander = await salama.signIn('comandante');
  district = await salama.signIn('comandante.distrital');
});
afterAll(() => salama.close());

/** All that the two police roles can read of briefs. */
async function readByPolice(): Promise<string> {
  const read = [];
  for (const reader of [commander, district]) {
    const { briefs } = await reader.call('listBriefs', { query: { state: 'all' } });
    for (const { id } of briefs) read.push(await reader.call('getBrief', { params: { id } }));
    read.push(briefs);
  }
  return JSON.stringify(read);
}

test('released by rule, an ordinary telling reaches the post as type, place and part of the day only', async () => {
  await tell(salama, salama.handset('+258800000391'), `Vandalismo em Nantalika, quem partiu foi ${NAME} da bomba`);
  const { id, narrative, releasedNarrative } = await newestConcern(coordinator);
  const read = await readByPolice();
  expect(read).toContain('"typeCode":"C05"');
  expect(read).toContain('ar_demo-nantalika');
  expect(read).not.toMatch(new RegExp(`${NAME}|partiu|bomba`, 'i'));
  expect(narrative).toMatch(/partiu/);
  expect(releasedNarrative).toBeNull();
  await coordinator.call('releaseConcern', { params: { id }, body: { narrative: 'Partiram um painel solar.' } });
  await salama.advance(HELD);
  expect(await readByPolice()).toContain('Partiram um painel solar.');
});
