// Every route × every role × {hers, another's, unknown, no session, forged cookie, no header, another site}: permissions.csv is the law.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parsePermissions } from '../../../src/server/http/permissions.ts';
import { contract, type RouteName } from '../../../src/shared/contract/index.ts';
import type { Route } from '../../../src/shared/contract/route.ts';
import { type Role, roles } from '../../../src/shared/domain/role.ts';
import { newId } from '../../../src/shared/kit/ids.ts';
import { openObjects } from './matrix-objects.ts';
import type { Asker, Try } from './matrix-try.ts';
import { ask, loginOf, one, openProtectionWorld, type ProtectionWorld, type Reply } from './protection-world.ts';

const csv = await readFile(new URL('../../../src/server/http/permissions.csv', import.meta.url), 'utf8');
const permissions = parsePermissions(csv);
const isRoute = (name: string): name is RouteName => name in contract;
const names = Object.keys(contract).filter(isRoute);
const routeOf = (name: RouteName): Route => contract[name];
const closed = names.filter((name) => routeOf(name).open !== true);
/** These end or change sessions: each with a session of its own, and after all others. */
const endsSession: readonly RouteName[] = ['chooseGrant', 'closeSession', 'closeAllSessions'];
const inOrder = [...closed.filter((name) => !endsSession.includes(name)), ...endsSession];

let world: ProtectionWorld;
let prepared: ReturnType<typeof openObjects>;
const objectOf = (name: RouteName, asker: Asker): Promise<Try> => {
  const prepare = prepared[name];
  if (!prepare) throw new Error(`nothing to try ${name} on: see matrix-objects.ts`);
  return prepare(asker);
};
const askers = new Map<Role, Asker>();

beforeAll(async () => {
  world = await openProtectionWorld();
  await world.handset('Moradora, Mirambela').send('Roubo mota em Nantalika ontem a noite');
  await world.text('+258800007001', 'a policia pediu 500mt para soltar meu filho em Nantalika');
  await world.drained();
  const idOf = (where: string) => one<string>(world.sql, `select id as value from respond_concern where ${where}`);
  const ordinary = await idOf(`lane = 'ordinary' and type_code = 'C03'`);
  prepared = openObjects(world, {
    ordinary,
    oversight: await idOf(`lane = 'oversight'`),
    brief: await one(world.sql, 'select id as value from respond_brief where concern_id = $1', [ordinary]),
    inbound: await one(world.sql, 'select id as value from listen_inbound limit 1'),
    todo: await one(world.sql, 'select id as value from know_todo limit 1'),
  });
  for (const role of roles) askers.set(role, await signIn(role));
});
afterAll(() => world.close());

async function signIn(role: Role): Promise<Asker> {
  const client = await world.signIn(loginOf[role]);
  const { userId } = await client.call('getSession');
  return { role, client, userId };
}

async function askerFor(name: RouteName, role: Role): Promise<Asker> {
  const known = askers.get(role);
  return endsSession.includes(name) || !known ? signIn(role) : known;
}

const Refusal = z.looseObject({ code: z.string() });
const codeOf = ({ body }: Reply): string => Refusal.parse(JSON.parse(body)).code;
/** The refusal without the id that was asked for: what is left must be the same for everything she may not see. */
const nameless = ({ status, body }: Reply, id: string): unknown => ({ status, body: body.replaceAll(id, '<id>') });
const tell = (name: RouteName, asker: Asker, { id, reportId, body }: Try): Promise<Reply> =>
  ask(asker.client, name, { id, reportId, body });

describe.each(inOrder)('%s', (name) => {
  test.each(roles)('for a %s is what the table says', async (role) => {
    const cell = permissions[name]?.[role];
    const asker = await askerFor(name, role);
    if (cell === '-') {
      const refused = await tell(name, asker, { id: newId('concern'), reportId: newId('report'), body: {} });
      expect([refused.status, codeOf(refused)]).toEqual([403, 'access.denied']);
      return;
    }
    const { others = [], ...mine } = await objectOf(name, asker);
    if (mine.id !== undefined && routeOf(name).params) await expectHidden(name, asker, { ...mine, others });
    const answer = await tell(name, asker, mine);
    expect(answer.status, answer.body).toBe(200);
  });

  test('is closed to whoever is nobody, forges a cookie, or comes from another page', async () => {
    const asker = await askerFor(name, firstRole(name));
    const given = await objectOf(name, asker);
    for (const cookie of ['', `__Host-salama=${'A'.repeat(43)}`, '__Host-salama=x; __Host-salama=y']) {
      const nobody = world.visit();
      const answer = await ask(nobody, name, { ...given, headers: cookie === '' ? {} : { cookie } });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'session.missing']);
    }
    if (routeOf(name).method === 'GET') return;
    for (const headers of [{ 'x-salama': '' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await ask(asker.client, name, { ...given, headers });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'request.forged']);
    }
  });
});

const firstRole = (name: RouteName): Role => roles.find((role) => permissions[name]?.[role] !== '-') ?? 'administrator';

async function expectHidden(name: RouteName, asker: Asker, { id, reportId, others = [], body }: Try): Promise<void> {
  const unknown = `${id?.slice(0, 3)}${newId('deed').slice(3)}`;
  const expected = nameless(await ask(asker.client, name, { id: unknown, reportId, body }), unknown);
  expect(expected).toMatchObject({ status: 404 });
  for (const other of others)
    expect(nameless(await ask(asker.client, name, { id: other, reportId, body }), other)).toEqual(expected);
}

test('a list holds what is hers and nothing of the neighbour', async () => {
  const copy = (scope: string): Promise<string> =>
    one<string>(world.sql, `select id as value from respond_concern where lane = 'ordinary' limit 1`).then((id) =>
      world.copy('respond_concern', id, { scope_id: scope, state: 'open', severity: 5 }),
    );
  const [mine, theirs] = [await copy('ar_mz-cd-cidade-de-pemba'), await copy('ar_mz-cd-macomia')];
  const [here, there] = [await signIn('coordinator'), await world.signIn('coordenador.macomia')];
  const hers = (await ask(here.client, 'listConcerns', { query: '?limit=100' })).body;
  expect([hers.includes(mine), hers.includes(theirs)]).toEqual([true, false]);
  const neighbours = (await ask(there, 'listConcerns', { query: '?limit=100' })).body;
  expect([neighbours.includes(mine), neighbours.includes(theirs)]).toEqual([false, true]);
});

test('a route that needs no session is still closed to another page', async () => {
  for (const name of names.filter((one) => routeOf(one).open === true && routeOf(one).method !== 'GET')) {
    const { body } = await objectOf(name, await signIn('administrator'));
    const answer = await ask(world.visit(), name, { body, headers: { 'sec-fetch-site': 'cross-site' } });
    expect([name, answer.status]).toEqual([name, 403]);
  }
});

test('every route has a row and an object to try it on, and no row is without a route', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(closed.toSorted());
  expect(Object.keys(prepared).toSorted()).toEqual(names.toSorted());
});
