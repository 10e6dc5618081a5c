// Signing in over the real edge: cookies, one transaction per deed, several connections.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Answer,
  type Member,
  openSignInWorld,
  password,
  type SignInWorld,
} from '../../../../test/sign-in-world.ts';

let world: SignInWorld;
let ana: Member;

beforeAll(async () => {
  world = await openSignInWorld(false);
  const codes = await world.firstCodes();
  ana = await world.join(codes['administrator'] ?? '', 'ana');
});
beforeEach(async () => {
  // A new day: what earlier tests slowed down is forgotten, and every code of the app is a fresh one.
  world.later(25 * 60);
});
afterAll(() => world?.close());

const signIn = (
  given: { login?: string; password?: string; secondFactor?: string; ip?: string; cookie?: string } = {},
) => {
  const { ip, cookie, ...body } = given;
  return world.call('POST /api/session', {
    body: { login: 'ana', password, ...body },
    cookie,
    ...(ip === undefined ? {} : { ip }),
  });
};
const now = () => world.digits(ana.secret);
const tokenOf = (answer: Answer): string => answer.cookie ?? `none: ${answer.status} ${answer.code}`;

test('password and second factor open a session that says who, in which role, over what', async () => {
  const opened = await signIn({ secondFactor: now() });
  expect(opened).toMatchObject({
    status: 200,
    body: {
      name: 'Pessoa de Prova',
      grant: { role: 'administrator', scope: 'Cabo Delgado' },
      programme: { name: 'Cabo Delgado', demonstration: false },
    },
  });
  expect(await world.person(tokenOf(opened))).toMatchObject({ userId: ana.userId, role: 'administrator' });
  const seen = await world.call('GET /api/session', { cookie: tokenOf(opened) });
  expect(seen.body).toEqual(opened.body);
});

test('the second factor is asked for only after the right password, and asking costs no try', async () => {
  for (let round = 0; round < 6; round++)
    expect(await signIn()).toMatchObject({ status: 401, code: 'session.second-factor' });
  expect(await signIn({ password: 'outra palavra passe qualquer' })).toMatchObject({ code: 'session.refused' });
  expect((await signIn({ secondFactor: now() })).status).toBe(200);
});

test('a code of the app opens once, also when it is sent twice at the same moment', async () => {
  const secondFactor = now();
  const both = await Promise.all([signIn({ secondFactor }), signIn({ secondFactor })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(await signIn({ secondFactor })).toMatchObject({ status: 401, code: 'session.refused' });
});

test('a recovery code stands in for a lost phone, once', async () => {
  const [code = ''] = ana.recoveryCodes;
  expect((await signIn({ secondFactor: code.toLowerCase() })).status).toBe(200);
  expect(await signIn({ secondFactor: code })).toMatchObject({ status: 401, code: 'session.refused' });
});

test('a name nobody has takes the same hashing work and gets the same answer as a wrong password', async () => {
  const before = world.hashes();
  const wrong = await signIn({ password: 'errada errada errada errada' });
  const between = world.hashes();
  const unknown = await signIn({ login: 'ninguem', password: 'errada errada errada errada' });
  expect(between - before).toBe(1);
  expect(world.hashes() - between).toBe(1);
  expect(unknown).toEqual(wrong);
});

test('guessing slows down by doubling to a minute, is never locked, and what was counted outlives the refusals', async () => {
  const guess = () => signIn({ password: 'adivinha adivinha adivinha sempre' });
  const waits: number[] = [];
  for (let round = 0; round < 15; round++) {
    const answer = await guess();
    if (answer.status !== 429) continue;
    const { seconds } = Object(answer.body['details']);
    waits.push(seconds);
    world.later(seconds / 60);
  }
  for (let more = 0; more < 8; more++) {
    world.later(1);
    await guess();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32]);
  const slowed = await signIn({ secondFactor: now() });
  expect(slowed).toMatchObject({ status: 429, code: 'session.slow-down' });
  // Not 64: a minute is the most. On a busy machine a second or two of it may have passed already.
  const { seconds } = Object(slowed.body['details']);
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);
  world.later(1);
  expect((await signIn({ secondFactor: now() })).status).toBe(200);
  expect((await guess()).status).toBe(401);
});

