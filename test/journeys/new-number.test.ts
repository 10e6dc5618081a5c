// She has a new telephone: with her code it is hers at once, and for two days the old one can say that it was not she.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, say, tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let phones = 0;
beforeAll(async () => {
  salama = await startSalama();
  post = await salama.signIn('comandante');
});
afterAll(() => salama?.close());

const aNewPhone = async (): Promise<Handset> => {
  phones += 1;
  const phone = salama.handset(`+2588000006${String(phones).padStart(2, '0')}`);
  await phone.texts();
  return phone;
};

async function tellAndAskCode(phone: Handset, told = 'Roubo gado em Nantalika'): Promise<string> {
  await tell(salama, phone, told);
  await tell(salama, phone, 'CODIGO');
  return /O seu codigo: ([0-9A-Z-]{9,12})\./.exec((await phone.texts()).at(-1) ?? '')?.[1] ?? '';
}

async function answerAll(): Promise<void> {
  const { briefs } = await post.call('listBriefs', { query: {} });
  for (const { id, state } of briefs) if (state === 'new') await post.call('finishBrief', { params: { id } });
  await salama.advance(HELD);
}

test('a thief of the code moves it, and on again; her NAO brings it back, and the code opens nothing any more', async () => {
  const [hers, thief, another] = [await aNewPhone(), await aNewPhone(), await aNewPhone()];
  const code = await tellAndAskCode(hers);
  await tell(salama, thief, `${code} NOVO NUMERO`);
  await tell(salama, another, `NOVO NUMERO ${code}`);
  await tell(salama, another, 'APAGAR');
  expect(await tell(salama, hers, 'NAO')).toBe('reply');
  expect((await hers.texts()).at(-1)).toBe(say('number.kept'));
  expect((await hers.texts()).slice(-3)).toContain(say('withdrawn.kept'));
  const before = [(await thief.texts()).length, (await another.texts()).length];
  await answerAll();
  expect((await hers.texts()).slice(-2)).toEqual([say('answer.done'), say('ask.clear')]);
  expect([(await thief.texts()).length, (await another.texts()).length]).toEqual(before);
  expect(await tell(salama, thief, 'NAO')).toBe('noise');
  await tell(salama, thief, `NOVO NUMERO ${code}`);
  expect((await thief.texts()).at(-1)).toBe(say('number.unknown'));
});

test('she takes it home by her code from the phone it went from: the thief has no NAO, and the code ends', async () => {
  const [hers, thief] = [await aNewPhone(), await aNewPhone()];
  const code = await tellAndAskCode(hers, 'Roubo de duas cabras em Nantalika');
  await tell(salama, thief, `NOVO NUMERO ${code}`);
  await tell(salama, hers, `NOVO NUMERO ${code}`);
  expect((await hers.texts()).at(-1)).toBe(say('number.kept'));
  const before = await thief.texts();
  expect(await tell(salama, thief, 'NAO')).toBe('noise');
  await answerAll();
  expect(await thief.texts()).toEqual(before);
  await tell(salama, thief, `NOVO NUMERO ${code}`);
  expect((await thief.texts()).at(-1)).toBe(say('number.unknown'));
});

test('NOVO NUMERO and her code: the answer and its question come to the new phone, and her "1" from there counts', async () => {
  const [old, fresh] = [await aNewPhone(), await aNewPhone()];
  const code = await tellAndAskCode(old, 'Furto em Nantalika, levaram os tachos');
  expect(await tell(salama, fresh, `novo numero ${code}`)).toBe('reply');
  expect(await fresh.texts()).toEqual([say('number.moved')]);
  expect((await old.texts()).at(-1)).toBe(say('number.left'));
  const heardBefore = (await old.texts()).length;
  await answerAll();
  expect(await fresh.texts()).toEqual([say('number.moved'), say('answer.done'), say('ask.clear')]);
  expect(await tell(salama, fresh, '1')).toBe('reply');
  expect((await old.texts()).length).toBe(heardBefore);
  await salama.advance({ hours: 49 });
  const { rows } = await salama.sql.query('select 1 from listen_move');
  expect(rows).toEqual([]);
});

test('an open question is asked again on the new phone; after two days the old one says NAO in vain', async () => {
  const [old, fresh] = [await aNewPhone(), await aNewPhone()];
  const code = await tellAndAskCode(old);
  await answerAll();
  await tell(salama, fresh, `NOVO NUMERO ${code}`);
  expect(await fresh.texts()).toContain(say('ask.clear'));
  await salama.advance({ hours: 49 });
  expect(await tell(salama, old, 'NAO')).toBe('noise');
  expect(await tell(salama, fresh, '1')).toBe('reply');
});

test('without the code it is told how, and nothing moves', async () => {
  const phone = await aNewPhone();
  await tell(salama, phone, 'Mudei de numero');
  expect((await phone.texts()).at(-1)).toBe(say('number.how'));
});
