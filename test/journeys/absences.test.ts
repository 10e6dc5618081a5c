// Away from day to day: whoever stands in sees and works what she saw, marked as hers, and nothing more before, after or beside it.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { findStaffContact } from '../../src/server/rooms/protect/index.ts';
import type { Role, roleFacts } from '../../src/shared/domain/role.ts';
import { dayAhead } from '../day.ts';
import { openSignInWorld, password, type SignInWorld } from '../sign-in-world.ts';

type Person = { userId: string; login: string; cookie: string; grantId: string };
let world: SignInWorld;
const people = new Map<string, Person>();
const the = (login: string): Person => people.get(login) ?? { userId: '', login, cookie: '', grantId: '' };

const staff: readonly (readonly [string, Role, { areaId?: string; postId?: string }])[] = [
  ['admin', 'administrator', {}],
  ['aqui', 'coordinator', { areaId: 'ar_here' }],
  ['ali', 'coordinator', { areaId: 'ar_there' }],
  ['longe', 'coordinator', { areaId: 'ar_far' }],
  ['provincia', 'coordinator', { areaId: 'ar_province' }],
  ['posto', 'post-commander', { postId: 'po_here' }],
  ['vizinho', 'post-commander', { postId: 'po_beside' }],
  ['outro', 'post-commander', { postId: 'po_health' }],
  ['comando', 'district-commander', { postId: 'po_command' }],
  ['oficial', 'protection-officer', {}],
  ['oficial.dois', 'protection-officer', {}],
  ['auditora', 'auditor', {}],
];

beforeAll(async () => {
  world = await openSignInWorld(true);
  await world.scratch.owner.query(`insert into know_area (id, parent_id, kind, name, folded, lineage, scope_id) values
    ('ar_province', null, 'province', 'Província', 'provincia', '{ar_province}', 'ar_province'),
    ('ar_there', 'ar_province', 'district', 'Distrito Ali', 'distrito ali', '{ar_province,ar_there}', 'ar_there'),
    ('ar_else', null, 'province', 'Outra', 'outra', '{ar_else}', 'ar_else'),
    ('ar_far', 'ar_else', 'district', 'Distrito Longe', 'distrito longe', '{ar_else,ar_far}', 'ar_far')`);
  await world.scratch.owner.query(
    `update know_area set parent_id = 'ar_province', lineage = '{ar_province,ar_here}' where id = 'ar_here'`,
  );
  await world.scratch.owner.query(`insert into know_post (id, service, name, area_id, scope_id) values
    ('po_command', 'police', 'Comando', 'ar_here', 'ar_here'), ('po_beside', 'police', 'Posto Vizinho', 'ar_here', 'ar_here'),
    ('po_health', 'health', 'Centro de Saúde', 'ar_here', 'ar_here')`);
  for (const [login, role, scope] of staff) {
    const userId = await world.seed(login, role, scope);
    const { rows } = await world.scratch.owner.query<{ id: string }>(
      'select id from protect_grant where user_id = $1',
      [userId],
    );
    people.set(login, { userId, login, cookie: '', grantId: rows[0]?.id ?? '' });
  }
  for (const area of ['ar_here', 'ar_there', 'ar_far'])
    await world.scratch.owner.query(
      `insert into know_todo (id, kind, role, subject_id, scope_id, opened_at) values ($1, 'explain-again', 'coordinator', $2, $3, now())`,
      [`td_${area}`, `cn_${area}`, area],
    );
});
beforeEach(async () => {
  await world.scratch.owner.query('delete from protect_absence');
  await world.scratch.owner.query(`update know_todo set state = 'open', taken_by = null`);
  for (const person of people.values()) {
    const opened = await world.call('POST /api/session', { body: { login: person.login, password } });
    person.cookie = opened.cookie ?? '';
  }
});
afterAll(() => world?.close());

type Days = { by?: string; from?: number; to?: number };
const away = (who: string, cover: string, { by = who, from = 0, to = 2 }: Days = {}) =>
  world.call('POST /api/absences', {
    cookie: the(by).cookie,
    body: { grantId: the(who).grantId, coverGrantId: the(cover).grantId, from: dayAhead(from), to: dayAhead(to) },
  });
type Class = (typeof roleFacts)[Role]['databaseClass'];
const value = async (who: string, databaseClass: Class, question: string): Promise<unknown> => {
  const { rows } = await world.asClass(databaseClass, the(who).cookie, (ctx) =>
    sql<{ value: unknown }>`${sql.raw(`select ${question} as value`)}`.execute(ctx.tx),
  );
  return rows[0]?.value;
};
const areasOf = (who: string) => value(who, 'coordinator', 'ctx.areas()');
const postsOf = (who: string) => value(who, 'post', 'ctx.posts()');
const todosOf = (who: string) => value(who, 'coordinator', 'array(select scope_id from know_todo order by 1)');
const Absences = z.looseObject({ absences: z.array(z.looseObject({ id: z.string(), name: z.string() })) });
const listed = async (who: string) =>
  Absences.parse((await world.call('GET /api/absences', { cookie: the(who).cookie })).body).absences;
