// Whoever works here gives her own telephone: proven by digits that come to it, read back by nobody, one text a day with two numbers in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderSms } from '../../locales/sms.ts';
import type { Client } from '../client.ts';
import type { Handset } from '../handset.ts';
import { type Salama, startSalama } from '../salama.ts';
import { secondsUntilHour, tell } from './journey-world.ts';
import { openPages } from './pages.ts';

let salama: Salama;
let coordinator: Client;
beforeAll(async () => {
  salama = await startSalama({ digests: true });
  coordinator = await salama.signIn('coordenadora');
});
afterAll(() => salama?.close());

const one = async (question: string, values: unknown[] = []): Promise<Record<string, unknown>> =>
  (await salama.sql.query<Record<string, unknown>>(question, values)).rows[0] ?? {};
const digitsOf = (text = ''): string => /\b(\d{4})\b/.exec(text)?.[1] ?? '';

async function give(number: string, client = coordinator): Promise<Handset> {
  const phone = salama.handset(number);
  await phone.texts();
  await client.call('givePhone', { body: { number } });
  await salama.drained();
  return phone;
}
async function prove(phone: Handset, client = coordinator): Promise<string> {
  const digits = digitsOf((await phone.texts()).at(-1));
  return (await client.call('provePhone', { body: { digits } })).outcome;
}
/** The next time it is seven in the morning. */
const untilMorning = () => salama.advance({ seconds: secondsUntilHour(salama.now(), 7) + 60 });
const waiting = async (client: Client): Promise<number> => (await client.call('getBell')).waiting;

test('digits go to it and come back; from then on it is hers, and nothing anywhere shows more than two digits of it', async () => {
  const number = '+258800000961';
  const phone = await give(number);
  expect(await coordinator.call('getPhone')).toMatchObject({ proven: null, given: { tail: '61' } });
  expect(await phone.texts()).toEqual([renderSms('pt', 'duty.prove', { digits: digitsOf((await phone.texts())[0]) })]);
  expect((await coordinator.call('provePhone', { body: { digits: '0000' } })).outcome).toBe('wrong');
  expect(await prove(phone)).toBe('proven');
  expect(await coordinator.call('getPhone')).toEqual({ proven: { tail: '61' }, given: null });
  expect(JSON.stringify(await salama.journal()) + salama.logged()).not.toContain(number.slice(-7));
  expect((await salama.journal()).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['phone.given', 'phone.proven']),
  );
});

test('in the morning it is told how much waits, as the bell counts it, and nothing of what; once', async () => {
  await tell(salama, salama.handset('+258800000962'), 'aconteceu aquilo aqui outra vez');
  await salama.advance({ days: 2 });
  const phone = salama.handset('+258800000961');
  await untilMorning();
  const before = (await phone.texts()).length;
  await salama.advance({ days: 1 });
  const texts = (await phone.texts()).slice(before);
  expect(texts).toHaveLength(1);
  const count = await waiting(coordinator);
  expect(count).toBeGreaterThan(0);
  expect(texts[0]).toMatch(new RegExp(`^Tarefas por fazer: ${count}\\. Fora do prazo: \\d+\\. Veja na consola\\.$`));
  await salama.advance({ hours: 2 });
  expect((await phone.texts()).length).toBe(before + 1);
});

test('where nothing waits nothing is sent; in English to whoever reads English', async () => {
  const listener = await salama.signIn('escuta');
  const phone = await give('+258800000963', listener);
  expect(await prove(phone, listener)).toBe('proven');
  await listener.call('chooseLocale', { body: { locale: 'en' } });
  await untilMorning();
  expect(await phone.texts()).toHaveLength(1);
  await tell(salama, salama.handset('+258800000964'), 'ikrime ikhaama esekulu artiku');
  await salama.advance({ days: 1 });
  expect((await phone.texts()).at(-1)).toMatch(/^Tasks to do: 1\. Past their time: [01]\. See the console\.$/);
});

test('danger to life rings at once on the telephone that whoever is on duty has given', async () => {
  const { login } = await one(`select u.login from know_duty d join protect_user u on u.id = d.user_id
    where d.rung = 'duty-coordinator' order by d.area_id limit 1`);
  const onDuty = await salama.signIn(String(login));
  const phone = login === 'coordenadora' ? salama.handset('+258800000961') : await give('+258800000965', onDuty);
  if (login !== 'coordenadora') expect(await prove(phone, onDuty)).toBe('proven');
  const before = (await phone.texts()).length;
  await tell(salama, salama.handset('+258800000974'), 'Linchamento em Nantalika, querem matar um rapaz');
  expect((await phone.texts()).slice(before)[0]).toMatch(/^[0-9A-Z]{4}: urgente\. Veja ja na consola\.$/);
});

test('what is no telephone is refused', async () => {
  const deputy = await salama.signIn('adjunto');
  for (const number of ['123456', 'SALAMA'])
    await expect(deputy.call('givePhone', { body: { number } }), number).rejects.toMatchObject({
      code: 'phone.unusable',
    });
});

