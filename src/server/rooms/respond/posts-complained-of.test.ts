// Who tells that nobody came is answered by the coordinator; of the post there is a figure, of whole days and of five people or more.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { PostState } from '../../../shared/contract/posts.ts';
import { countServiceComplaints } from './store-post-count.ts';

const A_DAY = 24 * 60;

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world?.close());

const tellOf = (areaId: string) => world.tell({ typeCode: 'J04', areaId });
const figures = async (): Promise<Record<string, number | null | undefined>> => {
  const { posts }: { posts: PostState[] } = await world.ask('coordinator', 'GET /api/post-states', {
    query: { only: 'all', limit: 30 },
  });
  return Object.fromEntries(posts.map(({ id, work }) => [id, work?.serviceComplaints]));
};

test('four people are no figure, however often they tell; the fifth makes one, read the day after, of the post that should have come', async () => {
  const first = await tellOf('ar_mueda');
  for (let other = 2; other <= 4; other += 1) await tellOf('ar_mueda');
  await world.tell({ typeCode: 'J04', areaId: 'ar_mueda', contactId: first.contactId, sourceKey: first.sourceKey });
  // The same phone after the hash of its source has changed.
  const sourceKey = Buffer.alloc(first.sourceKey.length, 9);
  await world.tell({ typeCode: 'J04', areaId: 'ar_mueda', contactId: first.contactId, sourceKey });
  world.later(A_DAY);
  expect((await figures())['po_mueda']).toBeNull();

  const fifth = await tellOf('ar_mueda');
  expect((await figures())['po_mueda']).toBeNull();
  world.later(A_DAY);
  expect(await figures()).toMatchObject({ po_mueda: 5, po_command: null, po_awasse: null, po_water: null });

  await world.withdraw(fifth);
  expect((await figures())['po_mueda']).toBeNull();
});

test('no police screen has it, and after four weeks it is over', async () => {
  for (let person = 1; person <= 5; person += 1) await tellOf('ar_mueda');
  world.later(A_DAY);
  expect((await figures())['po_mueda']).toBeGreaterThanOrEqual(5);
  const own = await world.ask('district', 'GET /api/own-posts');
  expect(JSON.stringify(own)).not.toContain('omplaint');
  const asked = { days: 28, timeZone: 'Africa/Maputo' };
  await expect(world.as('district', (ctx) => countServiceComplaints(ctx, ['po_mueda'], asked))).rejects.toThrow(
    'permission denied',
  );
  world.later(29 * A_DAY);
  expect((await figures())['po_mueda']).toBeNull();
});
