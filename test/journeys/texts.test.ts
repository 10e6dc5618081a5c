// Who answers for what is said reads every text with the language that really speaks, and walks a conversation without a phone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';

let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

const say = (text: string) => ({ kind: 'text', text }) as const;
const found = (answer: string) => ({ kind: 'found', answer }) as const;

test('a language without certified texts says in which language it really speaks, and a draft is shown as a draft', async () => {
  const { texts } = await coordinator.call('listTexts');
  const receipt = texts.find(({ key }) => key === 'receipt');
  expect(receipt?.versions.map(({ language, from }) => [language, from])).toEqual([
    ['pt', 'pt'],
    ['en', 'en'],
    ['sw', 'pt'],
    ['vmw', 'pt'],
    ['wmw', 'pt'],
    ['kde', 'pt'],
  ]);
  const home = texts.find(({ key }) => key === 'menu.home')?.versions.find(({ language }) => language === 'sw');
  expect(home).toMatchObject({ text: 'O que quer fazer?', draft: 'Unataka kufanya nini?' });
  expect(texts.flatMap(({ versions }) => versions).every(({ room }) => room.segments === 1)).toBe(true);
});

test('every conversation is there as data, and every way leads to an item or another conversation', async () => {
  const { flows } = await coordinator.call('listTexts');
  const known = new Set(flows.map(({ id }) => `#${id}`));
  for (const flow of flows) {
    const items = new Set(flow.items.map(({ id }) => id));
    const ways = flow.items.flatMap((item) => item.ways.flatMap(({ to }) => to));
    expect(ways.filter((to) => !(to.startsWith('#') ? known.has(to) : items.has(to)))).toEqual([]);
  }
  expect(flows.find(({ id }) => id === 'tell')).toMatchObject({ by: 'menu', start: 'now' });
});

test('walked to its end a conversation says what it ends as, and the house is told, stored and sent nothing', async () => {
  const before = await salama.journal();
  const steps = [say('1'), say('batata'), say('1'), say('2'), say('Nantalika'), say('1'), say('1')];
  const { turns } = await coordinator.call('walkFlow', { body: { flow: 'home', language: 'pt', steps } });
  expect(turns[2]).toMatchObject({ heard: 'batata', understood: false });
  expect(turns.at(-1)).toMatchObject({ pages: ['Recebido. Obrigado.'], facts: ['told'], ended: true });
  expect(turns.flatMap(({ pages }) => pages).every((page) => page.length <= 182)).toBe(true);
  await salama.drained();
  expect(await salama.journal()).toEqual(before);
});

test('where the house looks something up, whoever walks says what it found', async () => {
  const code = [say('abcd2345x')];
  const asked = await coordinator.call('walkFlow', { body: { flow: 'follow', language: 'en', steps: code } });
  expect(asked.turns.at(-1)?.awaits).toMatchObject({ question: 'answer-of-code' });
  const told = await coordinator.call('walkFlow', {
    body: { flow: 'follow', language: 'en', steps: [...code, found('going')] },
  });
  expect(told.turns.at(-1)).toMatchObject({ pages: [expect.stringContaining('Someone is dealing with it')] });
  const left = await coordinator.call('walkFlow', {
    body: { flow: 'follow', language: 'en', steps: [...code, found('going'), say('2')] },
  });
  expect(left.turns.at(-1)).toMatchObject({ ended: true });
});

test('a question by SMS shows its text with its segments; PARAR in a menu is obeyed in the simulator too', async () => {
  const { turns } = await coordinator.call('walkFlow', { body: { flow: 'clear', language: 'pt', steps: [say('2')] } });
  expect(turns[0]).toMatchObject({ pages: [], message: { room: { segments: 1 } } });
  expect(turns[1]).toMatchObject({ facts: ['answered'], ended: true });
  const stopped = await coordinator.call('walkFlow', { body: { flow: 'tell', language: 'pt', steps: [say('PARAR')] } });
  expect(stopped.turns.at(-1)).toMatchObject({ facts: ['stopped'], ended: true });
});

test('a conversation of no name is refused, and a post reads no texts', async () => {
  const nobody = { body: { flow: 'constructor', language: 'pt', steps: [] } } as const;
  await expect(coordinator.call('walkFlow', nobody)).rejects.toMatchObject({ code: 'request.not-found' });
  const post = await salama.signIn('comandante');
  await expect(post.call('listTexts')).rejects.toMatchObject({ code: 'access.denied' });
});
