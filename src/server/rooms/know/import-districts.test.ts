// Imports that may run again, codes that never join by mistake, and places found by what people call them.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import { readLaneIf } from './import-types.ts';
import {
  addArea,
  districtOf,
  findArea,
  getType,
  importDistricts,
  importTypes,
  listAreaNames,
  listTypes,
} from './index.ts';
import { searchAreas } from './store-area.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const data = (name: string): string => readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8');
const mozambique = { code: 'mz', name: 'Moçambique', aliasesCsv: data('district-aliases.csv') };

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await asOwner(async (ctx) => {
    await importTypes(ctx, data('taxonomy.csv'));
    await importDistricts(ctx, data('districts.csv'), mozambique);
  });
});
afterAll(() => scratch?.close());

const asOwner = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('owner'), tx: settings, actor: { id: 'us_setup', role: 'administrator' } }, deed);
const asWorker = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } }, deed);

describe('importing', () => {
  test('the same tables a second time change nothing', async () => {
    const again = await asOwner(async (ctx) => [
      await importTypes(ctx, data('taxonomy.csv')),
      await importDistricts(ctx, data('districts.csv'), mozambique),
    ]);
    expect(again).toEqual([
      { rows: 61, changed: 0 },
      { areas: 60, changed: 0 },
    ]);
  });

  test('a changed row changes that one', async () => {
    const changed = data('districts.csv').replace('40.2227,-12.0714', '40.2300,-12.0700');
    await asOwner(async (ctx) => {
      expect(await importDistricts(ctx, changed, mozambique)).toMatchObject({ changed: 1 });
      expect(await importDistricts(ctx, data('districts.csv'), mozambique)).toMatchObject({ changed: 1 });
    });
  });

  test('a table with a broken row is refused whole, by row and column and without its words', async () => {
    const broken = data('districts.csv').replace('39.7871', 'a leste');
    await expect(asOwner((ctx) => importDistricts(ctx, broken, mozambique))).rejects.toMatchObject({
      code: 'request.invalid',
      details: { row: 2, column: 'lon' },
    });
    await expect(asOwner((ctx) => importTypes(ctx, 'code,"label\n'))).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('one p-code names two districts in its two vintages, and each keeps both of its own', async () => {
    const { rows } = await scratch.owner.query(
      `select area_id, scheme, code from know_area_code where code = 'MZ0102' or area_id = 'ar_mz-ni-cuamba' order by area_id, scheme`,
    );
    expect(rows).toEqual([
      { area_id: 'ar_mz-cd-balama', scheme: 'codab-v01', code: 'MZ0102' },
      { area_id: 'ar_mz-ni-cuamba', scheme: 'codab-v01', code: 'MZ0803' },
      { area_id: 'ar_mz-ni-cuamba', scheme: 'codab-v02', code: 'MZ0102' },
    ]);
    const counted = await scratch.owner.query(
      `select scheme, count(*)::int as n from know_area_code group by scheme order by scheme`,
    );
    expect(counted.rows).toEqual([
      { scheme: 'codab-v01', n: 56 },
      { scheme: 'codab-v02', n: 39 },
      { scheme: 'codab-v02-inferred', n: 17 },
      { scheme: 'iso3166-2', n: 3 },
    ]);
  });

  test('types carry their lane, their conditions, who answers for them, and that two are kept from police', async () => {
    const types = await asWorker((ctx) => listTypes(ctx.tx));
    expect(types).toHaveLength(61);
    expect(types.filter(({ usual }) => usual !== 'on').map(({ code }) => code)).toEqual(['G02', 'H05']);
    const answeredBy = (code: string) => types.find((type) => type.code === code)?.answeredBy;
    expect([answeredBy('C02'), answeredBy('J04'), answeredBy('E05')]).toEqual([
      ['post'],
      ['coordinator'],
      ['trafficking'],
    ]);
    expect(types.find((type) => type.code === 'G05')).toMatchObject({
      lane: 'ordinary',
      laneIf: [
        { lane: 'protection', when: 'official' },
        { lane: 'protection', when: 'exploitation' },
      ],
    });
    expect(types.filter((type) => type.danger).map((type) => type.code)).toEqual([
      ...['A01', 'A02', 'A04', 'A06', 'A07', 'A08', 'B05'],
    ]);
    await expect(asWorker((ctx) => getType(ctx, 'Z99'))).rejects.toMatchObject({ code: 'type.not-found' });
  });

  test('a condition that nobody could act on is refused', () => {
    expect(() => readLaneIf('protection if it rains')).toThrow('request.invalid');
    expect(() => readLaneIf('elsewhere if a minor')).toThrow('request.invalid');
  });
});

describe('areas', () => {
  test('an area knows its lineage, its district and its scope', async () => {
    await asOwner((ctx) =>
      addArea(ctx, {
        id: 'ar_t-macomia-b1',
        parentId: 'ar_mz-cd-macomia',
        kind: 'bairro',
        name: 'Bairro Teste',
        population: 90,
      }),
    );
    await asWorker(async (ctx) => {
      expect(await findArea(ctx, 'ar_t-macomia-b1')).toEqual({
        id: 'ar_t-macomia-b1',
        name: 'Bairro Teste',
        kind: 'bairro',
        lineage: ['ar_mz', 'ar_mz-cabo-delgado', 'ar_mz-cd-macomia', 'ar_t-macomia-b1'],
        scopeId: 'ar_mz-cd-macomia',
        population: 90,
      });
      expect(await districtOf(ctx, 'ar_t-macomia-b1')).toMatchObject({ id: 'ar_mz-cd-macomia' });
      expect(await districtOf(ctx, 'ar_mz-niassa')).toBeUndefined();
      expect(await findArea(ctx, 'ar_nowhere')).toBeUndefined();
    });
  });

  test('a parent that does not exist is refused', async () => {
    const lone = { id: 'ar_lone', parentId: 'ar_nowhere', kind: 'bairro' as const, name: 'Só' };
    await expect(asOwner((ctx) => addArea(ctx, lone))).rejects.toMatchObject({ code: 'area.not-found' });
  });

  test.each([
    ['Mocimboa da praia', 'ar_mz-cd-mocimboa-da-praia'],
    ['pemba', 'ar_mz-cd-cidade-de-pemba'],
    ['Porto Amelia', 'ar_mz-cd-cidade-de-pemba'],
    ['NGAUMA', 'ar_mz-ni-ngauma'],
    ['n gauma', 'ar_mz-ni-ngauma'],
    ['Namapa-Erati', 'ar_mz-na-erati'],
    ['distrito de lichinga', 'ar_mz-ni-chimbonila'],
    ['mongincual', 'ar_mz-na-mogincual'],
    ['Ribawe', 'ar_mz-na-ribaue'],
    ['nacala velha', 'ar_mz-na-nacala-a-velha'],
    ['macomi', 'ar_mz-cd-macomia'],
    ['motepuez', 'ar_mz-cd-montepuez'],
  ])('who writes %j finds %s first', async (q, id) => {
    const [first] = await asWorker((ctx) => searchAreas(ctx, { q, kind: 'district' }));
    expect(first?.id).toBe(id);
  });

  test('nothing like it is nothing; a sign of a pattern is a letter; an empty question begins at the top', async () => {
    await asWorker(async (ctx) => {
      expect(await searchAreas(ctx, { q: 'xyzzyq' })).toEqual([]);
      expect(await searchAreas(ctx, { q: '%' })).toEqual([]);
      const top = await searchAreas(ctx, { q: '' });
      expect(top).toHaveLength(20);
      expect(top[0]).toEqual({ id: 'ar_mz', name: 'Moçambique', kind: 'country', within: null });
    });
  });

  test('the names for a place index carry the other names, folded doubles dropped', async () => {
    const names = await asWorker((ctx) => listAreaNames(ctx.tx));
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(names.find((area) => area.id === 'ar_mz-cd-cidade-de-pemba')?.aliases).toEqual(['Pemba', 'Porto Amélia']);
  });
});
