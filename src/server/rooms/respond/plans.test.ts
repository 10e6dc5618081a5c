// On a district's years of concerns the lists and the look-ups of a new telling go by an index, never through the whole table.
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { Ctx } from '../../db/tx.ts';
import { joinableQuery } from './store-concern.ts';
import { alikeQuery } from './store-duplicate.ts';
import { postListQuery } from './store-post-list.ts';
import { queueQuery, restrictedQuery } from './store-queue.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
  await world.rows(`
    insert into respond_concern (id, ref, lane, type_code, severity, danger, area_id, place_by, scope_id, time_band, told_on, narrative, state, opened_at, triage_due_at, released_at)
    select 'cn_' || n, 'R' || n % 9000, case when n % 50 = 0 then 'protection' else 'ordinary' end, 'C0' || 1 + n % 5, 1 + n % 5, false,
      case when n % 2 = 0 then 'ar_nanjua' else 'ar_palma' end, 'name', case when n % 2 = 0 then 'ar_mueda' else 'ar_palma' end, 'night', current_date,
      case when n % 50 <> 0 then 'roubaram cabras ' || md5(n::text) end,
      case when n % 20 = 0 then 'triage' when n % 20 = 1 then 'open' when n % 20 = 2 then 'answered' else 'closed' end,
      now() - n * interval '20 minutes', now() - n * interval '20 minutes', now() - n * interval '20 minutes'
    from generate_series(1, 20000) n`);
  await world.rows(`insert into know_post (id, service, name, area_id, scope_id, active, valid_from)
    select 'po_far' || n, 'police', 'Posto ' || n, 'ar_mueda', 'ar_mueda', true, now() from generate_series(0, 39) n`);
  await world.rows(`
    insert into respond_brief (id, concern_id, post_id, scope_id, kind, ref, type_code, severity, time_band, told_on, sources, why, state, released_at, seen_due_at, decide_due_at, seen_shown_at, decide_shown_at)
    select 'br_' || n, 'cn_' || n, case when n % 40 = 1 then 'po_mueda' else 'po_far' || n % 40 end, c.scope_id, 'brief', c.ref, c.type_code, c.severity, 'night', current_date, 'one', '{}',
      case when c.state = 'open' then 'new' else 'done' end, c.opened_at, c.opened_at, c.opened_at, c.opened_at, c.opened_at
    from generate_series(1, 20000) n join respond_concern c on c.id = 'cn_' || n where c.lane = 'ordinary'`);
  await world.rows('analyze respond_concern');
  await world.rows('analyze respond_brief');
}, 60_000);
afterAll(() => world.close());

async function plan(ctx: Ctx, query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<Record<string, string>>`explain ${query}`.execute(ctx.tx);
  return rows.flatMap((row) => Object.values(row)).join('\n');
}
const throughTheTable = /Seq Scan on respond_(concern|brief)/;

test.each([
  ['the queue', {}],
  ['its later pages', { after: { severity: 3, openedAt: '2026-01-01 10:00:00+00', id: 'cn_1' } }],
  ['what waits', { state: 'waiting' }],
  ['what is late', { state: 'late' }],
  ['one district with its villages', { areaIds: ['ar_palma'] }],
  ['a search of words', { q: 'cabras' }],
  ['one reference', { q: 'R123' }],
  ['one concern', { ids: ['cn_77'] }],
  ['one type', { typeCodes: ['C01', 'C02', 'C03'] }],
])('the coordinator’s list goes by an index: %s', async (_name, filter) => {
  const found = await world.as('coordinator', (ctx) => plan(ctx, queueQuery(ctx, { limit: 51, ...filter })));
  expect(found).toContain('respond_concern');
  expect(found).not.toMatch(throughTheTable);
});

test.each([
  ['all', {}],
  ['one reference', { q: 'R123' }],
])('the protection officer’s list goes by an index: %s', async (_name, filter) => {
  const found = await world.as('officer', (ctx) => plan(ctx, restrictedQuery(ctx, { limit: 51, ...filter })));
  expect(found).not.toMatch(throughTheTable);
});

test.each(['open', 'all'] as const)('the post’s list goes by an index: %s', async (state) => {
  for (const who of ['commander', 'district'] as const)
    for (const after of [undefined, { closed: false, severity: 3, shownAt: '2026-01-01 10:00:00+00', id: 'br_1' }]) {
      const found = await world.as(who, (ctx) => plan(ctx, postListQuery({ state, limit: 51, after })));
      expect(found).toContain('respond_brief');
      expect(found).not.toMatch(throughTheTable);
    }
});

test('what a new telling is compared with is found by an index', async () => {
  const since = new Date(Date.now() - 72 * 3_600_000);
  const found = await world.asWorker(async (ctx) => [
    await plan(ctx, joinableQuery({ typeCode: 'C04', areaId: 'ar_nanjua', since, exceptId: 'cn_3' })),
    await plan(ctx, alikeQuery({ concernId: 'cn_2', scopeId: 'ar_mueda', since })),
  ]);
  expect(found.join('\n')).toContain('respond_concern_join');
  expect(found.join('\n')).not.toMatch(throughTheTable);
});
