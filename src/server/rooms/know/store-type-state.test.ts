// No referral, no question: what may be asked about in a place, as switched there and as somebody answers.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import {
  addArea,
  addPost,
  addResponsibility,
  getTypeIn,
  importTypes,
  insertReferralService,
  listTypesOn,
} from './index.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const taxonomy = readFileSync(new URL('../../../../data/taxonomy.csv', import.meta.url), 'utf8');
const since = new Date('2026-01-01T00:00:00Z');
const at = new Date('2026-06-01T12:00:00Z');
const timeZone = 'Africa/Maputo';

let scratch: ScratchDatabase;
const asOwner = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } }, deed);
const asWorker = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } }, deed);

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await asOwner(async (ctx) => {
    await importTypes(ctx, taxonomy);
    await addArea(ctx, { id: 'ar_moz', parentId: null, kind: 'country', name: 'Moçambique' });
    await addArea(ctx, { id: 'ar_cabo', parentId: 'ar_moz', kind: 'province', name: 'Cabo Delgado' });
    for (const [id, name] of [
      ['ar_mueda', 'Mueda'],
      ['ar_palma', 'Palma'],
    ] as const)
      await addArea(ctx, { id, parentId: 'ar_cabo', kind: 'district', name });
    await addArea(ctx, { id: 'ar_nanjua', parentId: 'ar_mueda', kind: 'village', name: 'Nanjua' });
    await addPost(ctx, { id: 'po_police', service: 'police', name: 'Esquadra', areaId: 'ar_mueda', validFrom: since });
    await addPost(ctx, { id: 'po_water', service: 'water', name: 'Águas', areaId: 'ar_nanjua', validFrom: since });
    const duty = (id: string, postId: string, areaId: string) => ({ id, postId, areaId, validFrom: since });
    await addResponsibility(ctx, { ...duty('rs_c', 'po_police', 'ar_mueda'), classCode: 'C' });
    await addResponsibility(ctx, { ...duty('rs_h5', 'po_police', 'ar_mueda'), typeCode: 'H05' });
    await addResponsibility(ctx, { ...duty('rs_h2', 'po_water', 'ar_nanjua'), typeCode: 'H02' });
  });
});
afterAll(() => scratch?.close());
beforeEach(() => scratch.owner.query('delete from know_type_switch'));

const on = (areaId: string | undefined) => listTypesOn(scratch.as('intake'), { areaId, at, timeZone });
type Put = { areaId: string; typeCode: string; state: string; from?: Date };
const put = ({ areaId, typeCode, state, from = since }: Put) =>
  scratch.owner.query(
    `insert into know_type_switch (id, deed_id, area_id, type_code, state, valid_from, at, by)
     values (gen_random_uuid(), 'de_x', $1, $2, $3, $4, now(), 'us_x')`,
    [areaId, typeCode, state, from],
  );

test('a type is asked about where a post answers for it, for its class, or in a part of the district', async () => {
  const mueda = await on('ar_mueda');
  expect([...mueda].toSorted()).toEqual(['C01', 'C02', 'C03', 'C04', 'C05', 'C06', 'H02', 'J04']);
  expect([...(await on('ar_palma'))]).toEqual(['J04']);
  // Nobody knows where she is: what is answered somewhere.
  expect(await on(undefined)).toEqual(mueda);
});

test('the nearest area that says something wins, from its day on', async () => {
  await put({ areaId: 'ar_moz', typeCode: 'C02', state: 'off' });
  await put({ areaId: 'ar_cabo', typeCode: 'C03', state: 'off' });
  await put({ areaId: 'ar_mueda', typeCode: 'C03', state: 'on' });
  await put({ areaId: 'ar_mueda', typeCode: 'C04', state: 'off', from: new Date('2026-06-02T00:00:00Z') });
  const mueda = await on('ar_mueda');
  expect(['C02', 'C03', 'C04'].map((code) => mueda.has(code))).toEqual([false, true, true]);
  await put({ areaId: 'ar_moz', typeCode: 'C02', state: 'inherit', from: at });
  expect((await on('ar_mueda')).has('C02')).toBe(true);
});

test('a protest has nobody to answer where only police would, until a person lets police answer', async () => {
  expect((await on('ar_mueda')).has('H05')).toBe(false);
  expect(await asWorker((ctx) => getTypeIn(ctx, 'H05', 'ar_nanjua'))).toMatchObject({ switched: 'on-without-police' });
  await put({ areaId: 'ar_mueda', typeCode: 'H05', state: 'on' });
  expect((await on('ar_mueda')).has('H05')).toBe(true);
  expect(await asWorker((ctx) => getTypeIn(ctx, 'H05', 'ar_nanjua'))).toMatchObject({ switched: 'on' });
  expect(await asWorker((ctx) => getTypeIn(ctx, 'H05', null))).toMatchObject({ switched: 'on-without-police' });
});

test('violence against women is asked about where a service of the directory is there that day', async () => {
  expect((await on('ar_mueda')).has('D01')).toBe(false);
  const service = { name: 'Casa', reach: 'porta lateral', hours: '', children: true, survivors: true } as const;
  await asOwner((ctx) =>
    insertReferralService(ctx, 'sv_house', {
      ...service,
      kind: 'safety',
      areaIds: ['ar_mueda'],
      from: '2026-01-01',
      to: '2026-06-01',
      confirmedOn: '2026-01-01',
    }),
  );
  expect((await on('ar_mueda')).has('D01')).toBe(true);
  expect((await on('ar_mueda')).has('E01')).toBe(false);
  expect((await on('ar_palma')).has('D01')).toBe(false);
  const nextDay = { areaId: 'ar_mueda', at: new Date('2026-06-02T12:00:00Z'), timeZone };
  expect((await listTypesOn(scratch.as('intake'), nextDay)).has('D01')).toBe(false);
});
