// The directory of services to refer to, as the database lets people keep it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../test/respond-world.ts';
import type { ReferralServiceSaid } from '../../../shared/contract/recipients.ts';
import { addReferralService, changeReferralService } from './keep-recipient.ts';
import { listReferralServices } from './store-recipient.ts';

const ZONE = 'Africa/Maputo';
let world: RespondWorld;
let said: ReferralServiceSaid;
beforeAll(async () => {
  world = await openRespondWorld();
  const { rows } = await world.scratch.owner.query(
    `select id from know_area where kind = 'district' order by id limit 1`,
  );
  const days = { from: '2020-01-01', to: null, confirmedOn: '2020-01-01' };
  const whom = { children: true, survivors: true };
  const service = { name: 'Sala de escuta', kind: 'psychosocial' as const, reach: 'porta lateral', hours: '' };
  said = { ...service, ...whom, ...days, areaIds: [rows[0].id] };
});
afterAll(() => world.close());
const list = () => world.as('officer', (ctx) => listReferralServices(ctx, ZONE));

test('a service is entered, confirmed and ended; who did it stays, and nothing is deleted', async () => {
  const id = await world.as('officer', (ctx) => addReferralService(ctx, said));
  expect(await list()).toMatchObject([{ id, state: 'now', stale: true, changedBy: world.people.officer.userId }]);
  await world.as('officer', (ctx) => changeReferralService(ctx, id, { ...said, to: '2020-06-01' }));
  expect(await list()).toMatchObject([{ id, state: 'over', toDay: '2020-06-01' }]);
});

test('a service is there for districts or wider, and does not end before it begins', async () => {
  const enter = (change: Partial<ReferralServiceSaid>) =>
    world.as('officer', (ctx) => addReferralService(ctx, { ...said, ...change }));
  await expect(enter({ areaIds: ['ar_nowhere'] })).rejects.toThrow('request.invalid');
  await expect(enter({ to: '2019-01-01' })).rejects.toThrow('request.invalid');
});

test('how a service is reached is not the coordinator’s to read', async () => {
  await expect(world.as('coordinator', (ctx) => listReferralServices(ctx, ZONE))).rejects.toThrow('permission denied');
});
