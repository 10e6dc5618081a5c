// S02: sixty-four people of mixed class share three connections. Nobody sees a row of another's, no class or token outlives its deed.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDb } from '../../../src/server/db/client.ts';
import { openPool } from '../../../src/server/db/pool.ts';
import type { DatabaseClass } from '../../../src/server/db/roles.ts';
import { personTx } from '../../../src/server/db/tx.ts';
import { type Role, roleFacts, roles } from '../../../src/shared/domain/role.ts';
import type { Client } from '../../client.ts';
import { testPasswords } from '../../database.ts';
import {
  ask,
  loginOf,
  MACOMIA,
  OTHER_POST,
  one,
  openProtectionWorld,
  PEMBA,
  POST,
  type ProtectionWorld,
} from './protection-world.ts';

const PEOPLE = 64;
const DEEDS = 6_000;
const REQUESTS = 600;

type One = { role: Role; client: Client; token: string; databaseClass: DatabaseClass; userId: string; sees: string };
const logins: readonly (readonly [Role, string])[] = [
  ...roles.map((role) => [role, loginOf[role]] as const),
  ['coordinator', 'coordenador.macomia'],
  ['post-commander', 'comandante.nakirwe'],
  ['district-commander', 'comandante.macomia'],
];

let world: ProtectionWorld;
let pool: ReturnType<typeof openPool>;
let db: Db;
const people: One[] = [];
const settings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' } as const;

/** What of the two rooms' rows this person may see, asked of the database alone and in peace: the measure of all later looks. */
const look = (db: Db, who: One, end?: 'throw' | 'sql'): Promise<string> =>
  personTx(
    {
      db,
      tx: settings,
      person: { actor: { id: who.userId, role: who.role }, databaseClass: who.databaseClass, token: who.token },
    },
    async ({ tx }) => {
      const seen = [];
      for (const table of tablesOf[who.databaseClass] ?? []) {
        const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(tx);
        seen.push(...rows.map(({ id }) => id));
      }
      const { rows } = await sql<{
        who: string | null;
        class: string;
      }>`select ctx.user_id() as who, current_user::text as class`.execute(tx);
      const as = rows[0];
      if (end === 'throw') throw new Error('walked away');
      if (end === 'sql') await sql`select 1 / 0`.execute(tx);
      return `${as?.class} ${as?.who} ${seen.join(' ')}`;
    },
  );

const tablesOf: Readonly<Partial<Record<DatabaseClass, readonly string[]>>> = {
  coordinator: ['respond_concern', 'respond_brief', 'know_todo'],
  post: ['respond_brief'],
  protection: ['respond_concern', 'know_todo'],
  listener: ['know_todo'],
  auditor: ['protect_user'],
  administrator: ['protect_user', 'know_todo'],
};

beforeAll(async () => {
  world = await openProtectionWorld();
  await world.handset('Moradora, Mirambela').send('Roubo mota em Nantalika ontem a noite');
  await world.text('+258800007001', 'a policia pediu 500mt para soltar meu filho em Nantalika');
  await world.text('+258800007002', 'aquela coisa outra vez');
  await world.drained();
  const concern = await one<string>(world.sql, `select id as value from respond_concern where type_code = 'C03'`);
  const brief = await one<string>(world.sql, 'select id as value from respond_brief limit 1');
  for (const [scope, post] of [
    [PEMBA, POST],
    [MACOMIA, OTHER_POST],
  ] as const)
    for (let n = 0; n < 5; n += 1) {
      await world.copy('respond_concern', concern, { scope_id: scope, state: 'open' });
      await world.copy('respond_brief', brief, { scope_id: scope, post_id: post, state: 'new' });
    }
  pool = openPool({
    ...world.connection,
    user: 'salama_web',
    password: testPasswords.web,
    max: 3,
    onLost: () => undefined,
  });
  db = openDb(pool);
  for (let n = 0; n < PEOPLE; n += 1) people.push(await signIn(n));
}, 180_000);
afterAll(async () => {
  await pool.end();
  await world.close();
});