test('parallel guesses are as many tries as they are', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => signIn({ password: 'adivinha em paralelo assim' })),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
});

test('one network that tries many names is slowed for every name; another network is not', async () => {
  for (let round = 0; round < 20; round++)
    expect((await signIn({ login: `nome${round}`, ip: '198.51.100.7' })).status).toBe(401);
  expect(await signIn({ login: 'nome20', ip: '198.51.100.99' })).toMatchObject({ status: 429 });
  expect(await signIn({ secondFactor: now(), ip: '203.0.113.5' })).toMatchObject({ status: 200 });
});

test('a refusal stands in the journal with its cause, and with no name', async () => {
  await signIn({ login: 'ninguem.mesmo' });
  await signIn({ secondFactor: '000000' });
  const { rows } = await world.scratch.owner.query(
    `select subject_id, payload->>'cause' as cause from journal where event = 'session.refused' order by seq desc limit 2`,
  );
  expect(rows).toEqual([
    { subject_id: ana.userId, cause: 'second-factor' },
    { subject_id: 'door', cause: 'password' },
  ]);
  const { rows: named } = await world.scratch.owner.query(`select from journal j where j::text ~ 'ninguem|\\mana\\M'`);
  expect(named).toEqual([]);
});

test('half an hour without a request ends a session; requests keep it awake, but not past its hours', async () => {
  const token = tokenOf(await signIn({ secondFactor: now() }));
  for (let passed = 0; passed < 100; passed += 25) {
    world.later(25);
    expect(await world.person(token)).toMatchObject({ userId: ana.userId });
  }
  world.later(31);
  expect(await world.person(token)).toBeUndefined();
  const other = tokenOf(await signIn({ secondFactor: now() }));
  for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
    world.later(20);
    expect(await world.person(other)).toBeDefined();
  }
  world.later(20);
  expect(await world.person(other)).toBeUndefined();
});

test('signing in again in the same browser ends the session it held; signing out ends one, or all', async () => {
  const first = tokenOf(await signIn({ secondFactor: world.digits(ana.secret, -1) }));
  const second = tokenOf(await signIn({ secondFactor: now(), cookie: first }));
  expect(await world.person(first)).toBeUndefined();
  const third = tokenOf(await signIn({ secondFactor: world.digits(ana.secret, 1) }));
  expect((await world.call('DELETE /api/session', { cookie: second })).status).toBe(200);
  expect([await world.person(second), (await world.person(third))?.userId]).toEqual([undefined, ana.userId]);
  world.later(2);
  const fourth = tokenOf(await signIn({ secondFactor: now() }));
  expect((await world.call('DELETE /api/sessions', { cookie: third })).status).toBe(200);
  expect(await world.person(fourth)).toBeUndefined();
  expect(await world.call('DELETE /api/session', { cookie: fourth })).toMatchObject({ code: 'session.missing' });
});

test('what lies in the database opens nothing: token, secret and codes are kept hashed or sealed', async () => {
  const token = tokenOf(await signIn({ secondFactor: now() }));
  const secrets = [token, ana.secret, password, ...ana.recoveryCodes.map((code) => code.replaceAll('-', ''))];
  for (const table of ['protect_session', 'protect_user', 'protect_recovery_code', 'protect_invitation', 'journal']) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
      world.scratch.as('owner'),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) {
      const bytes = [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex = '']) =>
        Buffer.from(hex, 'hex').toString('latin1'),
      );
      for (const text of [row, ...bytes]) expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  }
});

test('before signing in one may ask for the name of the programme, and for nothing else', async () => {
  expect(await world.call('GET /api/programme')).toMatchObject({
    body: { name: 'Cabo Delgado', demonstration: false, locale: 'pt' },
  });
  for (const line of ['GET /api/session', 'DELETE /api/session', 'DELETE /api/sessions', 'GET /api/users'] as const)
    expect(await world.call(line)).toMatchObject({ status: 401, code: 'session.missing' });
});
