// How people come in: one code for one person and one role, two people for the roles that see most, no person on both sides.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type Member,
  openSignInWorld,
  password,
  SetUp,
  type SignInWorld,
  secretOf,
} from '../../../../test/sign-in-world.ts';
import { roleFacts, roles } from '../../../shared/domain/role.ts';

let world: SignInWorld;
let ana: Member;
let second: Member;
let first: Record<string, string>;

const signedIn = async (member: Member): Promise<string> => {
  const body = { login: member.login, password, secondFactor: world.digits(member.secret) };
  const opened = await world.call('POST /api/session', { body });
  return opened.cookie ?? `none: ${opened.code}`;
};
const confirm = (by: string, id: string) => world.call(`POST /api/invitations/${id}/confirm`, { cookie: by });

beforeAll(async () => {
  world = await openSignInWorld(false);
  first = await world.firstCodes();
  ana = await world.join(first['administrator'] ?? '', 'ana');
  // The second administrator: confirmed by the owner here, because the first has nobody beside her yet.
  const invited = await world.invite(ana.cookie, { role: 'administrator' });
  await world.asOwner((ctx) =>
    sql`update protect_invitation set confirmed_by = 'us_board' where id = ${invited.id}`.execute(ctx.tx),
  );
  second = await world.join(invited.code, 'segunda');
});
beforeEach(() => world.later(2 * 60));
afterAll(() => world?.close());

test('the three first codes are for three people: one person gets no second of them', async () => {
  expect(Object.keys(first).sort()).toEqual(['administrator', 'auditor', 'protection-officer']);
  expect(await world.accept(first['protection-officer'] ?? '', 'ana')).toMatchObject({
    status: 409,
    code: 'invitation.same-person',
  });
  const officer = await world.join(first['protection-officer'] ?? '', 'oficial');
  expect(await world.person(officer.cookie)).toMatchObject({ role: 'protection-officer' });
});

test('init after everybody came prints no code, and before that replaces the unused ones', async () => {
  const again = await world.firstCodes();
  expect(Object.keys(again)).toEqual(['auditor']);
  expect(await world.accept(first['auditor'] ?? '', 'auditora')).toMatchObject({ code: 'invitation.unknown' });
  await world.join(again['auditor'] ?? '', 'auditora');
  expect(await world.firstCodes()).toEqual({});
});

test('a code is for one person: nobody else can use it, whoever began may begin again until the app works', async () => {
  const { code } = await world.invite(await signedIn(ana), { role: 'coordinator', areaId: 'ar_here' });
  const begun = SetUp.parse((await world.accept(code, 'carlos')).body);
  expect(begun.recoveryCodes).toHaveLength(10);
  expect(await world.accept(code, 'outro')).toMatchObject({ status: 404, code: 'invitation.unknown' });
  expect(await world.accept(code, 'carlos', { password: 'nao sei qual era ela' })).toMatchObject({
    code: 'session.refused',
  });
  const again = SetUp.parse((await world.accept(code, 'carlos')).body);
  expect(again.userId).toBe(begun.userId);
  const prove = (secret: string) =>
    world.call('POST /api/invitations/confirm', {
      body: { login: 'carlos', password, secondFactor: world.digits(secret) },
    });
  expect(await prove(secretOf(begun.totpUri))).toMatchObject({ status: 401, code: 'session.refused' });
  const opened = await prove(secretOf(again.totpUri));
  expect(opened).toMatchObject({ status: 200, body: { grant: { role: 'coordinator', scope: 'Distrito Aqui' } } });
  expect(await world.accept(code, 'carlos')).toMatchObject({ code: 'invitation.unknown' });
  const [old = ''] = begun.recoveryCodes;
  const body = { login: 'carlos', password, secondFactor: old };
  expect(await world.call('POST /api/session', { body })).toMatchObject({ code: 'session.refused' });
});

test('nobody signs in before the second factor was proved', async () => {
  const { code } = await world.invite(await signedIn(ana), { role: 'post-commander', postId: 'po_here' });
  const { totpUri, recoveryCodes } = SetUp.parse((await world.accept(code, 'quase')).body);
  const [recovery = ''] = recoveryCodes;
  const digits = world.digits(secretOf(totpUri));
  for (const secondFactor of [digits, recovery, undefined])
    expect(
      await world.call('POST /api/session', {
        body: { login: 'quase', password, ...(secondFactor ? { secondFactor } : {}) },
      }),
    ).toMatchObject({ status: 401, code: 'session.refused' });
  world.later(2);
  const body = { login: 'quase', password, secondFactor: recovery };
  expect(await world.call('POST /api/invitations/confirm', { body })).toMatchObject({ code: 'session.refused' });
});

test('a code dies after seven days, and one that was mistyped is simply unknown', async () => {
  const { code } = await world.invite(await signedIn(ana), { role: 'listener', language: 'vmw' });
  expect(await world.accept(`${code.slice(0, -1)}*`, 'ouvinte')).toMatchObject({ code: 'invitation.unknown' });
  world.later(7 * 24 * 60 + 1);
  expect(await world.accept(code, 'ouvinte')).toMatchObject({ code: 'invitation.unknown' });
});

test('a weak password is refused with its reason, and the code is still good', async () => {
  const { code } = await world.invite(await signedIn(ana), { role: 'listener', language: 'vmw' });
  expect(await world.accept(code, 'ouvinte2', { password: 'Mocambique2026!' })).toMatchObject({
    status: 422,
    code: 'password.too-weak',
    body: { details: { weakness: 'too-common' } },
  });
  expect((await world.join(code, 'ouvinte2')).userId).toMatch(/^us_/);
});

