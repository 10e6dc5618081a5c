// What a teller may ask in one word, obeyed from the first text on: stop, start, take it back, these hours only, be quiet, my code, call me.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderSms } from '../../locales/sms.ts';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, say, secondsUntilHour, tell } from './journey-world.ts';

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
  return salama.handset(`+2588000002${String(phones).padStart(2, '0')}`);
};
const openBriefs = async () => (await post.call('listBriefs', { query: {} })).briefs;

/** What became of every text that was ever meant for her phone: template and state, in order. */
async function meantFor(text: string): Promise<string[]> {
  const { rows } = await salama.sql.query<{ line: string }>(
    `select template || ' ' || state as line from listen_outbound
     where contact_id = (select contact_id from listen_outbound where template = $1 order by seq desc limit 1) order by seq`,
    [text],
  );
  return rows.map(({ line }) => line);
}

test('PARAR as the very first word: one confirmation, and after a telling nothing at all', async () => {
  const phone = aNewPhone();
  expect(await tell(salama, phone, 'Parar')).toBe('opt-out');
  expect(await tell(salama, phone, 'Roubo gado em Nantalika')).toBe('report');
  const { id } = (await openBriefs())[0] ?? { id: '' };
  await post.call('finishBrief', { params: { id } });
  await salama.advance(HELD);
  await salama.advance({ hours: 337 });
  expect(await phone.texts()).toEqual([say('opted-out')]);
  expect(await newestConcern(coordinator)).toMatchObject({ state: 'answered', tellings: [{ wayBack: false }] });
});

test('PARAR twice is confirmed once; INICIAR lets texts through again', async () => {
  const phone = aNewPhone();
  for (const word of ['PARAR', 'stop', 'INICIAR']) await tell(salama, phone, word);
  await tell(salama, phone, 'Burla em Nantalika');
  expect(await phone.texts()).toEqual([say('opted-out'), say('opted-in'), say('receipt.first')]);
});

test('between midnight and the morning nothing reaches a phone that said "SO 06-08"', async () => {
  await salama.advance({ seconds: secondsUntilHour(salama.now(), 20) });
  const phone = aNewPhone();
  expect(await tell(salama, phone, 'Só 06-08')).toBe('reply');
  await tell(salama, phone, 'Arrombamento em Nantalika');
  await salama.advance({ seconds: secondsUntilHour(salama.now(), 6) - 60, steps: 3 });
  expect(await phone.texts()).toEqual([]);
  await salama.advance({ seconds: 90 });
  expect(await phone.texts()).toEqual([renderSms('pt', 'hours', { from: '6', to: '8' }), say('receipt.first')]);
});

test('"QUALQUER HORA" in the night lets through at once what waited for the morning, in its order', async () => {
  await salama.advance({ seconds: secondsUntilHour(salama.now(), 20) });
  const phone = aNewPhone();
  await tell(salama, phone, 'SO 06-08');
  await tell(salama, phone, 'Acidente em Nantalika');
  await tell(salama, phone, 'QUALQUER HORA');
  const hours = renderSms('pt', 'hours', { from: '6', to: '8' });
  expect(await phone.texts()).toEqual([hours, say('receipt.first'), say('hours.off')]);
});

test('what was queued for her when she said PARAR is never sent', async () => {
  await salama.advance({ seconds: secondsUntilHour(salama.now(), 10) });
  const phone = aNewPhone();
  await tell(salama, phone, 'SO 06-08');
  await tell(salama, phone, 'Acidente em Nantalika');
  await tell(salama, phone, 'PARAR');
  await salama.advance({ seconds: secondsUntilHour(salama.now(), 6) + 60, steps: 2 });
  await salama.advance({ hours: 9 });
  expect(await phone.texts()).toEqual([say('opted-out')]);
  expect(await meantFor('opted-out')).toEqual(['hours suppressed', 'receipt.first suppressed', 'opted-out sent']);
});

