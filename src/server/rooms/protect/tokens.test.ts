import fc from 'fast-check';
import { expect, test } from 'vitest';
import { throttleKey } from './throttle-key.ts';
import { createSessionToken, hmacSha256Hex, nonceHash, sameText, tokenHash } from './tokens.ts';

test('a session token has 256 bits and only its hash is for the database', () => {
  const { token, hash } = createSessionToken();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(tokenHash(token)).toEqual(hash);
  expect(createSessionToken().token).not.toBe(token);
});

test('a gateway signature is that of RFC 4231, whichever way the body is cut', () => {
  const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(hmacSha256Hex('Jefe', 'what do ya want for nothing?')).toBe(expected);
  expect(hmacSha256Hex('Jefe', 'what do ya ', Buffer.from('want for nothing?'))).toBe(expected);
  expect(hmacSha256Hex('jefe', 'what do ya want for nothing?')).not.toBe(expected);
});

test('texts are the same when they are the same', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      (left, right) => sameText(left, right) === (left === right) && sameText(left, left),
    ),
  );
});

test('a nonce counts per gateway', () => {
  expect(nonceHash('http', 'abc')).toEqual(nonceHash('http', 'abc'));
  expect(nonceHash('http', 'abc')).not.toEqual(nonceHash('kannel', 'abc'));
  expect(nonceHash('a|1', 'b')).not.toEqual(nonceHash('a', '1|b'));
  expect(nonceHash('http', 'x'.repeat(5000))).toHaveLength(16);
});

test('sign-in is slowed for a network, whichever way its addresses are written', () => {
  const keys = { throttle: new Uint8Array(32).fill(9) };
  const key = (ip: string) => throttleKey(keys, ip).toString('hex');
  expect(key('192.0.2.7')).toBe(key('192.0.2.250'));
  expect(key('::ffff:192.0.2.7')).toBe(key('192.0.2.9'));
  expect(key('192.0.3.7')).not.toBe(key('192.0.2.7'));
  expect(key('2001:db8:7::1')).toBe(key('2001:0DB8:0007:ffff::2'));
  expect(key('2001:db8:8::1')).not.toBe(key('2001:db8:7::1'));
  expect(key('fe80::1%eth0')).toBe(key('fe80:0:0:1::'));
  expect(key('::1')).not.toBe(key('1::'));
  expect(key('not an address')).toBe(key('neither'));
  expect(throttleKey({ throttle: new Uint8Array(32) }, '192.0.2.7').toString('hex')).not.toBe(key('192.0.2.7'));
});