test.each(['administrator', 'protection-officer', 'auditor'] as const)(
  'a further %s needs a second person, not the inviter and not the invited',
  async (role) => {
    const inviter = await signedIn(ana);
    const { id, code } = await world.invite(inviter, { role });
    const login = `novo.${role}`;
    expect(await world.accept(code, login)).toMatchObject({ status: 409, code: 'grant.two-people' });
    expect(await confirm(inviter, id)).toMatchObject({ status: 409, code: 'invitation.same-person' });
    expect(await world.accept(code, login)).toMatchObject({ code: 'grant.two-people' });
    const confirmer = await signedIn(second);
    expect((await confirm(confirmer, id)).status).toBe(200);
    expect(await confirm(confirmer, id)).toMatchObject({ code: 'invitation.unknown' });
    for (const self of ['ana', 'segunda'])
      expect(await world.accept(code, self)).toMatchObject({ status: 409, code: 'invitation.same-person' });
    const joined = await world.join(code, login);
    expect(await world.person(joined.cookie)).toMatchObject({ role });
  },
);

test('who serves in the police never holds a role of the programme, nor the other way round', async () => {
  const by = await signedIn(ana);
  const post = await world.invite(by, { role: 'post-commander', postId: 'po_here' });
  const commander = await world.join(post.code, 'comandante');
  const area = await world.invite(by, { role: 'coordinator', areaId: 'ar_here' });
  expect(await world.accept(area.code, 'comandante')).toMatchObject({ status: 409, code: 'grant.side' });
  const coordinator = await world.join(area.code, 'coordenadora');
  const other = await world.invite(by, { role: 'district-commander', postId: 'po_here' });
  expect(await world.accept(other.code, 'coordenadora')).toMatchObject({ code: 'grant.side' });
  const row = (id: string, role: string) =>
    world.asOwner((ctx) =>
      sql`insert into protect_grant (id, user_id, role, granted_by, valid_from) values (${`gr_${role}`}, ${id}, ${role}, 'x', now())`.execute(
        ctx.tx,
      ),
    );
  await expect(row(commander.userId, 'listener')).rejects.toMatchObject({ constraint: 'protect_grant_side' });
  await expect(row(coordinator.userId, 'district-commander')).rejects.toMatchObject({
    constraint: 'protect_grant_side',
  });
});

test('a person of two roles acts in one at a time, with a token of its own, within the hours of the first sign-in', async () => {
  const by = await signedIn(ana);
  const one = await world.invite(by, { role: 'coordinator', areaId: 'ar_here' });
  const both = await world.join(one.code, 'duas');
  const two = await world.invite(by, { role: 'listener', language: 'vmw' });
  expect(await world.accept(two.code, 'duas')).toMatchObject({ status: 200, body: { totpUri: '', recoveryCodes: [] } });
  const body = { login: 'duas', password, secondFactor: world.digits(both.secret, 1) };
  const opened = await world.call('POST /api/invitations/confirm', { body });
  expect(opened.body).toMatchObject({ grant: { role: 'listener', scope: 'vmw' } });
  const grants = Object(opened.body)['grants'];
  expect(grants).toMatchObject([{ role: 'coordinator', scope: 'Distrito Aqui' }, { role: 'listener' }]);
  world.later(20);
  const chosen = await world.call('POST /api/session/grant', {
    cookie: opened.cookie,
    body: { grantId: grants[0].id },
  });
  expect(chosen.body).toMatchObject({ grant: { role: 'coordinator' }, expiresAt: opened.body['expiresAt'] });
  expect(await world.person(opened.cookie ?? '')).toBeUndefined();
  expect(await world.person(chosen.cookie ?? '')).toMatchObject({ role: 'coordinator' });
  const foreign = await world.call('POST /api/session/grant', { cookie: chosen.cookie, body: { grantId: 'gr_none' } });
  expect(foreign).toMatchObject({ status: 404, code: 'grant.not-found' });
});

test.each([
  { role: 'coordinator' },
  { role: 'coordinator', postId: 'po_here' },
  { role: 'post-commander', postId: 'po_here', areaId: 'ar_here' },
  { role: 'listener', language: 'xx' },
  { role: 'coordinator', areaId: 'ar_here', ownCouncilId: 'co_one' },
])('an invitation over the wrong thing is refused: %o', async (body) => {
  const refused = await world.call('POST /api/invitations', { cookie: await signedIn(ana), body });
  expect(refused).toMatchObject({ status: 400, code: 'request.invalid' });
});

test('places that do not exist are named as such', async () => {
  const cookie = await signedIn(ana);
  const to = (body: object) => world.call('POST /api/invitations', { cookie, body });
  expect(await to({ role: 'coordinator', areaId: 'ar_none' })).toMatchObject({ code: 'area.not-found' });
  expect(await to({ role: 'post-commander', postId: 'po_none' })).toMatchObject({ code: 'post.not-found' });
});

test('the wall in the database knows the same roles as the catalogue', async () => {
  const { rows } = await world.scratch.owner.query(`select prosrc from pg_proc where proname = 'check_grant'`);
  const listed = (name: string) =>
    new RegExp(`${name} constant text\\[\\] := array\\[([^\\]]*)\\]`)
      .exec(rows[0].prosrc)?.[1]
      ?.replaceAll("'", '')
      .split(', ')
      .sort();
  expect(listed('two_people')).toEqual(roles.filter((role) => roleFacts[role].twoPeople).sort());
  expect(listed('service')).toEqual(roles.filter((role) => roleFacts[role].side === 'service').sort());
});
