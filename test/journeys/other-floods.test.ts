// Floods that are no texts: menus, pages, rings and wishes to be called. Each is one matter for a person; the true ones among them pass.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { bring, gatewayTo } from './gateway-calls.ts';
import { HELD, newestConcern } from './journey-world.ts';
import { openPages } from './pages.ts';

const SECRET = 'a-secret-of-this-menu-gateway-0000002';

/** A district of numbers, or a network, that is a flood from the sixth on. */
const LIMITS = { oneRange: 5 };

let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  const menu = { id: 'menu', channelId: 'ussd', settings: { secret: SECRET }, sends: false };
  salama = await startSalama({ gateways: [gatewayTo(), menu], floods: LIMITS });
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama?.close());

let keys = 0;
const key = (): string => {
  keys += 1;
  return `outra-${keys}`;
};
const neighbour = (block: number, nth: number): string => `+25880${block}${String(nth).padStart(3, '0')}`;

/** A whole conversation by menu, each step by the gateway's own door. */
async function byMenu(from: string, typed: readonly string[]): Promise<string> {
  const sessionId = key();
  let shown = '';
  for (let step = 0; step <= typed.length; step += 1) {
    const body = new URLSearchParams({ sessionId, phoneNumber: from, text: typed.slice(0, step).join('*') });
    const answer = await fetch(new URL('/gateway/menu/step', salama.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
    shown = await answer.text();
  }
  return shown;
}
const telling = (place: string, words: string, now: '1' | '2' = '2'): string[] =>
  now === '1' ? ['1', '1', '2', place, words, '1'] : ['1', '2', '1', place, '1', words, '1'];

const todos = async () => (await coordinator.call('listTodos', { query: { limit: 100 } })).todos;
const countTodos = async (kind: string): Promise<number> => (await todos()).filter((todo) => todo.kind === kind).length;
const newestFlood = async () => {
  const { floods } = await coordinator.call('listFloods', { query: {} });
  return coordinator.call('getFlood', { params: { id: floods[0]?.id ?? '' } });
};
async function count(question: string): Promise<number> {
  const { rows } = await salama.sql.query<{ n: number }>(`select count(*)::int as n from ${question}`);
  return rows[0]?.n ?? -1;
}
const later = () => salama.advance({ hours: 1 });

test('neighbouring numbers that nobody knew tell by menu: one matter, and the one who is in danger is heard', async () => {
  const before = await count('respond_concern');
  for (let nth = 0; nth < 8; nth += 1)
    expect(await byMenu(neighbour(1111, nth), telling(`Sitio${nth}`, `coisa numero ${nth} aqui`))).toMatch(
      /^END Recebido/,
    );
  await byMenu(neighbour(1111, 99), telling('Nantalika', 'homens armados estao a queimar casas', '1'));
  await salama.drained();
  expect((await count('respond_concern')) - before).toBeLessThanOrEqual(6);
  expect(await countTodos('flood')).toBe(1);
  const flood = await newestFlood();
  expect(flood).toMatchObject({ gatewayId: 'menu', texts: 3 });
  expect(flood.groups).toMatchObject([{ cause: 'one-range', senders: 3 }]);
  expect(await newestConcern(coordinator)).toMatchObject({ severity: 5 });
  // A menu that fell is one of them too.
  for (let nth = 100; nth < 102; nth += 1) await byMenu(neighbour(1111, nth), ['1', '2', '1', 'Mirambela', '1']);
  await salama.advance({ minutes: 32 });
  expect((await newestFlood()).texts).toBe(5);
  const before2 = await count('respond_concern');
  await coordinator.call('decideFlood', { params: { id: flood.id }, body: { state: 'released' } });
  await salama.advance(HELD);
  expect(await count(`listen_outcome where kind = 'held'`)).toBe(0);
  expect(await count('respond_concern')).toBeGreaterThan(before2);
});

test('one network writes page after page: what is too much waits as one matter, and its code says that it came', async () => {
  await later();
  const pages = openPages(salama);
  const sent = [];
  for (let nth = 0; nth < 8; nth += 1)
    sent.push(await pages.write({ what: 'taken', place: `Lugar ${nth}`, words: `${nth} levaram`, wants: 'code' }));
  await salama.drained();
  const flood = await newestFlood();
  expect(flood).toMatchObject({ gatewayId: 'page', texts: 3 });
  const held = await pages.follow(sent.at(-1)?.code ?? '');
  expect(held.text).toMatch(/chegou e está guardada/);
  await coordinator.call('decideFlood', { params: { id: flood.id }, body: { state: 'released' } });
  await salama.advance(HELD);
  expect(await count(`listen_outcome where kind = 'held'`)).toBe(0);
  expect((await pages.follow(sent.at(-1)?.code ?? '')).text).toMatch(/Falta-nos saber onde foi/);
});

test('strangers who ring or ask to be called all at once are one task, and whoever has told something is called', async () => {
  await later();
  // A newcomer of the same block, who has told something a moment ago.
  const hers = neighbour(3333, 77);
  await bring(salama.url, { id: key(), from: hers, text: 'Roubaram duas cabras em Nantalika' });
  await salama.drained();
  const before = await countTodos('call-back');
  for (let nth = 0; nth < 8; nth += 1)
    await bring(salama.url, { kind: 'missed-call', id: key(), from: neighbour(2222, nth) });
  for (let nth = 0; nth < 8; nth += 1)
    await bring(salama.url, { id: key(), from: neighbour(3333, nth), text: 'LIGAR' });
  await salama.drained();
  const made = (await countTodos('call-back')) - before;
  // Of the texts of her block hers was the first.
  expect(made).toBe(9);
  const flood = await newestFlood();
  expect(flood.texts).toBe(7);
  await bring(salama.url, { id: key(), from: hers, text: 'LIGAR' });
  await salama.drained();
  expect((await countTodos('call-back')) - before - made).toBe(1);
  const waiting = await count('listen_call where flood_group is not null');
  expect(waiting).toBe(3);
  await coordinator.call('decideFlood', { params: { id: flood.id }, body: { state: 'released' } });
  await salama.advance(HELD);
  expect(await count('listen_call where flood_group is not null')).toBe(0);
  expect((await countTodos('call-back')) - before).toBe(17);
});

test('more rings than are freed at once are freed all the same', async () => {
  await later();
  const calls = `know_todo where kind = 'call-back'`;
  const before = await count(calls);
  for (let nth = 0; nth < 220; nth += 20)
    await bring(
      salama.url,
      Array.from({ length: 20 }, (_, at) => ({
        kind: 'missed-call' as const,
        id: key(),
        from: neighbour(4444, nth + at),
      })),
    );
  await salama.drained();
  expect(await count('listen_call where flood_group is not null')).toBeGreaterThan(200);
  const flood = await newestFlood();
  await coordinator.call('decideFlood', { params: { id: flood.id }, body: { state: 'released' } });
  await salama.advance(HELD);
  expect(await count('listen_call where flood_group is not null')).toBe(0);
  expect((await count(calls)) - before).toBe(220);
});
