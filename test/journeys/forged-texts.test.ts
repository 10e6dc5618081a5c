// Numbers can be forged (protection.md R9): what is said in a teller's name is undone by her own phone, which is told at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, say, tell } from './journey-world.ts';

let salama: Salama;
let post: Client;
let coordinator: Client;
let phones = 0;

beforeAll(async () => {
  salama = await startSalama();
  post = await salama.signIn('comandante');
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

const aNewPhone = (): Handset => {
  phones += 1;
  return salama.handset(`+2588000004${String(phones).padStart(2, '0')}`);
};
const openRefs = async (): Promise<string[]> =>
  (await post.call('listBriefs', { query: { limit: 100 } })).briefs.map(({ ref }) => ref);
/** What is still kept of her words, for the coordinator's class or anybody's. */
const keptWords = async (): Promise<(string | null)[]> =>
  (
    await salama.sql.query<{ masked: string | null }>('select masked from listen_report order by told_at desc limit 1')
  ).rows.map(({ masked }) => masked);

test('APAGAR in her name: hidden at once, and her NAO brings it back to the post as it was told', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Furto em Nantalika, levaram os tachos');
  const { id, ref } = await newestConcern(coordinator);
  await tell(salama, phone, 'APAGAR');
  expect(await openRefs()).not.toContain(ref);
  const hidden = await coordinator.call('getConcern', { params: { id } });
  expect(hidden).toMatchObject({ state: 'withdrawn', narrative: null, tellings: [{ withdrawn: true, masked: null }] });
  expect((await phone.texts()).at(-1)).toMatch(/Se nao foi voce, responda NAO\./);
  await salama.advance({ hours: 40 });
  expect(await tell(salama, phone, 'Não')).toBe('reply');
  const back = await coordinator.call('getConcern', { params: { id } });
  expect(back).toMatchObject({ state: 'open', voices: 1, tellings: [{ withdrawn: false, masked: back.narrative }] });
  expect(back.narrative).toMatch(/tachos/);
  expect(await openRefs()).toContain(ref);
  expect((await phone.texts()).at(-1)).toBe(say('withdrawn.kept'));
});

test('after two days her words are gone, and NAO brings nothing back', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Burla em Nantalika, falsificaram o recibo');
  const { id } = await newestConcern(coordinator);
  await tell(salama, phone, 'APAGAR');
  expect(await keptWords()).toEqual([expect.stringMatching(/recibo/)]);
  await salama.advance({ hours: 49, steps: 2 });
  expect(await keptWords()).toEqual([null]);
  await tell(salama, phone, 'NAO');
  expect(await coordinator.call('getConcern', { params: { id } })).toMatchObject({ state: 'withdrawn' });
});

test('a flood in her name does not keep the word about it from her phone', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Arrombamento em Nantalika');
  for (let flood = 0; flood < 26; flood += 1) await phone.send('Qualquer hora');
  await tell(salama, phone, 'APAGAR');
  expect((await phone.texts()).at(-1)).toBe(say('withdrawn'));
});

test('with nothing told, there is nothing to take back and nothing to keep', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'APAGAR');
  expect(await phone.texts()).toEqual([say('withdrawn.none')]);
});

test('"1 solved" in her name closes; her 3 opens it again', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Roubo mota em Nantalika');
  const { id, ref } = await newestConcern(coordinator);
  const brief = (await post.call('listBriefs', { query: { limit: 100 } })).briefs.find((one) => one.ref === ref);
  await post.call('finishBrief', { params: { id: brief?.id ?? '' } });
  await salama.advance(HELD);
  await tell(salama, phone, '1');
  await salama.advance({ hours: 337 });
  expect((await phone.texts()).at(-1)).toBe(say('ask.solved'));
  await tell(salama, phone, '1');
  expect((await phone.texts()).at(-1)).toBe(say('thanks.solved'));
  expect(await coordinator.call('getConcern', { params: { id } })).toMatchObject({ state: 'closed' });
  await salama.advance({ hours: 100 });
  expect(await tell(salama, phone, '3 não')).toBe('reply');
  expect((await phone.texts()).at(-1)).toBe(say('reopened'));
  expect(await coordinator.call('getConcern', { params: { id } })).toMatchObject({ state: 'open', reopened: 1 });
});

test('what was answered while she had said PARAR reaches her after INICIAR, once', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Roubo bicicleta em Nantalika');
  const { ref } = await newestConcern(coordinator);
  await tell(salama, phone, 'PARAR');
  const brief = (await post.call('listBriefs', { query: { limit: 100 } })).briefs.find((one) => one.ref === ref);
  for (const word of ['goToBrief', 'finishBrief'] as const) {
    await post.call(word, { params: { id: brief?.id ?? '' } });
    await salama.advance(HELD);
  }
  const before = await phone.texts();
  expect(before.at(-1)).toBe(say('opted-out'));
  await tell(salama, phone, 'INICIAR');
  const after = [say('answer.done'), say('ask.clear'), say('opted-in')];
  expect((await phone.texts()).slice(before.length)).toEqual(after);
  expect(await tell(salama, phone, '1')).toBe('reply');
  await tell(salama, phone, 'PARAR');
  await tell(salama, phone, 'INICIAR');
  expect((await phone.texts()).filter((text) => text === say('answer.done'))).toHaveLength(1);
});
