// Nobody can protect what is not known to be there: every column says what it holds of a person.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScratchDatabase, type ScratchDatabase } from '../database.ts';

const kinds = ['none', 'staff', 'pseudonym', 'sealed-identity', 'content', 'sealed-content', 'secret'];

/** Hashes that say nothing about a person: a gateway's nonce. */
const harmlessHashes = ['protect_nonce.nonce_hash'];

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await openScratchDatabase();
});
afterAll(() => scratch?.close());

const COLUMNS = `
  select c.relname || '.' || a.attname as place, format_type(a.atttypid, null) as type,
    substring(col_description(c.oid, a.attnum) from '^pii:([a-z-]+)$') as kind
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> 'migration'
  order by 1`;
type Column = { place: string; type: string; kind: string | null };

async function columns(): Promise<Column[]> {
  return (await scratch.owner.query<Column>(COLUMNS)).rows;
}

test('every column of every table carries a tag of a known kind', async () => {
  const all = await columns();
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(({ kind }) => kind === null || !kinds.includes(kind))).toEqual([]);
});

test('what is sealed lies in bytes, never in words', async () => {
  const sealed = (await columns()).filter(({ kind }) => kind?.startsWith('sealed-'));
  expect(sealed.length).toBeGreaterThan(5);
  expect(sealed.filter(({ type }) => type !== 'bytea')).toEqual([]);
});

test('a number, a raw text or a secret is not tagged as harmless', async () => {
  const telling = /(?:_ct|_hash|^sealed|\.sealed|msisdn|phone|password|secret|token)$/;
  const harmless = (await columns()).filter(({ place, kind }) => kind === 'none' && telling.test(place));
  expect(harmless.map(({ place }) => place)).toEqual(harmlessHashes);
});

test('a column without a tag is noticed', async () => {
  await scratch.owner.query('create table know_planted (id text, phone text)');
  await scratch.owner.query(`select ctx.tag('know_planted', '{"none":["id"]}')`);
  try {
    const untagged = (await columns()).filter(({ kind }) => kind === null);
    expect(untagged.map(({ place }) => place)).toEqual(['know_planted.phone']);
  } finally {
    await scratch.owner.query('drop table know_planted');
  }
});
