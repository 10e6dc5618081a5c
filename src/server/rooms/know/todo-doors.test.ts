// Doors of the database that say by themselves what somebody may see of tasks agree, for every role, with what row-level security lets her see.
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../../test/database.ts';
import { type Role, roleFacts, roles } from '../../../shared/domain/role.ts';
import { personTx, systemTx, type TxSettings } from '../../db/tx.ts';
import { addArea, countWaiting } from './index.ts';
import { replaceable } from './store-todo.ts';

const tx: TxSettings = { hearings: {}, clock: { offsetMs: 0 }, origin: 'live' };
const actor = { id: 'rule', role: 'rule' } as const;
let scratch: ScratchDatabase;
const run = (text: string, values: unknown[] = []) => scratch.owner.query(text, values);

type Held = { areaId?: string; language?: string; ownCouncilId?: string };
type Signed = { userId: string; grantId: string; role: Role };
let last = 0;

async function signIn(role: Role, held: Held = {}): Promise<Signed> {
  last += 1;
  const signed = { userId: `us_door${last}`, grantId: `gr_door${last}`, role };
  await run(
    `insert into protect_user (id, login, name, state, created_at) values ($1, $1, 'Pessoa', 'active', now())`,
    [signed.userId],
  );
  await run(
    `insert into protect_grant (id, user_id, role, area_id, post_id, language, own_council_id, granted_by, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, 'x', now() - interval '1 day')`,
    [
      signed.grantId,
      signed.userId,
      role,
      held.areaId ?? null,
      roleFacts[role].scope === 'post' ? 'po_door' : null,
      held.language ?? null,
      held.ownCouncilId ?? null,
    ],
  );
  await run(
    `insert into protect_session (token_hash, user_id, grant_id, role, created_at, seen_at, expires_at)
     values (sha256(convert_to($1, 'UTF8')), $1, $2, $3, now(), now(), now() + interval '1 day')`,
    [signed.userId, signed.grantId, role],
  );
  return signed;
}
const cover = ({ userId, grantId, role }: Signed, by: Signed) =>
  run(
    `insert into protect_absence (id, user_id, grant_id, role, cover_id, cover_grant_id, starts_at, ends_at, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, now() - interval '1 hour', now() + interval '1 day', $2, now())`,
    [`ab_${userId}`, userId, grantId, role, by.userId, by.grantId],
  );

const as = <T>({ userId, role }: Signed, deed: Parameters<typeof personTx<T>>[1]): Promise<T> =>
  personTx(
    {
      db: scratch.as('web'),
      tx,
      person: { actor: { id: userId, role }, databaseClass: roleFacts[role].databaseClass, token: userId },
    },
    deed,
  );
/** By policy alone: what she could take, or has. A class without a right to tasks sees none. */
const seen = (person: Signed): Promise<string[]> =>
  ids(
    person,
    sql`select id from know_todo where state = 'open' or (state = 'taken' and (taken_by = ${person.userId} or ${replaceable})) order by id`,
  );

const ids = (person: Signed, query: RawBuilder<unknown>): Promise<string[]> =>
  as(person, async (ctx) => {
    const { rows } = await sql<{ id: string }>`${query}`.execute(ctx.tx);
    return rows.map(({ id }) => id);
  }).catch((error: unknown) => {
    if (/permission denied/.test(String(error))) return [];
    throw error;
  });

let people: Signed[];