async function signIn(n: number): Promise<One> {
  const [role, login] = logins[n % logins.length] ?? ['auditor', 'auditora'];
  const client = await world.signIn(login);
  const { userId } = await client.call('getSession');
  const databaseClass = roleFacts[role].databaseClass;
  const who = { role, client, userId, databaseClass, token: client.cookie().split('=')[1] ?? '', sees: '' };
  return { ...who, sees: await look(db, who) };
}

/** A fixed order that looks like none: the same run every time. */
const shuffle = (n: number): number => (Math.imul(n ^ 0x9e3779b9, 2_654_435_761) >>> 0) % 1_000_003;
const personAt = (n: number): One => {
  const who = people[shuffle(n) % PEOPLE];
  if (!who) throw new Error('nobody there');
  return who;
};

async function inLanes(count: number, deed: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) await deed(n);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
}

test('the measure itself tells the rooms apart: each sees something, and neighbours see different things', () => {
  const byLogin = new Map(people.slice(0, logins.length).map((who, n) => [logins[n]?.[1], who.sees]));
  expect(new Set(byLogin.values()).size).toBe(logins.length);
  expect(byLogin.get('comandante')?.split(' ').length).toBe(2 + 6);
  expect(byLogin.get('comandante.nakirwe')?.split(' ').length).toBe(2 + 5);
});

test(`${DEEDS} deeds of ${PEOPLE} people, one in seven broken off: every look is the looker's own`, async () => {
  let broken = 0;
  const wrong: string[] = [];
  await inLanes(DEEDS, async (n) => {
    const who = personAt(n);
    const end = ({ 0: 'throw', 3: 'sql' } as const)[shuffle(n + 7) % 14];
    const seen = await look(db, who, end).catch((fault: unknown) => {
      if (end === undefined) throw fault;
      broken += 1;
    });
    if (seen !== undefined && seen !== who.sees) wrong.push(`${who.role}: ${seen.slice(0, 80)}`);
  });
  expect(wrong).toEqual([]);
  expect(broken).toBeGreaterThan(DEEDS / 10);
}, 300_000);

test('a connection that comes back is nobody’s: no class, no token, no row, also when its deed was broken off', async () => {
  await inLanes(300, async (n) => {
    await look(db, personAt(n), n % 2 ? 'throw' : 'sql').catch(() => undefined);
    const client = await pool.connect();
    try {
      const { rows } = await client.query(
        `select current_user::text as class, coalesce(current_setting('salama.token', true), '') as token, current_setting('role') as role`,
      );
      expect(rows).toEqual([{ class: 'salama_web', token: '', role: 'none' }]);
      await expect(client.query('select id from respond_concern')).rejects.toMatchObject({ code: '42501' });
    } finally {
      client.release();
    }
  });
});

test('a class taken on with another’s token, or with none, sees no row in any table', async () => {
  for (const who of people.slice(0, logins.length))
    for (const other of people.slice(0, logins.length)) {
      if (other.databaseClass === who.databaseClass) continue;
      const seen = await look(db, { ...who, token: other.token });
      expect(seen.split(' ').slice(2).join('')).toBe('');
    }
  for (const who of people.slice(0, logins.length))
    expect((await look(db, { ...who, token: 'x' })).split(' ').slice(2).join('')).toBe('');
});

test(`${REQUESTS} requests by HTTP at once, some refused in the middle: each answer is of the one who asked`, async () => {
  const own = new Map<One, string>();
  const listOf = (role: Role) => (role.endsWith('-commander') ? 'listBriefs' : 'listConcerns');
  for (const who of people) own.set(who, (await ask(who.client, listOf(who.role), {})).body);
  const wrong: string[] = [];
  await inLanes(REQUESTS, async (n) => {
    const who = personAt(n);
    if (shuffle(n) % 5 === 0) await ask(who.client, 'seeBrief', { id: 'br_000000000' });
    const { body } = await ask(who.client, listOf(who.role), {});
    if (body !== own.get(who)) wrong.push(who.role);
    const session = await ask(who.client, 'getSession');
    if (!session.body.includes(who.userId)) wrong.push(`${who.role} has another's session`);
  });
  expect(wrong).toEqual([]);
}, 180_000);
