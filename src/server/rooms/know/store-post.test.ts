// Who answers for what, where and since when; who speaks for a council and who is on duty.
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import {
  type Asked,
  addArea,
  addCouncil,
  addDuty,
  addMember,
  addPost,
  addResponsibility,
  findCouncilOfContact,
  findDuty,
  findPostOfContact,
  findResponsiblePost,
  importDistricts,
  importTypes,
} from './index.ts';
import { searchPosts } from './store-post.ts';

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

const early = new Date('2026-01-01T00:00:00Z');
const late = new Date('2026-09-01T00:00:00Z');
const at = new Date('2026-06-01T00:00:00Z');

describe('who is responsible', () => {
  beforeAll(() =>
    asOwner(async (ctx) => {
      const place = { areaId: 'ar_mz-na-memba', kind: 'bairro' as const };
      await addArea(ctx, { id: 'ar_t-memba-b1', parentId: place.areaId, kind: place.kind, name: 'Bairro Alfa' });
      await addArea(ctx, { id: 'ar_t-memba-b2', parentId: place.areaId, kind: place.kind, name: 'Bairro Beta' });
      const police = { service: 'police' as const, areaId: place.areaId, validFrom: early };
      for (const id of ['po_district', 'po_alfa', 'po_exact', 'po_second', 'po_past', 'po_coming'])
        await addPost(ctx, { ...police, id, name: `Posto ${id}` });
      await addPost(ctx, { ...police, id: 'po_shut', name: 'Posto fechado', active: false });
      await addPost(ctx, { ...police, id: 'po_ended', name: 'Posto extinto', validTo: at });
      const since = { validFrom: early };
      const inMemba = { ...since, areaId: 'ar_mz-na-memba' };
      const inAlfa = { ...since, areaId: 'ar_t-memba-b1' };
      await addResponsibility(ctx, { ...inMemba, id: 'rs_class', postId: 'po_district', classCode: 'C' });
      await addResponsibility(ctx, { ...inMemba, id: 'rs_second', postId: 'po_second', classCode: 'C', rank: 2 });
      await addResponsibility(ctx, { ...inAlfa, id: 'rs_alfa', postId: 'po_alfa', classCode: 'C' });
      await addResponsibility(ctx, { ...inMemba, id: 'rs_exact', postId: 'po_exact', typeCode: 'C06' });
      await addResponsibility(ctx, { ...inAlfa, id: 'rs_shut', postId: 'po_shut', typeCode: 'C02' });
      await addResponsibility(ctx, { ...inAlfa, id: 'rs_ended', postId: 'po_ended', typeCode: 'C02' });
      await addResponsibility(ctx, { ...inAlfa, id: 'rs_past', postId: 'po_past', typeCode: 'C02', validTo: at });
      await addResponsibility(ctx, {
        ...inAlfa,
        id: 'rs_coming',
        postId: 'po_coming',
        typeCode: 'C02',
        validFrom: late,
      });
      await addResponsibility(ctx, {
        ...inMemba,
        id: 'rs_lane',
        postId: 'po_second',
        typeCode: 'D01',
        lane: 'protection',
      });
    }),
  );

  const table: [what: string, asked: Partial<Asked>, postId: string | undefined, rule?: string][] = [
    ['the nearer area wins', { areaId: 'ar_t-memba-b1' }, 'po_alfa', 'class-here'],
    ['without a row of its own, a bairro asks its district', { areaId: 'ar_t-memba-b2' }, 'po_district', 'class-wider'],
    ['of two rows alike the lower rank wins', { areaId: 'ar_mz-na-memba' }, 'po_district', 'class-here'],
    [
      'the type wins over the class, even from farther',
      { areaId: 'ar_t-memba-b1', typeCode: 'C06' },
      'po_exact',
      'type-wider',
    ],
    ['a row that ended, a closed or ended post: not any more', { areaId: 'ar_t-memba-b1', typeCode: 'C02' }, 'po_alfa'],
    [
      'a row that ended held until then',
      { areaId: 'ar_t-memba-b1', typeCode: 'C02', at: new Date(at.getTime() - 1) },
      'po_ended',
    ],
    [
      'a row that was coming holds from its moment on',
      { areaId: 'ar_t-memba-b1', typeCode: 'C02', at: late },
      'po_coming',
    ],
    ['before any row held: nobody', { areaId: 'ar_t-memba-b1', at: new Date('2025-12-31T00:00:00Z') }, undefined],
    ['another class: nobody', { areaId: 'ar_mz-na-memba', typeCode: 'A01', classCode: 'A' }, undefined],
    ['a row of another lane is no answer', { areaId: 'ar_mz-na-memba', typeCode: 'D01', classCode: 'D' }, undefined],
    [
      'in its own lane it is',
      { areaId: 'ar_mz-na-memba', typeCode: 'D01', classCode: 'D', lane: 'protection' },
      'po_second',
    ],
    ['a neighbour district: nobody', { areaId: 'ar_mz-na-moma' }, undefined],
    ['an unknown area: nobody', { areaId: 'ar_nowhere' }, undefined],
  ];
  test.each(table)('%s', async (_, asked, ...[postId, rule]) => {
    const full: Asked = { typeCode: 'C01', classCode: 'C', areaId: 'ar_mz-na-memba', lane: 'ordinary', at, ...asked };
    const found = await asWorker((ctx) => findResponsiblePost(ctx, full));
    expect(found?.post.id).toBe(postId);
    if (rule !== undefined) expect(found?.why['rule']).toBe(rule);
  });

  test('why this post is told in plain facts', async () => {
    const asked = { typeCode: 'C06', classCode: 'C', areaId: 'ar_t-memba-b1', lane: 'ordinary' as const, at };
    const found = await asWorker((ctx) => findResponsiblePost(ctx, asked));
    expect(found).toEqual({
      post: {
        id: 'po_exact',
        name: 'Posto po_exact',
        service: 'police',
        scopeId: 'ar_mz-na-memba',
        superiorId: null,
      },
      why: { responsibilityId: 'rs_exact', service: 'police', area: 'Memba', type: 'C06', rule: 'type-wider' },
    });
  });

  test('posts are listed by area and by letters of the name; a closed one is not', async () => {
    const posts = await asWorker((ctx) => searchPosts(ctx, { areaId: 'ar_mz-nampula', q: 'fechado' }));
    expect(posts).toEqual([]);
    const found = await asWorker((ctx) => searchPosts(ctx, { areaId: 'ar_mz-na-memba', q: 'PO_ALF' }));
    expect(found.map((post) => post.id)).toEqual(['po_alfa']);
    expect(await asWorker((ctx) => searchPosts(ctx, { areaId: 'ar_mz-niassa' }))).toEqual([]);
  });
});