beforeAll(async () => {
  scratch = await openScratchDatabase();
  await systemTx({ db: scratch.as('owner'), tx, actor }, async (ctx) => {
    await addArea(ctx, { id: 'ar_land', parentId: null, kind: 'country', name: 'Moçambique' });
    await addArea(ctx, { id: 'ar_north', parentId: 'ar_land', kind: 'province', name: 'Cabo Delgado' });
    await addArea(ctx, { id: 'ar_one', parentId: 'ar_north', kind: 'district', name: 'Mueda' });
    await addArea(ctx, { id: 'ar_two', parentId: 'ar_north', kind: 'district', name: 'Palma' });
    await addArea(ctx, { id: 'ar_village', parentId: 'ar_one', kind: 'village', name: 'Nanjua' });
  });
  const plain = await Promise.all(
    roles.filter((role) => roleFacts[role].scope !== 'language').map((role) => signIn(role, scopeOf(role))),
  );
  const [one, two, north] = [
    await signIn('coordinator', { areaId: 'ar_one' }),
    await signIn('coordinator', { areaId: 'ar_two' }),
    await signIn('coordinator', { areaId: 'ar_north' }),
  ];
  const [maria, joana] = [
    await signIn('listener', { language: 'vmw', ownCouncilId: 'co_a' }),
    await signIn('listener', { language: 'vmw', ownCouncilId: 'co_b' }),
  ];
  const mwani = await signIn('listener', { language: 'wmw' });
  const [officer, guard] = [await signIn('protection-officer'), await signIn('administrator')];
  people = [...plain, one, two, north, maria, joana, mwani, officer, guard];
  await cover(one, two);
  await cover(maria, joana);
  const locked = await signIn('coordinator', { areaId: 'ar_one' });
  await run(`update protect_user set state = 'locked' where id = $1`, [locked.userId]);
  // Every task that there can be: whose role, lane, area, language and council, free or in anybody's hand, late or not.
  await run(
    `insert into know_todo (id, kind, role, subject_id, lane, scope_id, language, council_id, state, taken_by, opened_at, due_at)
     select 'td_' || n, 'unclear', role, 'td_' || n, lane, scope, language, council, case when hand = '' then 'open' else 'taken' end,
       nullif(hand, ''), now(), now() + case when n % 3 = 0 then -1 else 1 end * interval '1 hour'
     from (select row_number() over () as n, * from
       unnest(array['coordinator', 'protection-officer', 'listener', 'administrator', 'auditor']) as role,
       unnest(array['ordinary', 'protection']) as lane, unnest(array[null, 'ar_land', 'ar_one', 'ar_two', 'ar_village']) as scope,
       (values (null, null), ('vmw', 'co_a'), ('vmw', 'co_b'), ('vmw', null), ('wmw', 'co_a')) as spoken (language, council),
       unnest($1::text[]) as hand) as every`,
    [['', locked.userId, ...people.map(({ userId }) => userId)]],
  );
});
afterAll(() => scratch?.close());

const scopeOf = (role: Role): Held => (roleFacts[role].scope === 'area' ? { areaId: 'ar_land' } : {});

test('the daily count of what waits is what the screen would show, whatever the role, and for whoever stands in', async () => {
  const counted = await Promise.all(
    people.map(async (person) => {
      const { waiting } = await systemTx({ db: scratch.as('worker'), tx, actor }, (ctx) =>
        countWaiting(ctx, person.userId),
      );
      return { ...person, waiting };
    }),
  );
  const shown = await Promise.all(people.map(async (person) => ({ ...person, waiting: (await seen(person)).length })));
  expect(counted).toEqual(shown);
  const reaches = (role: Role): boolean => shown.some((one) => one.role === role && one.waiting > 0);
  expect(roles.filter(reaches)).toEqual(['administrator', 'coordinator', 'protection-officer', 'listener']);
});

test('whom a task to call is about is told to nobody but who holds it and may see it', async () => {
  await run(
    `insert into protect_contact (id, kind, channel, created_at) values ('ct_door', 'person', 'handset', now())`,
  );
  // Thirty of each person's: every row is asked for by every person.
  const calls = await run(
    `update know_todo set kind = 'call-back' where id in (
       select id from (select id, row_number() over (partition by taken_by order by md5(id)) as n
         from know_todo where taken_by is not null and language is null) r where n <= 30) returning id`,
  );
  await run(
    `insert into listen_call (id, contact_id, gateway_id, source_key, abuse_key, dedupe_key, called_at)
     select subject_id, 'ct_door', 'handset', '\\x01', '\\x01', convert_to(subject_id, 'utf8'), now() from know_todo where kind = 'call-back'`,
  );
  expect(calls.rowCount).toBeGreaterThan(150);
  for (const person of people) {
    const mine = await own(person);
    const told = await called(person);
    const rings = person.role === 'coordinator' || person.role === 'protection-officer';
    expect({ who: person.role, told }).toEqual({ who: person.role, told: rings ? mine : [] });
    expect(rings && mine.length === 0).toBe(false);
  }
});

/** Taken by her, and still hers to see. */
const own = (person: Signed): Promise<string[]> =>
  ids(person, sql`select id from know_todo where kind = 'call-back' and taken_by = ${person.userId} order by id`);

/** Every task that there is, put to the door that names her whom it is about; a class without that door is told nothing. */
const called = async (person: Signed): Promise<string[]> => {
  const { rows } = await run(`select id from know_todo where kind = 'call-back' order by id`);
  const all = rows.map(({ id }: { id: string }) => id);
  return ids(person, sql`select t.id from unnest(${all}::text[]) as t (id), ctx.look_at_call(t.id) order by t.id`);
};
