// The demonstration is small, marked, and leaves no district without an answer.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { roles } from '../../../shared/domain/role.ts';
import { newId } from '../../../shared/kit/ids.ts';
import { type Ctx, systemTx, type TxSettings } from '../../db/tx.ts';
import {
  findCouncilOfContact,
  findDuty,
  findPostOfContact,
  findResponsiblePost,
  listAreaNames,
  listTypes,
} from '../../rooms/know/index.ts';
import { handsets } from './people.ts';
import { MARK } from './places.ts';
import { playBeginning, playDemonstration } from './play.ts';
import { beginning, live } from './play-script.ts';
import { type SeedDeps, type Seeded, seedDemonstration } from './seed.ts';

const settings: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'demonstration' };

let scratch: ScratchDatabase;
let seeded: Seeded;
const contacts = new Map<string, string>();
const asUser: { id: string; login: string }[] = [];

const deps: SeedDeps = {
  channel: 'handset',
  registerContact: async (ctx, { number, kind, language, channel }) => {
    const id = newId('contact');
    contacts.set(number, id);
    await sql`insert into protect_contact (id, kind, language, channel, created_at, origin) values (${id}, ${kind}, ${language}, ${channel}, ${ctx.now}, 'demonstration')`.execute(
      ctx.tx,
    );
    return id;
  },
  makeUser: async (ctx, { login, name }) => {
    const id = newId('user');
    asUser.push({ id, login });
    await sql`insert into protect_user (id, login, name, state, created_at) values (${id}, ${login}, ${name}, 'active', ${ctx.now})`.execute(
      ctx.tx,
    );
    return id;
  },
  addHandset: async (ctx, { label }) => {
    const id = newId('handset');
    await sql`insert into listen_handset (id, label, number_ct, created_at) values (${id}, ${label}, '\\x00', ${ctx.now})`.execute(
      ctx.tx,
    );
    return id;
  },
};

beforeAll(async () => {
  scratch = await openScratchDatabase();
  const owner = { id: 'us_setup', role: 'administrator' as const };
  seeded = await systemTx({ db: scratch.as('owner'), tx: settings, actor: owner }, (ctx) =>
    seedDemonstration(ctx, deps),
  );
});
afterAll(() => scratch?.close());

const asWorker = <T>(deed: (ctx: Ctx) => Promise<T>): Promise<T> =>
  systemTx({ db: scratch.as('worker'), tx: settings, actor: { id: 'rule', role: 'rule' } }, deed);

test('every ordinary type that is on has a responsible post in each of the 56 districts', async () => {
  await asWorker(async (ctx) => {
    const districts = (await listAreaNames(ctx.tx)).filter((area) => area.kind === 'district');
    expect(districts).toHaveLength(56);
    const types = (await listTypes(ctx.tx)).filter((type) => type.lane === 'ordinary');
    const lone: string[] = [];
    for (const { id: areaId } of districts)
      for (const { code: typeCode, classCode } of types) {
        const found = await findResponsiblePost(ctx, { typeCode, classCode, areaId, lane: 'ordinary', at: ctx.now });
        if (!found) lone.push(typeCode);
      }
    // A service complaint is never a brief: the coordinator answers it (decisions.md 7).
    expect([...new Set(lone)]).toEqual(['J04']);
    expect(lone).toHaveLength(56);
  });
});

test('nothing of a restricted lane reaches any post, and who flees reaches no police', async () => {
  await asWorker(async (ctx) => {
    const areas = await listAreaNames(ctx.tx);
    for (const { id: areaId } of areas) {
      for (const type of await listTypes(ctx.tx)) {
        const asked = { typeCode: type.code, classCode: type.classCode, areaId, at: ctx.now };
        if (type.lane !== 'ordinary')
          expect(await findResponsiblePost(ctx, { ...asked, lane: type.lane })).toBeUndefined();
      }
      const fleeing = { typeCode: 'G02', classCode: 'G', areaId, lane: 'ordinary' as const, at: ctx.now };
      const service = (await findResponsiblePost(ctx, fleeing))?.post.service;
      expect([undefined, 'humanitarian']).toContain(service);
    }
  });
});

