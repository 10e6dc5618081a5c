// The connection over a real server: what is kept, what travels together, and what a fault in the middle leaves behind.

import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../../../test/database.ts';
import { openDb } from './client.ts';
import { openPool } from './pool.ts';

let scratch: ScratchDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  scratch = await openScratchDatabase();
});
beforeEach(async () => {
  pool = openPool({ ...scratch.connection, max: 1, keepsStatements: true, onLost: () => undefined });
  await pool.query('create table if not exists quick (n int unique)');
  await pool.query('truncate quick');
});
afterEach(async () => {
  await pool.query('drop table quick');
  await pool.end();
});
afterAll(() => scratch?.close());

const numbers = async (): Promise<number[]> =>
  (await scratch.owner.query<{ n: number }>('select n from quick order by n')).rows.map(({ n }) => n);

const compiled = (n: number): CompiledQuery => CompiledQuery.raw('insert into quick values ($1)', [n]);

test('the same statement is prepared once, however often it is asked', async () => {
  const client = await pool.connect();
  for (const n of [1, 2, 3]) await client.query('insert into quick values ($1)', [n]);
  const { rows } = await client.query(
    "select count(*)::int as kept from pg_prepared_statements where statement like 'insert into quick%'",
  );
  client.release();
  expect(rows).toEqual([{ kept: 1 }]);
  expect(await numbers()).toEqual([1, 2, 3]);
});

test('what is asked in one breath is answered in its order', async () => {
  const client = await pool.connect();
  const [, counted, , again] = await Promise.all([
    client.query('insert into quick values ($1)', [1]),
    client.query('select count(*)::int as n from quick'),
    client.query('insert into quick values ($1)', [2]),
    client.query('select count(*)::int as n from quick'),
  ]);
  client.release();
  expect([counted?.rows, again?.rows]).toEqual([[{ n: 1 }], [{ n: 2 }]]);
});

test('a fault in the middle of a breath leaves nothing of its transaction, and the connection serves on', async () => {
  const db = openDb(pool);
  await expect(
    db.transaction().execute((tx) => Promise.all([1, 1, 2].map((n) => tx.executeQuery(compiled(n))))),
  ).rejects.toMatchObject({ code: '23505' });
  expect(await numbers()).toEqual([]);
  await pool.query('insert into quick values ($1)', [3]);
  expect(await numbers()).toEqual([3]);
});

test('a transaction that cannot begin writes nothing: neither in it nor beside it', async () => {
  const client = await pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await scratch.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await client.query('begin');
  await expect(client.query('insert into quick values ($1)', [1])).rejects.toThrow();
  client.release(true);
  expect(await numbers()).toEqual([]);
});

test('a kept statement whose table was altered ends its connection; the next one asks anew', async () => {
  const db = openDb(pool);
  const ask = (): Promise<{ rows: unknown[] }> =>
    db.executeQuery(CompiledQuery.raw('select * from quick where n > $1', [0]));
  await ask();
  await scratch.owner.query('alter table quick add column note text');
  await expect(ask()).rejects.toMatchObject({ code: '0A000' });
  expect((await ask()).rows).toEqual([]);
});
