// The people of the programme by hand of its administration: listed, invited, brought back, let go; and what one alone cannot do.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type Answer,
  type Member,
  openSignInWorld,
  password,
  SetUp,
  type SignInWorld,
  secretOf,
} from '../sign-in-world.ts';

const People = z.looseObject({
  users: z.array(z.looseObject({ id: z.string(), login: z.string(), name: z.string(), state: z.string() })),
  next: z.string().nullable(),
});
const Locked = z.looseObject({ resetId: z.string(), code: z.string(), needsSecondPerson: z.boolean() });

let world: SignInWorld;
let ana: Member;
let officer: Member;
let auditor: Member;
let coordinator: Member;

beforeAll(async () => {
  world = await openSignInWorld(false);
  const first = await world.firstCodes();
  ana = await world.join(first['administrator'] ?? '', 'ana');
  officer = await world.join(first['protection-officer'] ?? '', 'oficial');
  auditor = await world.join(first['auditor'] ?? '', 'auditora');
  const { code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  coordinator = await world.join(code, 'coordenadora');
});
beforeEach(async () => {
  // What earlier tests guessed wrong from this network is forgotten by now.
  world.later(61);
  for (const member of [ana, officer, auditor]) member.cookie = (await signIn(member)).cookie ?? '';
});
afterAll(() => world?.close());

/** Half a minute later: an authenticator's digits are good once. */
const signIn = (member: Member, given: { password?: string } = {}): Promise<Answer> => {
  world.later(1);
  const body = { login: member.login, password: given.password ?? password, secondFactor: world.digits(member.secret) };
  return world.call('POST /api/session', { body });
};
const list = async (by: Member, query = '') =>
  People.parse((await world.call(`GET /api/users${query}`, { cookie: by.cookie })).body);
const lock = async (by: Member, whom: Member, lost: 'password' | 'second-factor') =>
  world.call(`POST /api/users/${whom.userId}/lock`, { cookie: by.cookie, body: { lost } });
const lockedBy = async (by: Member, whom: Member, lost: 'password' | 'second-factor') =>
  Locked.parse((await lock(by, whom, lost)).body);
const renewPhone = (member: Member, code: string, said = password) =>
  world.call('POST /api/resets/second-factor', { body: { code, login: member.login, password: said } });
const renewPassword = (member: Member, given: { code: string; password: string; ahead?: number }) => {
  world.later(1);
  return world.call('POST /api/resets/password', {
    body: {
      code: given.code,
      login: member.login,
      password: given.password,
      secondFactor: world.digits(member.secret),
    },
  });
};
const joined = async (login: string): Promise<Member> => {
  const { code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  return world.join(code, login);
};
/** The new telephone is set up and shown to work. */
const setUpPhone = async (member: Member, code: string): Promise<Answer> => {
  const { totpUri } = SetUp.parse((await renewPhone(member, code)).body);
  member.secret = secretOf(totpUri);
  return world.call('POST /api/invitations/confirm', {
    body: { login: member.login, password, secondFactor: world.digits(member.secret) },
  });
};
const stateOf = async (member: Member) =>
  (await list(ana, `?state=left&q=${member.login}`)).users[0]?.state ??
  (await list(ana, `?q=${member.login}`)).users[0]?.state;

test('the list: by name, without accents, by role and by place, page after page, nobody twice; with the day, never the hour', async () => {
  await world.asOwner((ctx) =>
    sql`update protect_user set name = 'Zuleica Muçimba' where login = 'coordenadora'`.execute(ctx.tx),
  );
  expect((await list(ana, '?q=MUCIMBA')).users.map(({ login }) => login)).toEqual(['coordenadora']);
  expect((await list(ana, '?role=coordinator')).users.map(({ login }) => login)).toEqual(['coordenadora']);
  expect((await list(auditor, '?area=ar_here')).users).toMatchObject([
    { login: 'coordenadora', grants: [{ role: 'coordinator', scope: 'Distrito Aqui' }] },
  ]);
  expect((await list(ana, '?area=ar_nowhere')).users).toEqual([]);
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: z.infer<typeof People> = await list(ana, `?limit=3${next === '' ? '' : `&cursor=${next}`}`);
    seen.push(...page.users.map(({ login }) => login));
    next = page.next;
  }
  expect(seen.toSorted()).toEqual(['ana', 'auditora', 'coordenadora', 'oficial']);
  expect(seen.at(-1)).toBe('coordenadora');
  expect((await list(ana)).users[0]).toMatchObject({
    lastSeenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    leavesOn: null,
  });
});

test('nobody but administration and audit sees the list, and audit changes nothing', async () => {
  for (const by of [officer, coordinator]) {
    by.cookie = (await signIn(by)).cookie ?? '';
    expect((await world.call('GET /api/users', { cookie: by.cookie })).status).toBe(403);
    expect((await lock(by, ana, 'password')).status).toBe(403);
  }
  expect((await lock(auditor, coordinator, 'password')).status).toBe(403);
  const planned = { cookie: auditor.cookie, body: { on: '2099-01-01' } };
  expect((await world.call(`POST /api/users/${coordinator.userId}/leaving`, planned)).status).toBe(403);
});

test('an invitation taken back, or out of time, opens nothing', async () => {
  const { id, code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  const shown = async () =>
    z
      .looseObject({ invitations: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
      .parse((await world.call('GET /api/invitations', { cookie: ana.cookie })).body)
      .invitations.find((one) => one.id === id);
  expect(await shown()).toMatchObject({ state: 'open', scope: 'Distrito Aqui', invitedBy: 'Pessoa de Prova' });
  expect((await world.call('GET /api/invitations', { cookie: ana.cookie })).body).not.toHaveProperty(
    'invitations.0.code',
  );
  expect((await world.call(`POST /api/invitations/${id}/cancel`, { cookie: officer.cookie })).status).toBe(403);
  expect((await world.call(`POST /api/invitations/${id}/cancel`, { cookie: ana.cookie })).status).toBe(200);
  expect(await world.accept(code, 'tarde')).toMatchObject({ code: 'invitation.unknown' });
  expect((await world.call(`POST /api/invitations/${id}/cancel`, { cookie: ana.cookie })).code).toBe(
    'invitation.unknown',
  );
  expect(await shown()).toMatchObject({ state: 'expired' });
  const late = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  await world.asOwner((ctx) =>
    sql`update protect_invitation set expires_at = now() - interval '1 minute' where id = ${late.id}`.execute(ctx.tx),
  );
  expect(await world.accept(late.code, 'atrasada')).toMatchObject({ code: 'invitation.unknown' });
});

test('a code is good for as long as was chosen, and for no other time', async () => {
  const invite = (validDays: number) =>
    world.call('POST /api/invitations', {
      cookie: ana.cookie,
      body: { role: 'coordinator', areaId: 'ar_here', validDays },
    });
  const { code, expiresAt } = z.looseObject({ code: z.string(), expiresAt: z.string() }).parse((await invite(1)).body);
  expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBeLessThan(30);
  expect((await invite(365)).code).toBe('request.invalid');
  await world.asOwner((ctx) =>
    sql`update protect_invitation set expires_at = expires_at - interval '2 days' where used_by is null`.execute(
      ctx.tx,
    ),
  );
  expect((await world.accept(code, 'tardia')).code).toBe('invitation.unknown');
});

test('an administrator alone makes neither protection nor audit nor another of the own kind; the second person may, the same may not', async () => {
  for (const role of ['protection-officer', 'auditor', 'administrator'] as const) {
    const { id, code } = await world.invite(ana.cookie, { role });
    expect(await world.accept(code, `so.${role}`)).toMatchObject({ code: 'grant.two-people' });
    expect((await world.call(`POST /api/invitations/${id}/confirm`, { cookie: ana.cookie })).code).toBe(
      'invitation.same-person',
    );
    const waits = z.looseObject({ confirmations: z.array(z.looseObject({ id: z.string(), mine: z.boolean() })) });
    const of = async (by: Member) =>
      waits
        .parse((await world.call('GET /api/confirmations', { cookie: by.cookie })).body)
        .confirmations.find((one) => one.id === id);
    expect([(await of(ana))?.mine, (await of(officer))?.mine]).toEqual([true, false]);
    expect((await world.call(`POST /api/invitations/${id}/confirm`, { cookie: officer.cookie })).status).toBe(200);
    expect(await of(officer)).toBeUndefined();
    // Nor does she use it herself, with the second person's good faith.
    expect(await world.accept(code, 'ana')).toMatchObject({ code: 'invitation.same-person' });
  }
});

test('a lost telephone: out everywhere at once, and back only with the code, the password and a new telephone', async () => {
  const rui = await joined('rui');
  expect(await world.person(rui.cookie)).toBeDefined();
  const { code, needsSecondPerson } = await lockedBy(ana, rui, 'second-factor');
  expect(needsSecondPerson).toBe(false);
  expect(await world.person(rui.cookie)).toBeUndefined();
  expect(await stateOf(rui)).toBe('locked');
  const old = { ...rui };
  expect((await signIn(old)).code).toBe('session.refused');
  const recovery = { login: rui.login, password, secondFactor: rui.recoveryCodes[0] };
  expect((await world.call('POST /api/session', { body: recovery })).code).toBe('session.refused');
  world.later(2);
  expect((await renewPhone(rui, code, 'outra palavra que nao serve')).code).toBe('session.refused');
  world.later(2);
  expect((await renewPhone(rui, 'AAAA-BBBB-CCCC')).code).toBe('reset.unknown');
  expect((await renewPhone(coordinator, code)).code).toBe('reset.unknown');
  world.later(2);
  expect((await setUpPhone(rui, code)).status).toBe(200);
  expect(await stateOf(rui)).toBe('active');
  expect((await signIn(old)).code).toBe('session.refused');
  world.later(5);
  expect((await signIn(rui)).status).toBe(200);
  expect((await renewPhone(rui, code)).code).toBe('reset.unknown');
});

test('a forgotten password: the code and the telephone, not the code alone', async () => {
  const ema = await joined('ema');
  const { code } = await lockedBy(ana, ema, 'password');
  expect((await signIn(ema)).code).toBe('session.refused');
  const fresh = 'quatro cajus bem maduros';
  const without = { body: { code, login: ema.login, password: fresh } };
  expect((await world.call('POST /api/resets/password', without)).code).toBe('session.second-factor');
  expect((await renewPassword(ema, { code, password: 'curta' })).code).toBe('password.too-weak');
  expect((await renewPassword(ema, { code, password: fresh })).status).toBe(200);
  world.later(5);
  expect((await signIn(ema, { password: fresh })).status).toBe(200);
  expect((await signIn(ema)).code).toBe('session.refused');
});

test('both halves cannot be had by two codes: whoever lost both comes as somebody new', async () => {
  const lia = await joined('lia');
  await lockedBy(ana, lia, 'second-factor');
  expect((await lock(ana, lia, 'password')).code).toBe('reset.both-lost');
  // A new code for the same half replaces the first one.
  const first = await lockedBy(ana, lia, 'second-factor');
  const second = await lockedBy(ana, lia, 'second-factor');
  world.later(2);
  expect((await renewPhone(lia, first.code)).code).toBe('reset.unknown');
  expect((await setUpPhone(lia, second.code)).status).toBe(200);
  // Locked, she cannot come round by an invitation either.
  await lockedBy(ana, lia, 'second-factor');
  const { code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  expect((await world.accept(code, 'lia')).code).toBe('session.refused');
});

test('a code out of time opens nothing', async () => {
  const gil = await joined('gil');
  const { code } = await lockedBy(ana, gil, 'second-factor');
  await world.asOwner((ctx) =>
    sql`update protect_reset set expires_at = now() - interval '1 minute' where user_id = ${gil.userId}`.execute(
      ctx.tx,
    ),
  );
  expect((await renewPhone(gil, code)).code).toBe('reset.unknown');
});

test('who guards others is shut out by one and comes back by two', async () => {
  const { code, resetId, needsSecondPerson } = await lockedBy(ana, officer, 'second-factor');
  expect(needsSecondPerson).toBe(true);
  expect((await renewPhone(officer, code)).code).toBe('reset.two-people');
  expect((await world.call(`POST /api/resets/${resetId}/confirm`, { cookie: ana.cookie })).code).toBe(
    'reset.same-person',
  );
  expect((await world.call(`POST /api/resets/${resetId}/confirm`, { cookie: auditor.cookie })).status).toBe(200);
  world.later(2);
  expect((await setUpPhone(officer, code)).status).toBe(200);
  world.later(3);
});

test('the database holds it too: not by the door, not by the administrator’s own SQL', async () => {
  const eva = await joined('eva');
  await lockedBy(ana, eva, 'second-factor');
  const open = world.asClass('door', '', (ctx) =>
    sql`update protect_user set state = 'active' where id = ${eva.userId}`.execute(ctx.tx),
  );
  await expect(open).rejects.toThrow();
  const asAna = (text: string) => world.asClass('administrator', ana.cookie, (ctx) => sql.raw(text).execute(ctx.tx));
  await expect(asAna(`update protect_reset set confirmed_by = 'us_x'`)).rejects.toThrow();
  await expect(asAna('select code_hash from protect_reset')).rejects.toThrow();
  await expect(
    asAna(`update protect_invitation set expires_at = now() + interval '9 days' where used_by is null`),
  ).rejects.toThrow();
  await expect(asAna(`update protect_user set leaves_at = null`)).rejects.toThrow();
});

test('a last day: works until its midnight, then never again; before that it can be taken back', async () => {
  const rita = await joined('rita');
  const leave = (on: string | null, whom = rita) =>
    world.call(`POST /api/users/${whom.userId}/leaving`, { cookie: ana.cookie, body: { on } });
  expect((await leave('2020-01-01')).code).toBe('user.not-found');
  expect((await leave('2099-05-31')).status).toBe(200);
  expect((await list(ana, '?q=rita')).users).toMatchObject([{ state: 'active', leavesOn: '2099-05-31' }]);
  expect((await signIn(rita)).status).toBe(200);
  expect((await leave(null)).status).toBe(200);
  expect((await list(ana, '?q=rita')).users).toMatchObject([{ state: 'active', leavesOn: null }]);
  expect((await leave('2099-05-31')).status).toBe(200);
  // The clock comes to that midnight.
  await world.asOwner((ctx) =>
    sql`with moved as (update protect_user set leaves_at = now() - interval '1 minute' where id = ${rita.userId} returning id)
      update protect_grant set valid_to = now() - interval '1 minute' from moved where user_id = moved.id`.execute(
      ctx.tx,
    ),
  );
  expect((await signIn(rita)).code).toBe('session.refused');
  expect((await list(ana, '?q=rita')).users).toEqual([]);
  expect((await list(ana, '?state=left&q=rita')).users).toMatchObject([
    { state: 'left', grants: [{ role: 'coordinator' }] },
  ]);
  expect((await leave(null)).code).toBe('user.not-found');
  const { code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  expect((await world.accept(code, 'rita')).code).toBe('session.refused');
});

test('administration never ends itself: not the own account, not the last one that stays', async () => {
  expect((await lock(ana, ana, 'second-factor')).code).toBe('access.denied');
  const { id, code } = await world.invite(ana.cookie, { role: 'administrator' });
  await world.call(`POST /api/invitations/${id}/confirm`, { cookie: officer.cookie });
  const second = await world.join(code, 'segunda');
  const leaving = (by: Member, whom: Member) =>
    world.call(`POST /api/users/${whom.userId}/leaving`, { cookie: by.cookie, body: { on: '2099-05-31' } });
  expect((await leaving(ana, second)).status).toBe(200);
  expect((await leaving(second, ana)).code).toBe('user.last-administrator');
  expect((await lock(second, ana, 'password')).code).toBe('user.last-administrator');
  expect((await world.call(`POST /api/users/${ana.userId}/revoke`, { cookie: second.cookie })).code).toBe(
    'user.last-administrator',
  );
});

test('who sees what: read from the doors and from the database, for those who administer, protect and audit; nobody’s data', async () => {
  const Seen = z.strictObject({
    roles: z.array(
      z.strictObject({
        role: z.string(),
        matters: z.array(z.strictObject({ matter: z.string(), sees: z.string(), does: z.string() })),
        reads: z.array(z.strictObject({ holding: z.string(), may: z.boolean() })),
      }),
    ),
  });
  coordinator.cookie = (await signIn(coordinator)).cookie ?? '';
  expect((await world.call('GET /api/sight', { cookie: coordinator.cookie })).status).toBe(403);
  const { roles } = Seen.parse((await world.call('GET /api/sight', { cookie: officer.cookie })).body);
  const of = (name: string) => roles.find(({ role }) => role === name);
  const reads = (role: string): string[] =>
    (of(role)?.reads ?? []).filter(({ may }) => may).map(({ holding }) => holding);
  const line = (role: string, matter: string) => of(role)?.matters.find((one) => one.matter === matter);
  // Who calls back reads one number at a time, sealed to her page: her own calls, and nobody else's.
  const readsNumbers = roles.map(({ role }) => role).filter((role) => reads(role).includes('sealed-identity'));
  expect(readsNumbers.toSorted()).toEqual(['coordinator', 'protection-officer']);
  expect(reads('administrator')).toEqual(['staff']);
  expect(reads('post-commander')).not.toContain('sealed-content');
  expect(reads('post-commander')).not.toContain('pseudonym');
  expect(line('administrator', 'concerns')).toMatchObject({ sees: '-', does: '-' });
  expect(line('coordinator', 'concerns')).toMatchObject({ sees: 'own', does: 'own' });
  expect(line('post-commander', 'journal')).toMatchObject({ sees: '-', does: '-' });
  // A right given by mistake is shown as it stands, not as it was meant.
  await world.scratch.owner.query('grant select (text_ct) on listen_inbound to salama_administrator');
  const after = Seen.parse((await world.call('GET /api/sight', { cookie: auditor.cookie })).body);
  await world.scratch.owner.query('revoke select (text_ct) on listen_inbound from salama_administrator');
  expect(after.roles.find(({ role }) => role === 'administrator')?.reads).toContainEqual({
    holding: 'sealed-content',
    may: true,
  });
});

test('every deed stands in the journal, by id, without a name or a code', async () => {
  const { rows } = await world.scratch.owner.query<{ event: string; payload: unknown }>(
    `select event, payload from journal where event in ('invitation.cancelled', 'user.locked', 'user.returned', 'user.leaving', 'reset.confirmed') order by seq`,
  );
  expect(new Set(rows.map(({ event }) => event)).size).toBe(5);
  expect(JSON.stringify(rows)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|Pessoa|rita|rui/);
});
