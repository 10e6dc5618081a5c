// The walls that stand when a deed, a screen or a whole process fails: what a revoked, forged or too powerful session can still do.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Ctx } from '../../../src/server/db/tx.ts';
import { roleFacts, roles } from '../../../src/shared/domain/role.ts';
import { type Member, openSignInWorld, password, type SignInWorld } from '../../sign-in-world.ts';

let world: SignInWorld;
let ana: Member;
let second: Member;
let officer: Member;

beforeAll(async () => {
  world = await openSignInWorld(false);
  const first = await world.firstCodes();
  ana = await world.join(first['administrator'] ?? '', 'ana');
  officer = await world.join(first['protection-officer'] ?? '', 'oficial');
  second = await joinAdministrator('segunda');
  await world.asOwner((ctx) =>
    sql`insert into respond_concern (id, ref, lane, time_band, told_on, state, severity, danger, place_by, opened_at)
    values ('cn_canary', '4C6D', 'protection', 'night', '2026-01-01', 'triage', 3, false, 'none', now())`.execute(
      ctx.tx,
    ),
  );
});
beforeEach(async () => {
  world.later(2);
  for (const member of [ana, second, officer]) member.cookie = await signedIn(member);
  world.later(2);
});
afterAll(() => world?.close());

async function joinAdministrator(login: string): Promise<Member> {
  const { id, code } = await world.invite(await signedIn(ana), { role: 'administrator' });
  await world.asOwner((ctx) =>
    sql`update protect_invitation set confirmed_by = ${officer.userId} where id = ${id}`.execute(ctx.tx),
  );
  return world.join(code, login);
}

async function signedIn(member: Member): Promise<string> {
  world.later(1);
  const body = { login: member.login, password, secondFactor: world.digits(member.secret) };
  const opened = await world.call('POST /api/session', { body });
  return opened.cookie ?? `none: ${opened.code}`;
}
const revoke = (by: Member, whom: string) => world.call(`POST /api/users/${whom}/revoke`, { cookie: by.cookie });
const asAna = <T>(deed: (ctx: Ctx) => Promise<T>) => world.asClass('administrator', ana.cookie, deed);

test('a revoked person is out at once, everywhere, and stays out', async () => {
  const { code } = await world.invite(ana.cookie, { role: 'coordinator', areaId: 'ar_here' });
  const joined = await world.join(code, 'saida');
  const areas = () =>
    world.asClass('coordinator', joined.cookie, (ctx) => ctx.tx.selectFrom('programme').select('name').execute());
  expect(await areas()).toHaveLength(1);
  expect((await revoke(ana, joined.userId)).status).toBe(200);
  expect(await world.person(joined.cookie)).toBeUndefined();
  expect(await areas()).toEqual([]);
  expect(await signedIn(joined)).toBe('none: session.refused');
  expect((await revoke(ana, joined.userId)).status).toBe(200);
  const { rows } = await world.scratch.owner.query(
    `select event, actor from journal where event in ('user.revoked', 'grant.ended') order by seq`,
  );
  expect(rows).toEqual([
    { event: 'grant.ended', actor: ana.userId },
    { event: 'user.revoked', actor: ana.userId },
  ]);
  const listed = await world.call('GET /api/users?state=left', { cookie: ana.cookie });
  expect(listed.body['users']).toContainEqual(expect.objectContaining({ id: joined.userId, state: 'left' }));
  const here = await world.call('GET /api/users', { cookie: ana.cookie });
  expect(here.body['users']).toContainEqual(expect.objectContaining({ id: ana.userId, signedIn: true }));
  expect(here.body['users']).not.toContainEqual(expect.objectContaining({ id: joined.userId }));
});

test('an invitation dies with the standing of the one who gave it', async () => {
  const third = await joinAdministrator('terceira');
  const { code } = await world.invite(third.cookie, { role: 'listener', language: 'kde' });
  await revoke(ana, third.userId);
  expect(await world.accept(code, 'ouvinte')).toMatchObject({ code: 'invitation.unknown' });
});

test('nobody revokes the own account, and only an administrator revokes at all', async () => {
  expect(await revoke(ana, ana.userId)).toMatchObject({ status: 403, code: 'access.denied' });
  expect(await revoke(officer, ana.userId)).toMatchObject({ status: 403, code: 'access.denied' });
  expect(await revoke(ana, 'us_nobody')).toMatchObject({ status: 404, code: 'user.not-found' });
});

test('of two administrators who revoke each other at the same moment, one stays', async () => {
  const [left, right] = [await joinAdministrator('esquerda'), await joinAdministrator('direita')];
  const both = await Promise.all([revoke(left, right.userId), revoke(right, left.userId)]);
  expect(both.map(({ status }) => status === 200)).toContain(true);
  const states = await world.scratch.owner.query('select state from protect_user where id = any($1)', [
    [left.userId, right.userId],
  ]);
  expect(states.rows.map(({ state }) => state).sort()).toEqual(['active', 'revoked']);
});

