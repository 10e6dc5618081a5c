// The bell of each role over real HTTP: what waits for one person, nothing of what is another's; asking it keeps nobody signed in.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { dayAhead } from '../day.ts';
import { type Salama, startSalama } from '../salama.ts';
import { HELD, newestConcern, tell } from './journey-world.ts';

const logins = [
  'admin',
  'coordenadora',
  'coordenador.distrital',
  'comandante',
  'comandante.distrital',
  'proteccao',
  'escuta',
  'auditora',
] as const;
type Login = (typeof logins)[number];

let salama: Salama;
const clients = new Map<Login, Client>();
const as = async (login: Login): Promise<Client> => {
  const known = clients.get(login) ?? (await salama.signIn(login));
  clients.set(login, known);
  return known;
};
const bell = async (login: Login) => (await as(login)).call('getBell');
const waiting = async (): Promise<Record<Login, number>> => {
  const all = await Promise.all(logins.map(async (login) => [login, (await bell(login)).waiting] as const));
  return Object.fromEntries(all) as Record<Login, number>;
};

let before: Record<Login, number>;
beforeAll(async () => {
  salama = await startSalama();
});
beforeEach(async () => {
  before = await waiting();
});
afterAll(() => salama.close());

/** Whose bell has more than before the test, and by how much. */
const more = async (): Promise<Partial<Record<Login, number>>> => {
  const now = await waiting();
  const grown = logins.filter((login) => now[login] !== before[login]);
  return Object.fromEntries(grown.map((login) => [login, now[login] - before[login]]));
};

test('a text in Emakhuwa waits for the listener alone', async () => {
  await tell(salama, salama.handset('Moradora'), 'Nihiku na atthu aniwa owani wahu ohiyu, mwaana okumiha');
  expect(await more()).toEqual({ escuta: 1 });
  expect((await bell('escuta')).rows).toMatchObject([{ kind: 'listen', count: 1 }]);
});

test('a matter of protection waits for the protection officer; no coordinator’s and no police bell moves', async () => {
  await tell(salama, salama.handset('+258800000071'), 'O meu marido bateu-me ontem a noite em Nantalika');
  expect(await more()).toEqual({ proteccao: 1 });
});

test('a complaint about the police waits for the protection officer; the accused post and its command hear nothing', async () => {
  await tell(
    salama,
    salama.handset('+258800000072'),
    'Os policias do posto de Nantalika pediram dinheiro e bateram num jovem',
  );
  expect(await more()).toEqual({ proteccao: 1 });
});

test('a released theft waits at its post, and is no longer new once the post has seen it', async () => {
  await tell(salama, salama.handset('+258800000073'), 'Roubo mota em Nantalika ontem a noite');
  const { id } = await newestConcern(await as('coordenadora'));
  const held = (await (await as('coordenadora')).call('getConcern', { params: { id } })).state === 'triage';
  if (held) {
    await (await as('coordenadora')).call('releaseConcern', { params: { id }, body: {} });
    await salama.advance(HELD);
  }
  const own = (await bell('comandante')).rows.find(({ kind }) => kind === 'brief');
  expect(own).toMatchObject({ part: 'new', count: 1 });
  const [brief] = (await (await as('comandante')).call('listBriefs', { query: {} })).briefs;
  await (await as('comandante')).call('seeBrief', { params: { id: brief?.id ?? '' } });
  expect(await bell('comandante')).toMatchObject({ fresh: 0, rows: [{ part: 'other', kind: 'brief' }] });
});

test('danger to life stands over coordinator and post until each of them takes it', async () => {
  await tell(salama, salama.handset('Moradora, Mirambela'), 'Linchamento em Nantalika, querem matar um rapaz');
  const { id, ref } = await newestConcern(await as('coordenadora'));
  expect((await bell('coordenadora')).dangers).toMatchObject([{ id, ref, typeCode: 'B05' }]);
  const [atPost] = (await bell('comandante')).dangers;
  expect(atPost).toMatchObject({ ref, since: null, todoId: null });
  for (const login of ['admin', 'proteccao', 'escuta', 'auditora'] as const)
    expect((await bell(login)).dangers).toEqual([]);
  await (await as('coordenador.distrital')).call('answerDanger', { params: { id } });
  expect((await bell('coordenadora')).dangers).toEqual([]);
  await (await as('comandante')).call('seeBrief', { params: { id: atPost?.id ?? '' } });
  expect((await bell('comandante')).dangers).toEqual([]);
});

test('whoever stands in hears her bell too, while the days last', async () => {
  await tell(salama, salama.handset('+258800000074'), 'Queima em Muzangala, arderam casas');
  const admin = await as('admin');
  const { team } = await admin.call('listTeam', { query: {} });
  const grantOf = (name: string): string => team.find((one) => one.name.startsWith(name))?.grantId ?? '';
  const city = (await bell('coordenador.distrital')).waiting;
  const country = (await bell('coordenadora')).waiting;
  expect(country).toBeGreaterThan(0);
  const today = dayAhead(0, salama.now());
  const { absenceId } = await admin.call('setAbsence', {
    body: {
      grantId: grantOf('Coordenadora de serviço'),
      coverGrantId: grantOf('Coordenador distrital'),
      from: today,
      to: today,
    },
  });
  expect((await bell('coordenador.distrital')).waiting).toBe(country);
  await admin.call('endAbsence', { params: { id: absenceId } });
  expect((await bell('coordenador.distrital')).waiting).toBe(city);
});

test('a page that only asks for the bell is left alone: after half an hour its session is over', async () => {
  const idle = salama.visit();
  const { login, password } = salama.people['auditora'] ?? { login: '', password: '' };
  await idle.signIn({ login, password });
  await salama.advance({ minutes: 20 });
  await idle.call('getBell');
  await salama.advance({ minutes: 11 });
  await expect(idle.call('getBell')).rejects.toMatchObject({ code: 'session.missing' });
});
