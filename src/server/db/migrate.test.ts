// Migrations over real connections, each test on a database of its own.
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase, testPasswords } from '../../../test/database.ts';
import { newId } from '../../shared/kit/ids.ts';
import { migrate } from './migrate.ts';
import { openPool } from './pool.ts';

let scratch: ScratchDatabase;
const opened: { name: string; pools: pg.Pool[] }[] = [];

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(async () => {
  for (const { name, pools } of opened) {
    await Promise.all(pools.map((pool) => pool.end()));
    await scratch.owner.query(`drop database ${name} with (force)`);
  }
  await scratch?.close();
});

/** An empty database, and as many separate operators before it. */
async function anEmptyDatabase(operators: number): Promise<pg.Pool[]> {
  const name = newId('deed').replace('de_', 'salama_scratch_');
  await scratch.owner.query(`create database ${name} template template0`);
  const settings = { ...scratch.connection, database: name, max: 2, onLost: () => undefined };
  const pools = Array.from({ length: operators }, () => openPool(settings));
  opened.push({ name, pools });
  return pools;
}

const rowsOf = async (pool: pg.Pool, query: string): Promise<unknown[]> => (await pool.query(query)).rows;

/** One that was brought up before, and its operator. */
async function aMigratedDatabase(): Promise<pg.Pool> {
  const migrated = await openScratchDatabase();
  onTestFinished(() => migrated.close());
  return migrated.owner;
}

test('an empty database is brought up once; the second time there is nothing to do', async () => {
  const [operator] = await anEmptyDatabase(1);
  if (!operator) throw new Error('no operator');
  const first = await migrate(operator, testPasswords);
  expect(first).toEqual([...first].sort());
  expect(first[0]).toBe('0001_db.sql');
  const remembered = await rowsOf(operator, 'select name, digest, at from migration order by name');
  expect(remembered).toHaveLength(first.length);
  expect(await migrate(operator, testPasswords)).toEqual([]);
  expect(await rowsOf(operator, 'select name, digest, at from migration order by name')).toEqual(remembered);
});

test('a migration that was changed after it ran is refused by name, and those behind it wait', async () => {
  const operator = await aMigratedDatabase();
  await operator.query(`update migration set digest = md5('what it said then') where name = '0003_know.sql'`);
  await operator.query(`delete from migration where name = '0004_listen.sql'`);
  await expect(migrate(operator, testPasswords)).rejects.toThrow(/^migration 0003_know\.sql was changed after it ran/);
  expect(await rowsOf(operator, `select name from migration where name = '0004_listen.sql'`)).toEqual([]);
});

test('a migration that fails leaves nothing of itself and is not remembered', async () => {
  const [operator] = await anEmptyDatabase(1);
  if (!operator) throw new Error('no operator');
  // Its name is taken: the third file fails half-way, after it made its first tables.
  await operator.query('create table know_duty (id text)');
  await expect(migrate(operator, testPasswords)).rejects.toThrow('migration 0003_know.sql did not run');
  expect(await rowsOf(operator, 'select name from migration order by name')).toEqual([
    { name: '0001_db.sql' },
    { name: '0002_protect.sql' },
  ]);
  expect(await rowsOf(operator, `select to_regclass('know_area') as made`)).toEqual([{ made: null }]);
  await operator.query('drop table know_duty');
  expect((await migrate(operator, testPasswords))[0]).toBe('0003_know.sql');
});

test('two operators at once: one does all of it, the other finds it done', async () => {
  const operators = await anEmptyDatabase(2);
  const ran = await Promise.all(operators.map((operator) => migrate(operator, testPasswords)));
  const [none, all] = ran.map((names) => names.length).sort((a, b) => a - b);
  expect(none).toBe(0);
  expect(all).toBeGreaterThan(5);
});

test('who comes second waits as long as the first one works, whatever a deed may wait elsewhere', async () => {
  const [first] = await anEmptyDatabase(1);
  if (!first) throw new Error('no operator');
  const { database } = first.options;
  const impatient = new pg.Pool({ ...scratch.connection, database, options: '-c lock_timeout=1ms' });
  onTestFinished(() => impatient.end());
  const working = await first.connect();
  await working.query('select pg_advisory_lock(7251, 2)');
  const second = migrate(impatient, testPasswords);
  await expect
    .poll(() => rowsOf(first, `select 1 from pg_locks where locktype = 'advisory' and objid = 2 and not granted`))
    .toHaveLength(1);
  await working.query('select pg_advisory_unlock(7251, 2)');
  working.release();
  expect((await second).length).toBeGreaterThan(5);
});

test('a text that had left and was not in the sums yet is not forgotten when its cost is counted another way', async () => {
  const operator = await aMigratedDatabase();
  await operator.query(`
    drop table listen_cost_due;
    delete from migration where name = '0114_listen_cost_due.sql';
    insert into listen_channel (id, channel, settings_ct, sends, segment_price, created_at) values ('sms-1', 'kannel', '', true, 1250, now());
    insert into protect_contact (id, kind, language, channel, created_at) values ('ct_her', 'person', 'pt', 'sms-1', now());
    insert into listen_outbound (id, contact_id, template, language, state, gateway_id, not_before, expires_at, created_at)
      values ('ou_1', 'ct_her', 'receipt', 'pt', 'sent', 'sms-1', now(), now(), now());
    insert into task (id, hearing, payload, run_at) values ('ta_1', 'count-cost', '{"outboundId": "ou_1", "template": "receipt", "segments": 2}', now())`);
  expect(await migrate(operator, testPasswords)).toEqual(['0114_listen_cost_due.sql']);
  expect(await rowsOf(operator, 'select gateway_id, contact_id, segments, price from listen_cost_due')).toEqual([
    { gateway_id: 'sms-1', contact_id: 'ct_her', segments: 2, price: 1250 },
  ]);
  expect(await rowsOf(operator, 'select id from task')).toEqual([]);
});

test('the lock is given back, also after a refusal', async () => {
  const operator = await aMigratedDatabase();
  await operator.query(`update migration set digest = 'x' where name = '0001_db.sql'`);
  await expect(migrate(operator, testPasswords)).rejects.toThrow('0001_db.sql was changed');
  expect(await rowsOf(operator, `select objid from pg_locks where locktype = 'advisory' and classid = 7251`)).toEqual(
    [],
  );
});

test('a login has the password of the key files, and no right beyond its own', async () => {
  const operator = await aMigratedDatabase();
  const rights = await rowsOf(
    operator,
    `select rolname, rolcanlogin, rolinherit, rolsuper, rolbypassrls from pg_roles where rolname in ('salama_intake', 'salama_web', 'salama_worker', 'salama_courier') order by rolname`,
  );
  const none = { rolcanlogin: true, rolinherit: false, rolsuper: false, rolbypassrls: false };
  expect(rights).toEqual(
    ['salama_courier', 'salama_intake', 'salama_web', 'salama_worker'].map((rolname) => ({ rolname, ...none })),
  );
});
