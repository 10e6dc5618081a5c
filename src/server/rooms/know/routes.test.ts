// The same lists through a signed-in person's eyes: grants and row-level security decide, not our queries.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { roleFacts } from '../../../shared/domain/role.ts';
import { type Ctx, personTx, systemTx, type TxSettings } from '../../db/tx.ts';
import { addArea, addPost, listTypes, openTodo } from './index.ts';
import { searchAreas } from './store-area.ts';
import { searchPosts } from './store-post.ts';
import { pageTodos } from './store-todo.ts';
import { finishTodo, takeTodo } from './take-todo.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const areas = [
  { id: 'ar_mz', parentId: null, kind: 'country' as const, name: 'Moçambique' },
  { id: 'ar_mz-cd', parentId: 'ar_mz', kind: 'province' as const, name: 'Cabo Delgado' },
  { id: 'ar_here', parentId: 'ar_mz-cd', kind: 'district' as const, name: 'Distrito Aqui' },
  { id: 'ar_there', parentId: 'ar_mz-cd', kind: 'district' as const, name: 'Distrito Ali' },
];

let scratch: ScratchDatabase;
const todos: Record<string, string> = {};

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await systemTx(
    { db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } },
    async (ctx) => {
      for (const area of areas) await addArea(ctx, area);
      await addPost(ctx, { id: 'po_here', name: 'Posto Aqui', service: 'police', areaId: 'ar_here' });
      for (const role of [
        'coordinator',
        'protection-officer',
        'listener',
        'administrator',
        'auditor',
        'post-commander',
      ] as const)
        await signIn(ctx, role);
      const coordinator = { kind: 'clock-missed' as const, role: 'coordinator' as const };
      todos['here'] = await openTodo(ctx, { ...coordinator, subjectId: 'cn_here', scopeId: 'ar_here' });
      todos['there'] = await openTodo(ctx, { ...coordinator, subjectId: 'cn_there', scopeId: 'ar_there' });
      todos['lane'] = await openTodo(ctx, {
        ...coordinator,
        subjectId: 'cn_lane',
        scopeId: 'ar_here',
        lane: 'protection',
      });
      todos['officer'] = await openTodo(ctx, {
        kind: 'clock-missed',
        role: 'protection-officer',
        subjectId: 'cn_po',
        lane: 'protection',
      });
      const listen = { kind: 'listen' as const, role: 'listener' as const };
      todos['vmw'] = await openTodo(ctx, { ...listen, subjectId: 'in_vmw', language: 'vmw' });
      todos['kde'] = await openTodo(ctx, { ...listen, subjectId: 'in_kde', language: 'kde' });
      todos['own'] = await openTodo(ctx, { ...listen, subjectId: 'in_own', language: 'vmw', councilId: 'co_own' });
      todos['gateway'] = await openTodo(ctx, { kind: 'gateway-down', role: 'administrator', subjectId: 'gw_one' });
    },
  );
});
afterAll(() => scratch?.close());

async function signIn(ctx: Ctx, role: Role): Promise<void> {
  const id = `us_${role}`;
  await sql`insert into protect_user (id, login, name, created_at) values (${id}, ${role}, ${role}, now())`.execute(
    ctx.tx,
  );
  await sql`insert into protect_grant (id, user_id, role, area_id, post_id, language, own_council_id, granted_by, valid_from)
    values (${`gr_${role}`}, ${id}, ${role}, ${role === 'coordinator' ? 'ar_here' : null}, ${role === 'post-commander' ? 'po_here' : null},
      ${role === 'listener' ? 'vmw' : null}, ${role === 'listener' ? 'co_own' : null}, 'us_setup', now())`.execute(
    ctx.tx,
  );
  await sql`insert into protect_session (token_hash, user_id, grant_id, role, created_at, seen_at, expires_at)
    values (sha256(convert_to(${role}, 'UTF8')), ${id}, ${`gr_${role}`}, ${role}, now(), now(), now() + interval '1 hour')`.execute(
    ctx.tx,
  );
}

const asRole = <T>(role: Role, deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  personTx(
    {
      db: scratch.as('web'),
      tx: settings,
      person: { actor: { id: `us_${role}`, role }, databaseClass: roleFacts[role].databaseClass, token: role },
    },
    deed,
  );

test.each([
  ['coordinator', ['here']],
  ['protection-officer', ['officer']],
  ['listener', ['vmw']],
  ['administrator', ['gateway']],
] as const)('a %s sees what waits for that role, and nothing else', async (role, expected) => {
  const { todos: seen } = await asRole(role, (ctx) => pageTodos(ctx, { limit: 50 }));
  expect(seen.map((todo) => todo.id)).toEqual(expected.map((name) => todos[name]));
});

test('what one may not see cannot be taken either; what one may is taken and finished', async () => {
  const { here = '', there = '' } = todos;
  await expect(asRole('coordinator', (ctx) => takeTodo(ctx, there))).rejects.toMatchObject({ code: 'todo.not-found' });
  await asRole('coordinator', (ctx) => takeTodo(ctx, here));
  const page = await asRole('coordinator', (ctx) => pageTodos(ctx, { limit: 50 }));
  expect(page.todos).toMatchObject([{ id: here, state: 'taken', takenBy: 'us_coordinator' }]);
  await asRole('coordinator', (ctx) => finishTodo(ctx, here));
  expect((await asRole('coordinator', (ctx) => pageTodos(ctx, { limit: 50 }))).todos).toEqual([]);
});

test.each(['coordinator', 'protection-officer', 'listener', 'administrator', 'auditor', 'post-commander'] as const)(
  'a %s may ask for places, posts and types',
  async (role) => {
    await asRole(role, async (ctx) => {
      expect(await searchAreas(ctx, { q: 'aqui' })).toMatchObject([{ id: 'ar_here', within: 'Cabo Delgado' }]);
      expect(await searchPosts(ctx, { q: 'aqui' })).toMatchObject([{ id: 'po_here' }]);
      expect(await listTypes(ctx.tx)).toEqual([]);
    });
  },
);
