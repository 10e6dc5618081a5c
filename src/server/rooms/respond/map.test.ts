// The map as a coordinator reads it: per council that was heard, nothing below five counted out, nothing of the restricted lanes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { MapDistrict, MapView } from '../../../shared/contract/map.ts';

const DAY = 24 * 60;
let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
  for (const [id, status] of [
    ['co_one', 'active'],
    ['co_two', 'active'],
    ['co_three', 'active'],
    ['co_shut', 'closed'],
    ['co_to_come', 'proposed'],
  ])
    await world.rows(
      `insert into know_council (id, name, area_id, scope_id, status, created_at) values ($1, $1, 'ar_nanjua', 'ar_mueda', $2, now() - interval '30 days')`,
      [id, status],
    );
});
afterAll(() => world.close());

const map = async (query: Record<string, number> = {}): Promise<MapView> => {
  await world.tick();
  return world.ask('coordinator', 'GET /api/map', { query: { weeks: 4, back: 0, ...query } });
};
const mueda = async (query?: Record<string, number>): Promise<MapDistrict | undefined> =>
  (await map(query)).districts.find(({ area }) => area.id === 'ar_mueda');

test('a district nobody was heard of is silent, which is not calm', async () => {
  expect(await mueda()).toMatchObject({ state: 'silent', told: 0, councils: 3, reporting: 0, rate: null });
});

test('fewer than five are not counted out, and make no rate', async () => {
  for (const councilId of ['co_one', 'co_one', 'co_two', undefined]) await world.tell({ councilId });
  world.later(DAY);
  expect(await mueda()).toMatchObject({ state: 'few', told: null, reporting: 2, rate: null });
});

test('from five on it is told per council that was heard, not per council there is', async () => {
  await world.tell();
  world.later(DAY);
  expect(await mueda()).toMatchObject({ state: 'rate', told: 5, councils: 3, reporting: 2, rate: 2.5 });
});

test('a council that is only planned is counted apart and never as one that was not heard', async () => {
  expect(await mueda()).toMatchObject({ councils: 3, planned: 1 });
});

test('per people it is told of those whom the census office expects there, and of nobody where it expects none', async () => {
  expect(await mueda()).toMatchObject({ population: null, perPeople: null });
  await world.rows(`update know_area set population = 200000 where id = 'ar_mueda'`);
  expect(await mueda()).toMatchObject({ population: 200_000, perPeople: 2.5 });
});

test('what is told in the restricted lanes changes nothing, nor makes a council heard', async () => {
  const before = (await map()).districts;
  await world.tell({
    councilId: 'co_three',
    lane: 'protection',
    typeCode: 'D01',
    masked: '',
    maskedCt: Buffer.from('x'),
  });
  await world.tell({
    councilId: 'co_three',
    lane: 'oversight',
    typeCode: 'J01',
    masked: '',
    maskedCt: Buffer.from('x'),
  });
  world.later(DAY);
  expect((await map()).districts).toEqual(before);
});

test('an earlier period has its own figures, and both say from when to when', async () => {
  const now = await map();
  const earlier = await map({ weeks: 1, back: 8 });
  expect(earlier.to < now.from).toBe(true);
  expect(earlier.districts.find(({ area }) => area.id === 'ar_mueda')).toMatchObject({
    state: 'silent',
    told: 0,
    rate: null,
  });
});

test('no answer names a council', async () => {
  expect(JSON.stringify(await map())).not.toContain('co_');
});