describe('who speaks and who is on duty', () => {
  beforeAll(() =>
    asOwner(async (ctx) => {
      for (const id of ['ct_member', 'ct_duty', 'ct_gone'])
        await sql`insert into protect_contact (id, kind, channel, created_at) values (${id}, 'member', 'handset', now())`.execute(
          ctx.tx,
        );
      for (const id of ['us_near', 'us_wide'])
        await sql`insert into protect_user (id, login, name, created_at) values (${id}, ${id}, ${id}, now())`.execute(
          ctx.tx,
        );
      await addCouncil(ctx, { id: 'co_test', name: 'Conselho Teste', areaId: 'ar_mz-ni-sanga', language: 'vmw' });
      await addCouncil(ctx, { id: 'co_closed', name: 'Conselho Fechado', areaId: 'ar_mz-ni-sanga', status: 'closed' });
      await addMember(ctx, { contactId: 'ct_member', councilId: 'co_test', function: 'focal-point' });
      await addMember(ctx, { contactId: 'ct_gone', councilId: 'co_closed', function: 'focal-point' });
      await addPost(ctx, {
        id: 'po_phone',
        name: 'Posto',
        service: 'police',
        areaId: 'ar_mz-ni-sanga',
        contactId: 'ct_duty',
      });
      await addDuty(ctx, { areaId: 'ar_mz-ni-sanga', rung: 'deputy', userId: 'us_near', validFrom: early });
      await addDuty(ctx, { areaId: 'ar_mz-niassa', rung: 'deputy', userId: 'us_wide', validFrom: early });
      await addDuty(ctx, { areaId: 'ar_mz-ni-lago', rung: 'deputy', userId: 'us_near', validFrom: early, validTo: at });
    }),
  );

  test('a focal point is known by the council she speaks for, while it stands', async () => {
    await asWorker(async (ctx) => {
      expect(await findCouncilOfContact(ctx, 'ct_member')).toEqual({
        councilId: 'co_test',
        areaId: 'ar_mz-ni-sanga',
        scopeId: 'ar_mz-ni-sanga',
        language: 'vmw',
      });
      expect(await findCouncilOfContact(ctx, 'ct_gone')).toBeUndefined();
      expect(await findPostOfContact(ctx, 'ct_duty')).toMatchObject({ id: 'po_phone' });
      expect(await findPostOfContact(ctx, 'ct_member')).toBeUndefined();
    });
  });

  test('duty is the nearest area that has one today', async () => {
    await asWorker(async (ctx) => {
      expect(await findDuty(ctx, 'ar_mz-ni-sanga', 'deputy')).toEqual({ userId: 'us_near' });
      expect(await findDuty(ctx, 'ar_mz-ni-lago', 'deputy')).toEqual({ userId: 'us_wide' });
      expect(await findDuty(ctx, 'ar_mz-ni-lago', 'duty-coordinator')).toBeUndefined();
      expect(await findDuty(ctx, 'ar_mz-cd-palma', 'deputy')).toBeUndefined();
    });
  });
});
