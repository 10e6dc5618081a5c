import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { Problem } from '../../../shared/kit/problem.ts';
import { openCustodyKey, parsePrivateKeyFile } from './custody.ts';
import {
  createKeyRing,
  dropOldRouteKeys,
  parseCourierKeys,
  parseServeKeys,
  printCourierKeys,
  printServeKeys,
  rotateRouteKey,
} from './keys.ts';
import { openRoute, resealRoute, sealRoute } from './seal.ts';

const now = new Date('2026-11-23T08:00:00Z');
const ring = await createKeyRing(now, 'demonstration');
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const her = { msisdn: '+258841234567', channel: 'kannel', language: 'vmw' } as const;

function refusalOf(deed: () => unknown): Problem {
  try {
    deed();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('it was not refused');
}

test('a key ring printed to its two files is read back the same', () => {
  expect(parseServeKeys(printServeKeys(ring.serve))).toEqual(ring.serve);
  expect(printCourierKeys(parseCourierKeys(printCourierKeys(ring.courier)))).toBe(printCourierKeys(ring.courier));
});

test('what serve holds can open no route and is no courier', () => {
  const serve = printServeKeys(ring.serve);
  for (const key of ring.courier.routes) expect(serve).not.toContain(Buffer.from(key.privateKey).toString('base64url'));
  expect(serve).not.toContain(ring.courier.login);
});

test('neither key file holds a custodian private key or passphrase', async () => {
  const files = printServeKeys(ring.serve) + printCourierKeys(ring.courier);
  for (const { file, passphrase } of [ring.custody.a, ring.custody.b]) {
    const { privateKey } = await openCustodyKey(file, passphrase);
    expect(files).not.toContain(Buffer.from(privateKey).toString('base64url'));
    expect(files + JSON.stringify(file)).not.toContain(passphrase);
  }
});

test('two rings share no secret', async () => {
  const other = await getKeyRing();
  const secrets = (text: string): string[] => [...text.matchAll(/[A-Za-z0-9_-]{43}/g)].map(([secret]) => secret);
  const mine = secrets(printServeKeys(ring.serve) + printCourierKeys(ring.courier));
  expect(new Set(mine).size).toBeGreaterThan(16);
  expect(
    mine.filter((secret) => secrets(printServeKeys(other.serve) + printCourierKeys(other.courier)).includes(secret)),
  ).toEqual([]);
});

test('a damaged key file is refused without a byte of it in the refusal', () => {
  const text = printServeKeys(ring.serve);
  const secret = Buffer.from(ring.serve.codes).toString('base64url');
  const damaged = [
    text.slice(0, -20),
    text.replace(secret, `${secret}x`),
    text.replace('"v": 1', '"v": 2'),
    secret,
    '',
    '[]',
  ];
  for (const json of damaged) {
    const refusal = refusalOf(() => parseServeKeys(json));
    expect(refusal.code).toBe('keys.unreadable');
    expect(JSON.stringify([refusal.message, refusal.details, refusal.stack, refusal.cause ?? ''])).not.toContain(
      secret.slice(0, 8),
    );
  }
  expect(refusalOf(() => parseServeKeys(text.replace(secret, `${secret}x`))).details).toEqual({ field: 'codes' });
});

test('a stray key in a key file is refused: a courier key must not creep into serve.json', () => {
  const stray = { ...JSON.parse(printServeKeys(ring.serve)), routes: [] };
  expect(refusalOf(() => parseServeKeys(JSON.stringify(stray))).code).toBe('keys.unreadable');
});

test('after a rotation new contacts use the new key, older routes still open, and 120 days later they do not', async () => {
  const old = sealRoute(ring.serve, her, 'rt_1');
  const first = rotateRouteKey(ring, daysLater(30));
  expect(first.destroyed).toEqual([]);
  const fresh = sealRoute(first.serve, her, 'rt_2');
  expect(fresh.keyId).not.toBe(old.keyId);
  expect(openRoute(first.courier, old, 'rt_1')).toEqual(her);
  expect(openRoute(first.courier, fresh, 'rt_2')).toEqual(her);
  expect(() => openRoute(ring.courier, fresh, 'rt_2')).toThrow(expect.objectContaining({ code: 'seal.key-gone' }));

  const almost = dropOldRouteKeys(first.courier.routes, new Date(daysLater(150).getTime() - 1));
  expect(almost.destroyed).toEqual([]);
  const due = dropOldRouteKeys(first.courier.routes, daysLater(150));
  expect(due.destroyed).toEqual([old.keyId]);
  expect(() => openRoute({ routes: due.kept }, old, 'rt_1')).toThrow(
    expect.objectContaining({ code: 'seal.key-gone' }),
  );
  expect(openRoute({ routes: due.kept }, fresh, 'rt_2')).toEqual(her);
  expect(rotateRouteKey(first, daysLater(150)).destroyed).toEqual([old.keyId]);
});

test('a route of a long concern is sealed again and outlives the key it began with', async () => {
  const old = sealRoute(ring.serve, her, 'rt_1');
  const { courier } = rotateRouteKey(ring, daysLater(30));
  const again = resealRoute(courier, old, 'rt_1');
  expect(again.keyId).not.toBe(old.keyId);
  expect(resealRoute(courier, again, 'rt_1')).toBe(again);
  const { kept } = dropOldRouteKeys(courier.routes, daysLater(150));
  expect(openRoute({ routes: kept }, again, 'rt_1')).toEqual(her);
});

test('a custodian opens the file with the passphrase as read aloud, not with another one', async () => {
  const { file, passphrase } = ring.custody.a;
  const read = parsePrivateKeyFile(JSON.stringify(file));
  expect(passphrase).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  const spoken = await openCustodyKey(
    read,
    passphrase.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'),
  );
  expect(Buffer.from(spoken.privateKey)).toHaveLength(32);
  await expect(openCustodyKey(read, ring.custody.b.passphrase)).rejects.toMatchObject({ code: 'keys.passphrase' });
});

test('the demonstration mark of a custody file cannot be taken off', async () => {
  const { file, passphrase } = ring.custody.b;
  expect(file.demonstration).toBe(true);
  await expect(openCustodyKey({ ...file, demonstration: false }, passphrase)).rejects.toMatchObject({
    code: 'keys.passphrase',
  });
  await expect(openCustodyKey({ ...file, group: 'a' }, passphrase)).rejects.toMatchObject({ code: 'keys.passphrase' });
});

test('the file is stretched by argon2id at 128 MiB, as Node own argon2 agrees', async () => {
  const { file, passphrase } = ring.custody.a;
  expect(file.kdf).toMatchObject({ name: 'argon2id', memoryKib: 131_072, passes: 3 });
  const key = argon2Sync('argon2id', {
    message: passphrase.replaceAll('-', ''),
    nonce: Buffer.from(file.kdf.salt, 'base64url'),
    parallelism: 1,
    tagLength: 32,
    memory: file.kdf.memoryKib,
    passes: file.kdf.passes,
  });
  const { aesOpen } = await import('./cipher.ts');
  const aad = ['custody', 1, file.group, file.keyId, file.demonstration, file.publicKey].join('|');
  const opened = await openCustodyKey(file, passphrase);
  expect(aesOpen(key, Buffer.from(file.sealed, 'base64url'), aad)).toEqual(opened.privateKey);
});

test('a file that is no custody key is refused without quoting it', () => {
  const refusal = refusalOf(() => parsePrivateKeyFile('AAAA-BBBB-CCCC'));
  expect(refusal.code).toBe('keys.unreadable');
  expect(String(refusal.stack)).not.toContain('AAAA');
});