test('a forged token, or the token of another class, sees no row of any table, in any class', async () => {
  const { rows: tables } = await world.scratch.owner.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  const classes = [...new Set(roles.map((role) => roleFacts[role].databaseClass))];
  let read = 0;
  for (const databaseClass of classes)
    for (const token of ['', 'forged', databaseClass === 'administrator' ? officer.cookie : ana.cookie])
      await world.asClass(databaseClass, token, async (ctx) => {
        for (const { name } of tables) {
          const may = await sql<{ yes: boolean }>`select has_any_column_privilege(${name}, 'select') as yes`.execute(
            ctx.tx,
          );
          if (!may.rows[0]?.yes) continue;
          read++;
          const seen = await sql<{ n: string }>`select count(*) as n from ${sql.table(name)}`.execute(ctx.tx);
          expect([databaseClass, name, seen.rows[0]?.n]).toEqual([databaseClass, name, '0']);
        }
      });
  expect(read).toBeGreaterThan(60);
  expect(await world.person('forged')).toBeUndefined();
  expect(await world.person('A'.repeat(43))).toBeUndefined();
  const own = await world.asClass('protection', officer.cookie, (ctx) =>
    sql`select from respond_concern`.execute(ctx.tx),
  );
  expect(own.rows).toHaveLength(1);
});

test.each([
  [
    'a grant for herself',
    `insert into protect_grant (id, user_id, role, granted_by, confirmed_by, valid_from) values ('gr_x', 'ANA', 'protection-officer', 'ANA', 'SECOND', now())`,
  ],
  [
    'an invitation that is confirmed already',
    `insert into protect_invitation (id, code_hash, role, invited_by, confirmed_by, expires_at) values ('iv_x', '\\x01', 'protection-officer', 'ANA', 'SECOND', now() + interval '1 day')`,
  ],
  [
    'an invitation in the name of another',
    `insert into protect_invitation (id, code_hash, role, invited_by, expires_at) values ('iv_x', '\\x01', 'protection-officer', 'SECOND', now() + interval '1 day')`,
  ],
  [
    'an invitation as if of the first three',
    `insert into protect_invitation (id, code_hash, role, invited_by, expires_at) values ('iv_x', '\\x01', 'protection-officer', 'init', now() + interval '1 day')`,
  ],
  ['a confirmation by a plain update', `update protect_invitation set confirmed_by = 'SECOND'`],
  ['a return of a revoked person', `update protect_user set state = 'active' where id = 'SECOND'`],
  ['a longer life for a session', `update protect_session set expires_at = now() + interval '9 days'`],
  [
    'a session',
    `insert into protect_session (token_hash, user_id, grant_id, role, created_at, seen_at, expires_at) select '\\x02', g.user_id, g.id, g.role, now(), now(), now() + interval '1 hour' from protect_grant g`,
  ],
  ['the telling', 'select narrative from respond_concern'],
  ['the password', 'select password_hash from protect_user'],
])('an administrator who writes SQL gets no %s', async (_, statement) => {
  const filled = statement.replaceAll('ANA', ana.userId).replaceAll('SECOND', second.userId);
  await expect(asAna((ctx) => sql.raw(filled).execute(ctx.tx))).rejects.toMatchObject({ code: '42501' });
});

test('an administrator who writes SQL cannot confirm the own invitation, nor bring back an ended grant', async () => {
  const { id } = await world.invite(ana.cookie, { role: 'auditor' });
  const outcome = await asAna((ctx) =>
    sql<{ said: string }>`select ctx.confirm_invitation(${id}) as said`.execute(ctx.tx),
  );
  expect(outcome.rows).toEqual([{ said: 'same-person' }]);
  const revived = await asAna((ctx) =>
    sql`update protect_grant set valid_to = now() + interval '1 year' where valid_to is not null`.execute(ctx.tx),
  );
  expect(revived.numAffectedRows).toBe(0n);
});

const grant = (id: string, userId: string, role: string) =>
  sql`insert into protect_grant (id, user_id, role, granted_by, valid_from) values (${id}, ${userId}, ${role}, ${ana.userId}, now())`;

test('the door itself makes no grant without its invitation, and none that takes two people without the second', async () => {
  const door = <T>(deed: (ctx: Ctx) => Promise<T>) => world.asClass('door', '', deed);
  await expect(door((ctx) => grant('gr_none', officer.userId, 'auditor').execute(ctx.tx))).rejects.toMatchObject({
    constraint: 'protect_grant_invited',
  });
  const { id } = await world.invite(ana.cookie, { role: 'auditor' });
  const forced = door(async (ctx) => {
    await sql`update protect_invitation set used_by = ${officer.userId} where id = ${id}`.execute(ctx.tx);
    await grant(`gr${id.slice(2)}`, officer.userId, 'auditor').execute(ctx.tx);
  });
  await expect(forced).rejects.toMatchObject({ constraint: 'protect_grant_two_people' });
  await expect(
    door((ctx) => sql`update protect_invitation set confirmed_by = 'x'`.execute(ctx.tx)),
  ).rejects.toMatchObject({ code: '42501' });
});

test('a session is of a grant its user has, in exactly that role', async () => {
  const forged = world.asClass('door', '', (ctx) =>
    sql`insert into protect_session (token_hash, user_id, grant_id, role, created_at, seen_at, expires_at)
      select sha256('x'), g.user_id, g.id, 'protection-officer', now(), now(), now() + interval '1 hour' from protect_grant g where g.user_id = ${ana.userId}`.execute(
      ctx.tx,
    ),
  );
  await expect(forged).rejects.toMatchObject({ constraint: 'protect_session_grant_whole' });
});