test('who types a colleague’s number, or one that said stop, sees what she sees for any other; that telephone hears nothing', async () => {
  const officer = await salama.signIn('proteccao');
  const stopped = '+258800000976';
  await tell(salama, salama.handset(stopped), 'PARAR');
  for (const number of ['+258800000961', stopped]) {
    const before = await salama.handset(number).texts();
    await give(number, officer);
    expect(await officer.call('getPhone')).toMatchObject({ proven: null, given: { tail: number.slice(-2) } });
    expect((await officer.call('provePhone', { body: { digits: 'nada' } })).outcome).toBe('wrong');
    expect(await salama.handset(number).texts()).toEqual(before);
  }
  await salama.advance({ minutes: 31 });
  expect(await officer.call('getPhone')).toEqual({ proven: null, given: null });
});

test('three wrong tries end the digits, half an hour forgets the number, and a day has four tries', async () => {
  const deputy = await salama.signIn('adjunto');
  const phone = await give('+258800000966', deputy);
  for (let wrong = 0; wrong < 3; wrong += 1)
    expect((await deputy.call('provePhone', { body: { digits: 'nada' } })).outcome).toBe('wrong');
  expect(await prove(phone, deputy)).toBe('ended');
  await salama.advance({ minutes: 31 });
  expect(await deputy.call('getPhone')).toEqual({ proven: null, given: null });
  expect(await one(`select count(*)::int as n from protect_phone where state = 'given'`)).toEqual({ n: 0 });
  for (const last of ['67', '68', '69']) await give(`+2588000009${last}`, deputy);
  await expect(give('+258800000970', deputy)).rejects.toMatchObject({ code: 'phone.too-often' });
});

test('typed and never proven, a stranger’s number stays what it was: she tells, and is answered, as anybody', async () => {
  const stranger = salama.handset('+258800000971');
  const admin = await salama.signIn('admin');
  await tell(salama, stranger, 'Roubo gado em Nantalika');
  await give('+258800000971', admin);
  expect(await tell(salama, stranger, 'Uma ponte caiu em Mirambela')).toBe('report');
  const { n } =
    await one(`select count(distinct r.contact_id)::int as n from listen_report r join protect_contact c on c.id = r.contact_id
    where c.kind = 'staff'`);
  expect(n).toBe(0);
  const told = await openPages(salama).write({ words: 'Roubo em Nantalika', wants: 'answer', phone: '80 0000 971' });
  expect(told.status).toBe(200);
});

test('who wrote as anybody before is the programme’s from then on, and anybody again once she says that it is hers no more', async () => {
  const number = '+258800000969';
  const phone = salama.handset(number);
  const kindOfLast = async () =>
    (
      await one(
        'select kind from listen_inbound i join protect_contact c on c.id = contact_id order by received_at desc limit 1',
      )
    )['kind'];
  const officer = await salama.signIn('proteccao');
  await tell(salama, phone, 'Roubaram uma mota em Nantalika');
  expect(await kindOfLast()).toBe('person');
  expect(await prove(await give(number, officer), officer)).toBe('proven');
  await salama.advance({ seconds: 11 });
  await tell(salama, phone, 'Roubaram outra mota em Nantalika');
  expect(await kindOfLast()).toBe('staff');
  await officer.call('endPhone');
  await salama.advance({ seconds: 11 });
  await tell(salama, phone, 'Roubaram uma cabra em Nantalika');
  expect(await kindOfLast()).toBe('person');
});

test('changed, the old one is forgotten; ended, nothing is sent and no way back is left', async () => {
  const phone = await give('+258800000972');
  expect(await coordinator.call('getPhone')).toMatchObject({ proven: { tail: '61' }, given: { tail: '72' } });
  expect(await prove(phone)).toBe('proven');
  const routes = () =>
    one(`select count(*)::int as n from protect_route r join protect_contact c on c.id = r.contact_id
    where c.kind = 'staff' and c.erased_at is not null`);
  expect(await routes()).toEqual({ n: 0 });
  await coordinator.call('endPhone');
  expect(await coordinator.call('getPhone')).toEqual({ proven: null, given: null });
  const before = (await phone.texts()).length;
  await untilMorning();
  expect((await phone.texts()).length).toBe(before);
  // It is free again.
  expect(await prove(await give('+258800000961'))).toBe('proven');
});

test('whoever is revoked, locked out or has another role has no telephone here from that moment', async () => {
  const { id } = await one(`select id from protect_user where login = 'escuta'`);
  expect(await one('select contact_id is not null as has from protect_user where id = $1', [id])).toEqual({
    has: true,
  });
  await salama.sql.query(`update protect_grant set valid_to = $2 where user_id = $1`, [id, salama.now()]);
  await salama.advance({ minutes: 1 });
  expect(await one('select contact_id from protect_user where id = $1', [id])).toEqual({ contact_id: null });
  expect((await salama.journal()).filter(({ event }) => event === 'phone.ended').at(-1)).toMatchObject({
    payload: { userId: id },
  });
});

test('a commander and an auditor have no such door: a post has its own telephone', async () => {
  for (const login of ['comandante', 'comandante.distrital', 'auditora']) {
    const client = await salama.signIn(login);
    await expect(client.call('getPhone'), login).rejects.toMatchObject({ status: 403 });
    await expect(give('+258800000973', client), login).rejects.toMatchObject({ status: 403 });
  }
});
