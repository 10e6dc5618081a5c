// A list of settlements as an operator has it: what is placed, what is listed with a reason, and that it can be taken back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistrictWorld, openDistrictWorld } from '../../../../test/district-world.ts';
import { findShared } from '../../../../test/shared-data.ts';
import { addCouncil, importGazetteer, readAreaStamp, undoGazetteer } from './index.ts';

const how = { source: 'prova', map: {}, dryRun: false, origin: 'live' } as const;

let scratch: DistrictWorld['scratch'];
let asOwner: DistrictWorld['asOwner'];
beforeAll(async () => {
  ({ scratch, asOwner } = await openDistrictWorld());
});
afterAll(() => scratch?.close());

const csv = (...lines: string[]): Buffer =>
  Buffer.from(['nome;provincia;distrito;posto;lat;lon', ...lines].join('\r\n'));

describe('a list of settlements', () => {
  test('is placed by the district’s name, and what cannot be placed is listed with its reason', async () => {
    const list = csv(
      'Nampipi;Cabo Delgado;Metuge;Mieze;-12,97;40,35',
      'Nampipi;Cabo Delgado;Mieze;;;',
      'Namuapa;Cabo Delgado;Mecuburi;;;',
      'Namuapa;Nampula;MECUBURI;;;',
      ';Nampula;Mecubúri;;;',
      'Longe;Nampula;Mecubúri;;-26.0;32.5',
      'Torto;Nampula;Mecubúri;;-14.6;',
      'Nampipi;Cabo Delgado;Metuge;Mieze;-12,97;40,35',
    );
    const told = await asOwner((ctx) => importGazetteer(ctx, list, { ...how, dryRun: true }));
    expect(told).toEqual({
      rows: 8,
      villages: 2,
      posts: 1,
      known: 0,
      faults: [
        { row: 3, reason: 'district-unknown' },
        { row: 4, reason: 'district-unknown' },
        { row: 6, reason: 'name-missing' },
        { row: 7, reason: 'far-from-district' },
        { row: 8, reason: 'coordinates-wrong' },
        { row: 9, reason: 'repeated' },
      ],
    });
    const { rows } = await scratch.owner.query('select count(*)::int as n from know_batch');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('entered twice adds nothing the second time, and moves the stamp of places only once', async () => {
    const list = csv('Nampopo;Cabo Delgado;Balama;Kuekue;-13,40;38,45');
    const first = await asOwner((ctx) => importGazetteer(ctx, list, how));
    const stamp = await asOwner((ctx) => readAreaStamp(ctx.tx));
    const again = await asOwner((ctx) => importGazetteer(ctx, list, how));
    expect(first).toMatchObject({ villages: 1, posts: 1, known: 0 });
    expect(again).toEqual({ rows: 1, villages: 0, posts: 0, known: 2, faults: [] });
    expect(await asOwner((ctx) => readAreaStamp(ctx.tx))).toBe(stamp);
    await asOwner((ctx) => undoGazetteer(ctx, first.batchId ?? ''));
    const { rows } = await scratch.owner.query(
      `select count(*)::int as n from know_area where batch_id = '${first.batchId}'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('is not taken back once a council stands in one of its villages', async () => {
    const { batchId = '' } = await asOwner((ctx) =>
      importGazetteer(ctx, csv('Nakwekwe;Niassa;Sanga;;;', 'Nakwakwa;Niassa;Sanga;;;'), how),
    );
    const village = await scratch.owner.query(
      `select id from know_area where batch_id = '${batchId}' and name = 'Nakwekwe'`,
    );
    const areaId: unknown = village.rows[0]?.id;
    await asOwner((ctx) =>
      addCouncil(ctx, {
        id: 'co_prova',
        name: 'Conselho',
        areaId: String(areaId),
        language: 'pt',
        origin: 'live',
      }),
    );
    await expect(asOwner((ctx) => undoGazetteer(ctx, batchId))).rejects.toMatchObject({ code: 'import.in-use' });
    const { rows } = await scratch.owner.query(
      `select count(*)::int as n from know_area where batch_id = '${batchId}'`,
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  test('without a column of districts is refused by the name of what is missing', async () => {
    const list = Buffer.from('nome,lat\nNampipi,1');
    await expect(asOwner((ctx) => importGazetteer(ctx, list, how))).rejects.toMatchObject({
      code: 'import.column',
      details: { field: 'district' },
    });
    await expect(asOwner((ctx) => importGazetteer(ctx, Buffer.from([0, 1, 2, 3]), how))).rejects.toMatchObject({
      code: 'import.unreadable',
    });
  });

  const shared = findShared('data/gazetteer/settlements_north.csv');
  test.skipIf(shared === undefined)('of the north, nearly eight thousand rows, finds our 56 districts', async () => {
    const told = await asOwner((ctx) => importGazetteer(ctx, readFileSync(shared ?? ''), how));
    expect(told.rows).toBe(7874);
    expect(told.villages + told.known + told.faults.length).toBeGreaterThan(7800);
    expect(told.faults.filter(({ reason }) => reason.startsWith('district'))).toEqual([]);
    const districts = await scratch.owner.query(
      `select count(distinct scope_id)::int as n from know_area where batch_id = '${told.batchId}'`,
    );
    expect(districts.rows).toEqual([{ n: 56 }]);
    expect(await asOwner((ctx) => importGazetteer(ctx, readFileSync(shared ?? ''), how))).toMatchObject({
      villages: 0,
      posts: 0,
    });
  });
});
