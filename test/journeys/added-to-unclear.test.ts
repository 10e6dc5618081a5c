// What nobody understood at once, and what she adds by her code, are one telling under that code: read together, answered together, taken
// back together.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, outcomesOf, tell } from './journey-world.ts';
import { openPages, type Pages } from './pages.ts';

let salama: Salama;
let pages: Pages;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama();
  pages = openPages(salama);
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama?.close());

async function tellUnclear(words = 'aconteceu aquilo outra vez'): Promise<string> {
  const { code } = await pages.write({ words, wants: 'code' });
  await salama.drained();
  expect((await outcomesOf(salama)).at(-1)).toBe('asked');
  return code ?? '';
}
async function add(code: string, words: string, as = 'added'): Promise<void> {
  await (await pages.follow(code)).say(as, words);
  await salama.drained();
}
async function answer(code: string): Promise<string> {
  const concern = await newestConcern(coordinator);
  await coordinator.call('answerConcern', { params: { id: concern.id }, body: { answer: 'done' } });
  await salama.advance(HELD);
  return (await pages.follow(code)).text;
}
const count = async (what: string): Promise<unknown> =>
  (await salama.sql.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n;
const unclear = async () =>
  (await coordinator.call('listTodos', { query: { limit: 100 } })).todos.filter(({ kind }) => kind === 'unclear');

test.each(['added', 'made-clearer'])(
  'words %s on the page make one telling of both, and its answer is under her code',
  async (as) => {
    const before = Number(await count('listen_report'));
    const code = await tellUnclear();
    await add(code, 'roubaram galinhas em Nantalika', as);
    expect((await outcomesOf(salama)).slice(-2)).toEqual(['report', 'addition']);
    expect(await count('listen_report')).toBe(before + 1);
    const { narrative, tellings } = await newestConcern(coordinator);
    expect(narrative).toMatch(/^aconteceu aquilo outra vez\s+roubaram galinhas em/);
    expect(tellings[0]).toMatchObject({ via: 'page' });
    expect(await answer(code)).toContain('Foi tratado por quem devia.');
  },
);

test('added by SMS from any phone with the code it is the same telling; that phone becomes no source of its own', async () => {
  const code = await tellUnclear();
  const phone = salama.handset('+258800000941');
  await tell(salama, phone, `${code} roubaram porcos em Nantalika`);
  expect((await outcomesOf(salama)).slice(-2)).toEqual(['report', 'addition']);
  expect((await newestConcern(coordinator)).narrative).not.toContain(code.slice(0, 4));
  expect(await phone.texts()).toHaveLength(1);
  expect(await count(`(select distinct source_key from listen_report where via = 'page') as sources`)).toBe(1);
  expect(await answer(code)).toContain('Foi tratado por quem devia.');
});

test('still unclear, one person reads all of it as one, without the code, and what she marks is under the code', async () => {
  const code = await tellUnclear();
  await add(code, 'foi mesmo mau');
  await tell(salama, salama.handset('+258800000942'), `ainda nao parou ${code}`);
  const tasks = await unclear();
  expect(tasks).toHaveLength(1);
  const params = { id: tasks[0]?.id ?? '' };
  const { text } = await coordinator.call('readUnclear', { params });
  expect(text).toMatch(/aconteceu aquilo outra vez\nfoi mesmo mau\nainda nao parou$/);
  await coordinator.call('markUnclear', {
    params,
    body: { outcome: 'report', typeCode: 'J06', areaId: 'ar_demo-nantalika' },
  });
  await salama.drained();
  expect((await outcomesOf(salama)).slice(-3)).toEqual(['report', 'addition', 'addition']);
  expect(await answer(code)).toContain('Foi tratado por quem devia.');
});

test('what she adds to it while a person has it makes it clear: nobody is left to read it', async () => {
  const code = await tellUnclear();
  await add(code, 'foi mesmo mau');
  expect(await unclear()).toHaveLength(1);
  await add(code, 'mataram um homem em Nantalika');
  expect(await unclear()).toEqual([]);
  const concern = await newestConcern(coordinator);
  expect(concern.severity).toBe(5);
  expect(concern.narrative).toMatch(/outra vez\s+foi mesmo mau\s+mataram/);
});

test('taken back, all that was said under the code goes: no task, no telling, and after two days no words', async () => {
  const reports = await count('listen_report');
  const code = await tellUnclear();
  await add(code, 'foi mesmo mau');
  const open = await pages.follow(code);
  await open.say('added', 'e continua');
  await open.say('withdrawn');
  await salama.drained();
  expect((await pages.follow(code)).text).toContain('Esta mensagem foi apagada a pedido.');
  expect(await unclear()).toEqual([]);
  const kept = () =>
    count(`listen_added a join listen_inbound i on i.id in (a.message_id, a.first_id) where i.text_ct is not null`);
  expect(await kept()).toBeGreaterThan(0);
  await salama.advance({ hours: 49 });
  expect(await kept()).toBe(0);
  expect(await count(`listen_added`)).toBe(0);
  expect(
    await count(`listen_inbound i join listen_outcome o on o.message_id = i.id
    where o.kind = 'noise' and i.via = 'page' and i.text_ct is null`),
  ).toBe(3);
  expect(await count('listen_report')).toBe(reports);
});

test('kept after all, a person reads all of it', async () => {
  const code = await tellUnclear();
  await add(code, 'foi mesmo mau');
  await (await pages.follow(code)).say('withdrawn');
  await salama.drained();
  await (await pages.follow(code)).say('kept');
  await salama.drained();
  const [task] = await unclear();
  const { text } = await coordinator.call('readUnclear', { params: { id: task?.id ?? '' } });
  expect(text).toMatch(/outra vez\nfoi mesmo mau$/);
});