test.each([
  ['C02', 'ar_demo-nantalika', 'po_demo-police-nantalika'],
  ['C02', 'ar_demo-mirambela', 'po_demo-cd-cidade-de-pemba'],
  ['A02', 'ar_demo-nakirwe', 'po_demo-cd-macomia'],
  ['A03', 'ar_demo-nakirwe', 'po_demo-police-nakirwe'],
  ['F01', 'ar_demo-mwalani', 'po_demo-border-mwalani'],
  ['F01', 'ar_mz-ni-lago', 'po_demo-niassa-border'],
  ['B04', 'ar_demo-nantalika', 'po_demo-cabo-delgado-investigation'],
  ['H01', 'ar_demo-nihekua', 'po_demo-mediation-chiure'],
])('%s in %s goes to %s', async (typeCode, areaId, postId) => {
  const asked = { typeCode, classCode: typeCode.slice(0, 1), areaId, lane: 'ordinary' as const };
  const found = await asWorker((ctx) => findResponsiblePost(ctx, { ...asked, at: ctx.now }));
  expect(found?.post.id).toBe(postId);
});

test('every post below a province has a superior up to a provincial command, if it is police', async () => {
  const { rows } = await scratch.owner.query(
    `select count(*)::int as posts, count(superior_id)::int as with_superior, count(distinct service)::int as services,
      count(*) filter (where name not like '%(demonstração)' or origin <> 'demonstration')::int as unmarked from know_post`,
  );
  expect(rows[0]).toEqual({ posts: 56 + 3 + 21 + 13, with_superior: 56 + 3, services: 13, unmarked: 0 });
});

test('whatever was invented is marked', async () => {
  const { rows } = await scratch.owner.query<{ name: string; origin: string }>(
    `select name, origin from know_council union all select name, origin from know_area where id like 'ar_demo-%'`,
  );
  expect(rows).toHaveLength(20);
  for (const row of rows) expect(row).toEqual({ name: expect.stringContaining(MARK), origin: 'demonstration' });
  for (const user of seeded.users) expect(user.name).toContain(MARK);
});

test('invented numbers can ring nobody: no operator has that range', () => {
  expect(contacts.size).toBe(14);
  for (const number of contacts.keys()) expect(number).toMatch(/^\+25880000\d{4}$/);
});

test('focal points, the duty phone and the ladder are found', async () => {
  await asWorker(async (ctx) => {
    const contactOf = (place: string): string =>
      contacts.get(handsets.find(({ label }) => label.includes(place))?.number ?? '') ?? '';
    expect(await findCouncilOfContact(ctx, contactOf('Mutulua'))).toMatchObject({
      councilId: 'co_demo-mutulua',
      language: 'vmw',
    });
    expect(await findPostOfContact(ctx, contactOf('Telefone'))).toMatchObject({ id: 'po_demo-police-nantalika' });
    const ladder = ['duty-coordinator', 'deputy', 'district-coordinator', 'provincial-coordinator'] as const;
    const logins: (string | undefined)[] = [];
    for (const rung of ladder) {
      const duty = await findDuty(ctx, 'ar_demo-nantalika', rung);
      logins.push(asUser.find((user) => user.id === duty?.userId)?.login);
    }
    expect(logins).toEqual(['coordenadora', 'adjunto', 'coordenador.distrital', 'coordenadora.provincial']);
  });
});

test('there is one to sign in as for every role', () => {
  expect(new Set(seeded.users.map((user) => user.role))).toEqual(new Set(roles));
});

test('the play speaks through phones that exist, takes about eight minutes, and ends when it is told to', async () => {
  const said: string[] = [];
  let waited = 0;
  const stage = {
    handsets: seeded.handsets,
    send: async (handsetId: string, text: string) => {
      said.push(`${handsetId} ${text}`);
    },
    wait: async (ms: number) => {
      waited += ms;
    },
  };
  expect(await playBeginning(stage)).toBe(beginning.length);
  expect(said).toHaveLength(beginning.length);
  expect(await playDemonstration({ ...stage, stopped: () => false })).toBe(live.length);
  expect(said).toHaveLength(beginning.length + live.length);
  expect(waited).toBeGreaterThan(4 * 60_000);
  expect(waited).toBeLessThan(10 * 60_000);
  expect(await playDemonstration({ ...stage, stopped: () => said.length >= beginning.length + live.length + 3 })).toBe(
    3,
  );
});
