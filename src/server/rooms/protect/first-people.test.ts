// The invented staff of a demonstration sign in with a password alone; nowhere else does anybody.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignInWorld, password, type SignInWorld } from '../../../../test/sign-in-world.ts';

let demonstration: SignInWorld;
let real: SignInWorld;

beforeAll(async () => {
  demonstration = await openSignInWorld(true);
  real = await openSignInWorld(false);
});
afterAll(async () => {
  await demonstration?.close();
  await real?.close();
});

const signIn = (world: SignInWorld, login: string, given = password) =>
  world.call('POST /api/session', { body: { login, password: given } });

test('a demonstration user needs no second factor, but the password', async () => {
  const userId = await demonstration.seed('demo.posto', 'post-commander', { postId: 'po_here' });
  const opened = await signIn(demonstration, 'demo.posto');
  expect(opened.body).toMatchObject({
    userId,
    grant: { role: 'post-commander', scope: 'Posto Aqui' },
    programme: { demonstration: true },
  });
  expect(await signIn(demonstration, 'demo.posto', 'outra coisa bem diferente')).toMatchObject({ status: 401 });
});

test('a demonstration user over nothing is refused', async () => {
  await expect(demonstration.seed('demo.nada', 'coordinator')).rejects.toMatchObject({ code: 'request.invalid' });
});

test('a real programme makes no such user', async () => {
  await expect(real.seed('demo.real', 'auditor')).rejects.toMatchObject({ code: 'programme.not-demonstration' });
});

test('a server told that it is a demonstration relaxes nothing when its database is a real programme', async () => {
  await demonstration.seed('demo.auditora', 'auditor');
  expect((await signIn(demonstration, 'demo.auditora')).status).toBe(200);
  await demonstration.scratch.owner.query('update programme set demonstration = false');
  expect(await signIn(demonstration, 'demo.auditora')).toMatchObject({ status: 401, code: 'session.second-factor' });
});

test('who brings a second factor into a demonstration has it checked', async () => {
  await demonstration.scratch.owner.query('update programme set demonstration = true');
  const codes = await demonstration.firstCodes();
  const ana = await demonstration.join(codes['administrator'] ?? '', 'ana.demo');
  const body = { login: 'ana.demo', password, secondFactor: '000000' };
  expect(await demonstration.call('POST /api/session', { body })).toMatchObject({
    status: 401,
    code: 'session.refused',
  });
  expect(await demonstration.person(ana.cookie)).toMatchObject({ role: 'administrator' });
});