test('APAGAR takes it back: the brief is gone from the post, her words from the concern', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Vandalismo em Nantalika, partiram o painel');
  const brief = (await openBriefs()).find(({ typeCode }) => typeCode === 'C05');
  const about = { params: { id: brief?.id ?? '' } };
  const { id } = await newestConcern(coordinator);
  await coordinator.call('releaseConcern', { params: { id }, body: { narrative: 'Partiram um painel.' } });
  await salama.advance(HELD);
  expect((await post.call('getBrief', about)).narrative).toMatch(/painel/);
  await tell(salama, phone, 'APAGAR');
  expect((await openBriefs()).map(({ id }) => id)).not.toContain(brief?.id);
  await expect(post.call('getBrief', about)).rejects.toMatchObject({ code: 'brief.not-found' });
  await expect(post.call('seeBrief', about)).rejects.toMatchObject({ code: 'brief.not-found' });
  const concern = await newestConcern(coordinator);
  expect(concern).toMatchObject({ state: 'withdrawn', narrative: null, tellings: [{ withdrawn: true, masked: null }] });
  expect(await phone.texts()).toEqual([say('receipt.first'), say('withdrawn')]);
});

test('NAO RESPONDER: she may go on telling, and nothing is sent until she says RESPONDER', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'precisamos de ajuda aqui');
  await tell(salama, phone, 'Não responder');
  expect(await tell(salama, phone, 'Roubo bicicleta em Nantalika')).toBe('report');
  expect(await tell(salama, phone, 'precisamos de muita ajuda outra vez')).not.toBe('asked');
  expect(await phone.texts()).toEqual([say('ask.clearer'), say('quiet')]);
  await tell(salama, phone, 'Responder');
  expect((await phone.texts()).at(-1)).toBe(say('quiet.off'));
});

test('her code comes when she asks for it, once, in a text of its own', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Furto em Mirambela');
  expect(await phone.texts()).toEqual([say('receipt.first')]);
  await tell(salama, phone, 'Codigo');
  const [, given = ''] = await phone.texts();
  const code = /O seu codigo: ([0-9A-Z-]{9,12})\./.exec(given)?.[1] ?? '';
  expect(code).not.toBe('');
  await tell(salama, phone, 'Furto de telefone em Mirambela outra vez');
  const written = JSON.stringify(await salama.journal()) + salama.logged();
  expect([...(await phone.texts()).slice(2), written].filter((text) => text.includes(code))).toEqual([]);
});

test('who has told nothing is given no code', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'CODIGO');
  expect(await phone.texts()).toEqual([]);
});

test('LIGAR is a task for a person within a day', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Gado roubado em Nantalika');
  await tell(salama, phone, 'LIGAR');
  expect((await phone.texts()).at(-1)).toBe(say('call.soon'));
  const { todos } = await coordinator.call('listTodos', { query: { limit: 100 } });
  const call = todos.find(({ kind }) => kind === 'call-back');
  expect(call).toMatchObject({ ref: (await newestConcern(coordinator)).ref, typeCode: 'C04' });
  expect((Date.parse(call?.dueAt ?? '') - salama.now().getTime()) / 3_600_000).toBeCloseTo(24, 0);
});

test('who has told nothing and writes LIGAR again and again is one task in the hour', async () => {
  const phone = aNewPhone();
  const calls = async () =>
    (await coordinator.call('listTodos', { query: { limit: 100 } })).todos.filter(({ kind }) => kind === 'call-back')
      .length;
  const before = await calls();
  for (let time = 0; time < 3; time += 1) await tell(salama, phone, 'LIGAR');
  expect(await calls()).toBe(before + 1);
  await salama.advance({ minutes: 61 });
  await tell(salama, phone, 'LIGAR');
  expect(await calls()).toBe(before + 2);
});

test('PARAR is obeyed however much came from her number before', async () => {
  const phone = aNewPhone();
  await tell(salama, phone, 'Roubo gado em Nantalika');
  await salama.sql.query(
    `insert into listen_inbound (id, channel, contact_id, source_key, abuse_key, dedupe_key, body_hash, received_at, via, origin)
     select 'in_many' || n, channel, contact_id, source_key, abuse_key, decode(md5(n::text), 'hex'), body_hash, received_at, via, origin
     from (select * from listen_inbound order by received_at desc limit 1) newest, generate_series(1, 66000) n`,
  );
  expect(await tell(salama, phone, 'PARAR')).toBe('opt-out');
  expect((await phone.texts()).at(-1)).toBe(say('opted-out'));
});
