// What is not clear at once: asked back once, left to a person, or read by a listener; and what needs no concern of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSms } from '../../locales/sms.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/server/app/demonstration/sign-in-page.ts';
import { asOwner } from '../../src/server/app/set-up.ts';
import { createPasswords, makeUser } from '../../src/server/rooms/protect/index.ts';
import type { Client } from '../client.ts';
import { type Salama, startSalama } from '../salama.ts';
import { newestConcern, outcomesOf, say, tell } from './journey-world.ts';

let salama: Salama;
let coordinator: Client;

beforeAll(async () => {
  salama = await startSalama();
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama.close());

const unclear = async () =>
  (await coordinator.call('listTodos', { query: { limit: 100 } })).todos.filter(({ kind }) => kind === 'unclear');
const countConcerns = async (): Promise<number> =>
  (await coordinator.call('listConcerns', { query: { limit: 100 } })).concerns.length;

describe('a text that is not clear', () => {
  test('is asked back once, and her answer makes one report of the two', async () => {
    const phone = salama.handset('Morador, Napulubi');
    expect(await tell(salama, phone, 'precisamos de ajuda aqui')).toBe('asked');
    expect(await tell(salama, phone, 'roubo telefone em Napulubi')).toBe('addition');
    expect(await outcomesOf(salama)).toEqual(['report', 'addition']);
    expect(await phone.texts()).toEqual([say('ask.clearer'), say('receipt.first')]);
    expect(await newestConcern(coordinator)).toMatchObject({
      typeCode: 'C02',
      voices: 1,
      area: { id: 'ar_demo-napulubi' },
    });
  });

  test('and is still not after a second try is left to a person, who reads and marks it', async () => {
    const phone = salama.handset('+258800000301');
    await tell(salama, phone, 'precisamos de ajuda por favor');
    await tell(salama, phone, 'ajuda por favor aqui mesmo');
    expect((await phone.texts()).filter((text) => text === say('ask.clearer'))).toHaveLength(1);
    const [todo] = await unclear();
    const read = await coordinator.call('readUnclear', { params: { id: todo?.id ?? '' } });
    expect(read.text).toMatch(/ajuda/);
    const marking = { outcome: 'report', typeCode: 'J06', areaId: 'ar_demo-nantalika' } as const;
    await coordinator.call('markUnclear', { params: { id: todo?.id ?? '' }, body: marking });
    await salama.drained();
    expect(await newestConcern(coordinator)).toMatchObject({ typeCode: 'J06', area: { id: 'ar_demo-nantalika' } });
    expect((await salama.journal()).filter(({ event }) => event === 'text.read')).toHaveLength(1);
  });

  test('and never answered becomes a person’s task after a day', async () => {
    const phone = salama.handset('+258800000302');
    expect(await tell(salama, phone, 'venham depressa ajudar')).toBe('asked');
    await salama.advance({ hours: 23, minutes: 50 });
    expect(await unclear()).toEqual([]);
    await salama.advance({ minutes: 15 });
    expect(await unclear()).toHaveLength(1);
    expect((await outcomesOf(salama)).at(-1)).toBe('person');
  });
});

describe('a text in another language', () => {
  test('waits for a listener who speaks it; one of the teller’s own council never gets it', async () => {
    const passwords = await createPasswords();
    await asOwner({ owner: salama.sql }, 'demonstration', (ctx) =>
      makeUser(
        ctx,
        {
          login: 'escuta.mutulua',
          name: 'Ouvinte de Mutulua',
          role: 'listener',
          language: 'vmw',
          ownCouncilId: 'co_demo-mutulua',
          password: DEMONSTRATION_PASSWORD,
        },
        passwords,
      ),
    );
    const phone = salama.handset('Ponto focal, Mutulua');
    expect(await tell(salama, phone, 'ikrime ikhaama esekulu artiku')).toBe('person');
    const own = await salama.signIn('escuta.mutulua');
    expect(await own.call('takeListening', { body: {} })).toEqual({ listening: null });
  });

  test('marked and translated by her it becomes a concern, and the reading is on record', async () => {
    const listener = await salama.signIn('escuta');
    const { listening } = await listener.call('takeListening', { body: {} });
    expect(listening).toMatchObject({ language: 'vmw', text: 'ikrime ikhaama esekulu artiku' });
    expect(listening?.hint).toMatch(/^ikrime = crime; /);
    const body = {
      outcome: 'report',
      typeCode: 'C04',
      areaId: 'ar_demo-mutulua',
      translation: 'roubaram cabritos',
    } as const;
    await listener.call('markListening', { params: { id: listening?.todoId ?? '' }, body });
    await salama.drained();
    expect((await outcomesOf(salama)).at(-1)).toBe('report');
    const concern = await newestConcern(coordinator);
    expect(concern).toMatchObject({ typeCode: 'C04', state: 'triage', area: { id: 'ar_demo-mutulua' } });
    expect(concern.narrative).toMatch(/roubaram cabritos/);
    const read = (await salama.journal()).filter(({ event, role }) => event === 'text.read' && role === 'listener');
    expect(read.map(({ payload }) => payload['purpose'])).toEqual(['listen']);
  });
});

describe('a text that needs no concern of its own', () => {
  test('"zero" is counted for the council, and thanked until next week', async () => {
    const before = await countConcerns();
    const phone = salama.handset('Ponto focal, Nakirwe');
    await tell(salama, phone, 'tudo calmo');
    expect(await tell(salama, phone, 'Zero')).toBe('zero');
    expect((await phone.texts()).at(-1)).toBe(say('receipt.zero'));
    const zeros = (await salama.journal()).filter(({ event }) => event === 'zero.told');
    expect(zeros.map(({ payload }) => payload['councilId'])).toEqual(['co_demo-nakirwe', 'co_demo-nakirwe']);
    expect(await countConcerns()).toBe(before);
  });

  test('a greeting is noise: no concern, no text, no task', async () => {
    const before = [await countConcerns(), (await unclear()).length];
    const phone = salama.handset('+258800000303');
    expect(await tell(salama, phone, 'Bom dia')).toBe('noise');
    expect(await phone.texts()).toEqual([]);
    expect([await countConcerns(), (await unclear()).length]).toEqual(before);
  });

  test('what she adds within half an hour belongs to what she told; later it is a telling of its own', async () => {
    const phone = salama.handset('+258800000304');
    await tell(salama, phone, 'Roubo mota em Nantalika');
    const before = await countConcerns();
    await salama.advance({ minutes: 20 });
    expect(await tell(salama, phone, 'foi ontem por volta das nove')).toBe('addition');
    expect((await phone.texts()).at(-1)).toBe(say('receipt.added'));
    expect((await newestConcern(coordinator)).tellings[0]?.masked).toMatch(/mota.*nove/);
    expect(await countConcerns()).toBe(before);
    await salama.advance({ minutes: 31 });
    expect(await tell(salama, phone, 'Arrombamento em Nantalika')).toBe('report');
    expect(await countConcerns()).toBe(before + 1);
  });
});

describe('the same matter told by several', () => {
  test('two who know nothing of each other are two sources; the same phone again is one voice more, no source', async () => {
    const [first, second] = [salama.handset('+258800000305'), salama.handset('+258800000306')];
    await tell(salama, first, 'Vandalismo em Mirambela');
    await tell(salama, second, 'vandalismo no poste de Mirambela');
    expect(await newestConcern(coordinator)).toMatchObject({ typeCode: 'C05', voices: 2, sources: 2 });
    await salama.advance({ minutes: 40 });
    await tell(salama, first, 'Vandalismo em Mirambela mais uma vez');
    expect(await newestConcern(coordinator)).toMatchObject({ typeCode: 'C05', voices: 3, sources: 2 });
    const command = await salama.signIn('comandante.distrital');
    const { briefs } = await command.call('listBriefs', { query: {} });
    expect(briefs.find(({ typeCode }) => typeCode === 'C05')).toMatchObject({ sources: 'several' });
  });
});

test('who writes in English from a number that nobody knows is answered in English, and in Portuguese when she writes that', async () => {
  const phone = salama.handset('+258800000399');
  await tell(salama, phone, 'STOP');
  await tell(salama, phone, 'START');
  await tell(salama, phone, 'they stole two goats in Nantalika yesterday');
  await tell(salama, phone, 'roubaram um barco em Mwalani');
  const inEnglish = (key: string): string => renderSms('en', key, {});
  expect(await phone.texts()).toEqual([
    ...[inEnglish('opted-out'), inEnglish('opted-in'), inEnglish('receipt.first')],
    say('receipt'),
  ]);
});
