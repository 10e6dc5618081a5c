// The registry of councils: what becomes of one, who may say it, what stays of what it was.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRespondWorld, type RespondWorld } from '../../../../../test/respond-world.ts';
import type { CouncilSaid } from '../../../../shared/contract/councils.ts';
import { countAtWork, findCouncil, listStatuses, pageCouncils } from '../store-registry.ts';
import { changeCouncil, proposeCouncil } from './keep-council.ts';
import { type StatusSaid, setCouncilStatus, takeBackCouncilStatus } from './set-council-status.ts';

let world: RespondWorld;
beforeAll(async () => {
  world = await openRespondWorld();
});
afterAll(() => world.close());

const today = '2026-11-30';
const said: CouncilSaid = {
  name: 'Conselho de Nanjua',
  meetingPlace: 'Escola primária',
  languages: ['kde', 'pt'],
  size: 23,
  foundedOn: '2026-03-01',
  confirmedOn: null,
  conductOn: null,
};
const propose = (more: Partial<CouncilSaid> & { areaId?: string } = {}): Promise<string> =>
  world.as('coordinator', (ctx) =>
    proposeCouncil(ctx, { ...said, areaId: 'ar_nanjua', since: '2026-01-10', ...more }, today),
  );
const set = (councilId: string, status: StatusSaid['status'], more: Partial<StatusSaid> = {}): Promise<string> =>
  world.as('coordinator', (ctx) =>
    setCouncilStatus(ctx, { councilId, status, since: '2026-06-01', reason: 'other', ...more }, today),
  );
const read = (id: string) => world.as('coordinator', (ctx) => findCouncil(ctx, id));
const past = async (id: string) =>
  (await world.as('coordinator', (ctx) => listStatuses(ctx, id))).map(({ status, since, areaId }) => [
    status,
    since,
    areaId,
  ]);
const statusOf = async (deedId: string): Promise<string> =>
  (await world.scratch.owner.query(`select payload ->> 'statusId' as id from journal where id = $1`, [deedId])).rows[0]
    .id;

test('a council of twenty-three is proposed, founded, meets, and keeps what it was', async () => {
  const id = await propose();
  expect(await read(id)).toMatchObject({ ...said, status: 'proposed', since: '2026-01-10', areaId: 'ar_nanjua' });
  await set(id, 'established', { since: '2026-03-01', reason: 'act-signed' });
  await set(id, 'active', { since: '2026-04-01', reason: 'meets' });
  expect(await past(id)).toEqual([
    ['active', '2026-04-01', 'ar_nanjua'],
    ['established', '2026-03-01', 'ar_nanjua'],
    ['proposed', '2026-01-10', 'ar_nanjua'],
  ]);
});

test('displaced with its people it is where they are, and its past says where it was', async () => {
  const id = await propose();
  await set(id, 'established');
  await set(id, 'displaced', { areaId: 'ar_palma', reason: 'with-its-people' });
  expect(await read(id)).toMatchObject({ status: 'displaced', areaId: 'ar_palma', scopeId: 'ar_palma' });
  expect((await past(id)).map(([, , areaId]) => areaId)).toEqual(['ar_palma', 'ar_nanjua', 'ar_nanjua']);
  await set(id, 're-activated', { areaId: 'ar_nanjua', reason: 'returned', since: today });
  expect(await read(id)).toMatchObject({ status: 're-activated', areaId: 'ar_nanjua', scopeId: 'ar_mueda' });
});

test('taken back it is again what and where it was; not when it changed since', async () => {
  const id = await propose();
  const first = await statusOf(await set(id, 'established'));
  const second = await statusOf(await set(id, 'displaced', { areaId: 'ar_palma' }));
  const takeBack = (statusId: string) => world.as('coordinator', (ctx) => takeBackCouncilStatus(ctx, statusId));
  expect(await takeBack(first)).toBe(false);
  expect(await takeBack(second)).toBe(true);
  expect(await read(id)).toMatchObject({ status: 'established', areaId: 'ar_nanjua', scopeId: 'ar_mueda' });
});

test.each([
  ['a step that cannot follow', { status: 'active' }, 'council.status-impossible'],
  ['a day to come', { since: '2026-12-01' }, 'request.invalid'],
  ['a day before its last change', { since: '2025-12-31' }, 'request.invalid'],
  ['a reason of another status', { reason: 'returned' }, 'request.invalid'],
  ['a move that is no displacement', { areaId: 'ar_palma' }, 'request.invalid'],
] as const)('%s is refused, and nothing changed', async (_what, wrong, code) => {
  const id = await propose();
  await expect(set(id, 'established', wrong)).rejects.toThrow(code);
  expect(await read(id)).toMatchObject({ status: 'proposed', since: '2026-01-10' });
});

test('no post and no protection officer reads it, and no coordinator proposes or moves one into another’s area', async () => {
  const id = await propose();
  for (const who of ['commander', 'district', 'officer'] as const)
    await expect(world.as(who, (ctx) => findCouncil(ctx, id))).rejects.toThrow(/permission denied/);
  await expect(set(id, 'established', { councilId: 'co_unknown' })).rejects.toThrow('council.not-found');
  const abroad = { areaId: 'ar_nampula' };
  await expect(propose(abroad)).rejects.toThrow('area.not-found');
  await set(id, 'established');
  await expect(set(id, 'displaced', abroad)).rejects.toThrow('area.not-found');
});

test('what is known of it is said anew, but no day that has not come', async () => {
  const id = await propose();
  const change = (more: Partial<CouncilSaid>) =>
    world.as('coordinator', (ctx) => changeCouncil(ctx, { ...said, ...more, id }, today));
  await change({ size: 31, confirmedOn: '2026-02-20' });
  expect(await read(id)).toMatchObject({ size: 31, confirmedOn: '2026-02-20' });
  await expect(change({ conductOn: '2026-12-01' })).rejects.toThrow('request.invalid');
});

test('two with one name stand each on a page of their own', async () => {
  await propose({ name: 'Conselho Igual' });
  await propose({ name: 'Conselho Igual' });
  const page = (after?: { name: string; id: string }) =>
    world.as('coordinator', (ctx) => pageCouncils(ctx, { q: 'CONSELHO igual', after, limit: 1 }));
  const [one] = await page();
  const [two] = await page(one && { name: one.name, id: one.id });
  expect(one?.name).toBe('Conselho Igual');
  expect(two?.name).toBe('Conselho Igual');
  expect(two?.id).not.toBe(one?.id);
});

test('a figure of an earlier day counts what each council was on that day', async () => {
  const days = ['2026-05-31', '2026-06-30', today];
  const count = () => world.as('coordinator', (ctx) => countAtWork(ctx, days));
  const before = await count();
  const id = await propose({ size: 40 });
  await set(id, 'established', { since: '2026-03-01' });
  await set(id, 'active', { since: '2026-06-01' });
  await set(id, 'closed', { since: '2026-11-01' });
  const grown = (await count()).map(({ councils, members }, at) => [
    councils - (before[at]?.councils ?? 0),
    members - (before[at]?.members ?? 0),
  ]);
  expect(grown).toEqual([
    [0, 0],
    [1, 40],
    [0, 0],
  ]);
});