/** The clock comes to the end of the days, or not yet to their beginning. */
const move = (interval: string) =>
  world.scratch.owner.query(
    `update protect_absence set starts_at = starts_at + $1::interval, ends_at = ends_at + $1::interval`,
    [interval],
  );

test('her days reach the neighbour who covers, marked with her name, and end by themselves', async () => {
  expect(await areasOf('ali')).toEqual(['ar_there']);
  expect((await away('aqui', 'ali')).status).toBe(200);
  expect([await areasOf('ali'), await todosOf('ali')]).toEqual([
    ['ar_here', 'ar_there'],
    ['ar_here', 'ar_there'],
  ]);
  expect(await listed('ali')).toMatchObject([
    {
      name: 'Pessoa aqui',
      cover: 'Pessoa ali',
      scope: 'Distrito Aqui',
      standing: true,
      iCover: true,
      areaIds: ['ar_here'],
      to: dayAhead(2),
    },
  ]);
  // Her own sight is as it was; nobody else's is wider.
  expect([await areasOf('aqui'), await areasOf('longe')]).toEqual([['ar_here'], ['ar_far']]);
  await move('-3 days');
  expect([await areasOf('ali'), await todosOf('ali'), await listed('ali')]).toEqual([['ar_there'], ['ar_there'], []]);
});

test('before its first day it gives nothing; ended sooner, by her or by who steps back, it gives nothing any more', async () => {
  await away('aqui', 'ali', { from: 3, to: 5 });
  expect([await areasOf('ali'), (await listed('ali'))[0]]).toMatchObject([['ar_there'], { standing: false }]);
  await move('-3 days');
  expect(await areasOf('ali')).toEqual(['ar_here', 'ar_there']);
  const id = (await listed('aqui'))[0]?.id ?? '';
  const end = (who: string) => world.call(`POST /api/absences/${id}/end`, { cookie: the(who).cookie });
  expect((await end('longe')).code).toBe('absence.not-found');
  expect((await end('posto')).code).toBe('absence.not-found');
  expect((await end('ali')).status).toBe(200);
  expect(await areasOf('ali')).toEqual(['ar_there']);
  expect((await end('aqui')).code).toBe('absence.not-found');
});

test('what she had taken may be taken over by the cover, by nobody else, and not after the days', async () => {
  await world.scratch.owner.query(`update know_todo set state = 'taken', taken_by = $1 where id = 'td_ar_here'`, [
    the('aqui').userId,
  ]);
  const replaceable = (who: string) => value(who, 'coordinator', 'ctx.replaceable()');
  expect(await replaceable('ali')).toEqual([]);
  await away('aqui', 'ali');
  expect([await replaceable('ali'), await replaceable('provincia')]).toEqual([[the('aqui').userId], []]);
  await move('-3 days');
  expect(await replaceable('ali')).toEqual([]);
  // Whoever has left has nothing in hand any more: it waits for everybody of the role.
  await world.scratch.owner.query(`update protect_user set leaves_at = now() - interval '1 hour' where login = 'aqui'`);
  expect(await replaceable('provincia')).toEqual([the('aqui').userId]);
  await world.scratch.owner.query(`update protect_user set leaves_at = null where login = 'aqui'`);
});

test('a cover has the same role and is near enough: no other role, no other province, no other service, not herself', async () => {
  const refused = async (who: string, cover: string, by = who) => (await away(who, cover, { by })).code;
  expect(await refused('aqui', 'posto')).toBe('absence.no-cover');
  expect(await refused('aqui', 'oficial')).toBe('absence.no-cover');
  expect(await refused('aqui', 'longe')).toBe('absence.no-cover');
  expect(await refused('aqui', 'aqui')).toBe('absence.no-cover');
  expect(await refused('posto', 'comando')).toBe('absence.no-cover');
  expect(await refused('posto', 'outro')).toBe('absence.no-cover');
  expect(await refused('oficial', 'aqui')).toBe('absence.no-cover');
  expect(await postsOf('vizinho')).toEqual(['po_beside']);
  expect((await away('posto', 'vizinho')).status).toBe(200);
  expect(await postsOf('vizinho')).toEqual(expect.arrayContaining(['po_beside', 'po_here']));
  expect(await postsOf('outro')).toEqual(['po_health']);
  // The list offers nobody else either.
  const offered = await world.call(`GET /api/grants/${the('posto').grantId}/covers`, { cookie: the('posto').cookie });
  expect(offered.body['covers']).toMatchObject([{ name: 'Pessoa vizinho' }]);
  expect((await world.call(`GET /api/grants/${the('ali').grantId}/covers`, { cookie: the('posto').cookie })).code).toBe(
    'grant.not-found',
  );
});

