import { link, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openScratchDatabase } from '../../../test/database.ts';
import {
  createKeyRing,
  openContactBook,
  openRoute,
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
  resealRoutes,
} from '../rooms/protect/index.ts';
import { pseudonymsOf, toAddress } from '../rooms/protect/pseudonym.ts';
import { sealRoute } from '../rooms/protect/seal.ts';
import { createKeyFiles, replaceKeyFile } from './key-files.ts';
import { rotateKeyFiles } from './rotate-keys.ts';

const DAY_MS = 86_400_000;
const start = new Date('2026-11-23T08:00:00Z');
const day = (n: number): Date => new Date(start.getTime() + n * DAY_MS);
const her = { msisdn: '+258841234567', channel: 'sms', language: 'pt' } as const;
const ring = await createKeyRing(start, 'demonstration');
let root: string;
let keys: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'salama-rotate-'));
  keys = join(root, 'keys');
  await createKeyFiles(keys, join(root, 'data'), {
    'serve.json': printServeKeys(ring.serve),
    'courier.json': printCourierKeys(ring.courier),
  });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const serve = async () => parseServeKeys(await readFile(join(keys, 'serve.json'), 'utf8'));
const courier = async () => parseCourierKeys(await readFile(join(keys, 'courier.json'), 'utf8'));
const sealHer = async () => sealRoute(await serve(), her, 'ro_1');

test('on an ordinary day nothing is written', async () => {
  const before = await Promise.all([serve(), courier()]);
  expect(await rotateKeyFiles(keys, day(1))).toBeUndefined();
  expect(await Promise.all([serve(), courier()])).toEqual(before);
});

test('each week the pepper of the flood limits is cut, each month the route key: a route sealed before opens until its key dies', async () => {
  const sealed = await sealHer();
  const abuse = pseudonymsOf(await serve(), toAddress(her.msisdn, 'MZ'), start).abuse;
  expect(await rotateKeyFiles(keys, day(8))).toMatchObject({ peppers: 1, routes: 0 });
  expect(pseudonymsOf(await serve(), toAddress(her.msisdn, 'MZ'), start).abuse).not.toEqual(abuse);
  for (let month = 1; month <= 4; month += 1)
    expect(await rotateKeyFiles(keys, day(31 * month))).toMatchObject({ routes: 1, destroyed: 0 });
  expect((await sealHer()).keyId).not.toBe(sealed.keyId);
  expect(openRoute(await courier(), sealed, 'ro_1')).toEqual(her);
  // Retired on day 31, gone 120 days later, with every copy of that route in an old backup.
  expect(await rotateKeyFiles(keys, day(152))).toMatchObject({ destroyed: 1 });
  const left = await courier();
  expect(() => openRoute(left, sealed, 'ro_1')).toThrow(expect.objectContaining({ code: 'seal.key-gone' }));
});

test('killed between the two files: what serve seals can be opened, and the next run brings them together', async () => {
  const old = await serve();
  await rotateKeyFiles(keys, day(31));
  await replaceKeyFile(keys, 'serve.json', printServeKeys(old));
  const sealed = await sealHer();
  expect(sealed.keyId).toBe(old.route.keyId);
  expect(openRoute(await courier(), sealed, 'ro_1')).toEqual(her);
  expect(await rotateKeyFiles(keys, day(31))).toMatchObject({ routes: 0 });
  const current = (await courier()).routes.find(({ retiredAt }) => retiredAt === null);
  expect((await serve()).route.keyId).toBe(current?.keyId);
});

test('what a killed rotation left under another name is overwritten by the next one', async () => {
  await link(join(keys, 'serve.json'), join(keys, 'serve.json.old'));
  await rotateKeyFiles(keys, day(1));
  expect((await readdir(keys)).toSorted()).toEqual(['courier.json', 'serve.json']);
  await expect(serve()).resolves.toMatchObject({ v: 1 });
});

test('a clock that jumped years touches no key', async () => {
  const before = await Promise.all([serve(), courier()]);
  await expect(rotateKeyFiles(keys, day(3650))).rejects.toMatchObject({ code: 'keys.clock' });
  expect(await Promise.all([serve(), courier()])).toEqual(before);
});

test('living routes move to the newest key by the courier own login, and a text can still be carried to her', async () => {
  const scratch = await openScratchDatabase();
  try {
    const book = openContactBook({ db: scratch.as('intake'), keys: await serve(), country: 'MZ' });
    const arrival = { from: her.msisdn, gatewayId: 'sms', language: 'pt', origin: 'live', now: start } as const;
    const { contactId } = await book.meet(arrival);
    const route = async () =>
      (
        await scratch.owner.query<{ id: string; keyId: string; sealed: Buffer }>(
          'select id, key_id as "keyId", sealed from protect_route where contact_id = $1',
          [contactId],
        )
      ).rows[0];
    const before = await route();
    await rotateKeyFiles(keys, day(31));
    const ring = await courier();
    expect(await resealRoutes(scratch.as('courier'), ring, 50)).toBe(1);
    expect(await resealRoutes(scratch.as('courier'), ring, 50)).toBe(0);
    const after = await route();
    if (!after) throw new Error('the route is gone');
    expect(after.keyId).not.toBe(before?.keyId);
    expect(openRoute(ring, after, after.id)).toMatchObject({ msisdn: her.msisdn });
  } finally {
    await scratch.close();
  }
});