test('set by herself, by the coordinator over her, by administration; protection only among themselves; nobody widens the own sight', async () => {
  expect((await away('posto', 'vizinho', { by: 'aqui' })).status).toBe(200);
  expect((await away('ali', 'aqui', { by: 'provincia' })).status).toBe(200);
  expect((await away('provincia', 'aqui', { by: 'aqui' })).code).toBe('grant.not-found');
  expect((await away('ali', 'aqui', { by: 'aqui', from: 10, to: 11 })).code).toBe('grant.not-found');
  expect((await away('comando', 'comando', { by: 'posto' })).code).toBe('grant.not-found');
  expect((await away('oficial', 'oficial.dois', { by: 'admin' })).code).toBe('grant.not-found');
  expect((await away('auditora', 'auditora', { by: 'admin' })).code).toBe('grant.not-found');
  expect((await away('oficial', 'oficial.dois', { by: 'oficial.dois' })).status).toBe(200);
  expect((await away('longe', 'provincia', { by: 'admin' })).code).toBe('absence.no-cover');
  // An administrator who is a coordinator beside it covers nobody by her own word.
  await world.scratch.owner.query(
    `insert into protect_grant (id, user_id, role, area_id, granted_by, valid_from) values ('gr_both', $1, 'coordinator', 'ar_there', 'demonstration', now())`,
    [the('admin').userId],
  );
  const own = { grantId: the('provincia').grantId, coverGrantId: 'gr_both', from: dayAhead(20), to: dayAhead(21) };
  expect((await world.call('POST /api/absences', { cookie: the('admin').cookie, body: own })).code).toBe(
    'absence.no-cover',
  );
  await world.scratch.owner.query(`delete from protect_grant where id = 'gr_both'`);
});

test('days that are over, turned round or endless are refused; so are two absences at once and a cover who is away', async () => {
  expect((await away('aqui', 'ali', { from: -3, to: -1 })).code).toBe('request.invalid');
  expect((await away('aqui', 'ali', { from: 5, to: 4 })).code).toBe('request.invalid');
  expect((await away('aqui', 'ali', { from: 0, to: 90 })).code).toBe('request.invalid');
  expect((await away('aqui', 'ali', { from: 1, to: 4 })).status).toBe(200);
  expect((await away('aqui', 'provincia', { from: 4, to: 6 })).code).toBe('absence.overlaps');
  expect((await away('ali', 'aqui', { from: 2, to: 3 })).code).toBe('absence.cover-away');
});

test('what would call her at night calls whoever covers, as long as the days last, and herself when the cover has no phone', async () => {
  const phones: Record<string, string> = { aqui: 'ct_aqui', ali: 'ct_ali' };
  const give = (login: string, contact: string | null) =>
    world.scratch.owner.query('update protect_user set contact_id = $1 where login = $2', [contact, login]);
  for (const [login, contact] of Object.entries(phones)) await give(login, contact);
  const called = () => world.asOwner((ctx) => findStaffContact(ctx, the('aqui').userId));
  expect(await called()).toBe('ct_aqui');
  await away('aqui', 'ali');
  expect(await called()).toBe('ct_ali');
  await give('ali', null);
  expect(await called()).toBe('ct_aqui');
  await give('ali', 'ct_ali');
  await move('-3 days');
  expect(await called()).toBe('ct_aqui');
});

test('it does not go on from cover to cover, and ends with the one or the other', async () => {
  await away('aqui', 'ali');
  await away('ali', 'provincia');
  expect(await areasOf('provincia')).toEqual(expect.arrayContaining(['ar_province', 'ar_there']));
  await away('provincia', 'aqui', { from: 20, to: 21 });
  const { rows } = await world.scratch.owner.query<{ n: string }>(
    `select count(*) as n from journal where event = 'absence.set' and payload::text not like '%Pessoa%'`,
  );
  expect(Number(rows[0]?.n)).toBeGreaterThan(2);
  await world.scratch.owner.query(`update protect_grant set valid_to = now() where id = $1`, [the('aqui').grantId]);
  expect(await areasOf('ali')).toEqual(['ar_there']);
  await world.scratch.owner.query(`update protect_grant set valid_to = null where id = $1`, [the('aqui').grantId]);
});
