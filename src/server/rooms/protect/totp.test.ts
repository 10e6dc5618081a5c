import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTotpSecret, openTotpSecret, sealTotpSecret, totpStepOf, totpUri } from './totp.ts';

// RFC 6238 appendix B: the secret is the ASCII of 12345678901234567890; SHA-1, here the last six of its eight digits.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at second %i the code of RFC 6238 is right and names its step', (seconds, code) => {
  expect(totpStepOf({ secret: rfcSecret, code, now: at(seconds), usedStep: null })).toBe(Math.floor(seconds / 30));
});

test('a phone half a minute early or late is accepted with its own step; a minute is not', () => {
  const step = Math.floor(1_234_567_890 / 30);
  const attempt = (seconds: number) =>
    totpStepOf({ secret: rfcSecret, code: '005924', now: at(seconds), usedStep: null });
  for (const second of [0, 15, 29]) {
    expect(attempt(step * 30 + second - 30)).toBe(step);
    expect(attempt(step * 30 + second + 30)).toBe(step);
    expect(attempt(step * 30 + second - 60)).toBeUndefined();
    expect(attempt(step * 30 + second + 60)).toBeUndefined();
  }
});

test('a code read over the shoulder is worth nothing once used, nor is an older one', () => {
  const now = at(1_234_567_890);
  const used = totpStepOf({ secret: rfcSecret, code: '005 924', now, usedStep: null });
  expect(used).toBe(41_152_263);
  expect(totpStepOf({ secret: rfcSecret, code: '005924', now, usedStep: 41_152_263 })).toBeUndefined();
  expect(totpStepOf({ secret: rfcSecret, code: '005924', now, usedStep: 41_152_264 })).toBeUndefined();
  expect(totpStepOf({ secret: rfcSecret, code: '005924', now, usedStep: 41_152_262 })).toBe(41_152_263);
  expect(totpStepOf({ secret: rfcSecret, code: '005924', now, usedStep: 99_999_999 })).toBeUndefined();
});

test('whatever is typed instead of a code is simply wrong', () => {
  for (const code of ['', '12345', '1234567', 'abcdef', '٠٠٥٩٢٤', '005924;', '-05924']) {
    expect(totpStepOf({ secret: rfcSecret, code, now: at(1_234_567_890), usedStep: null })).toBeUndefined();
  }
});

test('a new secret has 160 bits, works, and the app is told whose it is', () => {
  const secret = createTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(createTotpSecret()).not.toBe(secret);
  const uri = new URL(totpUri(secret, 'coordenadora@exemplo.org'));
  expect([uri.protocol, uri.searchParams.get('secret'), uri.searchParams.get('issuer')]).toEqual([
    'otpauth:',
    secret,
    'Salama',
  ]);
  expect(totpStepOf({ secret, code: codeOf(secret, 41_152_263), now: at(1_234_567_890), usedStep: null })).toBe(
    41_152_263,
  );
});

test('the secret lies sealed to its user', () => {
  const keys = { totp: new Uint8Array(32).fill(3) };
  const sealed = sealTotpSecret(keys, rfcSecret, 'us_1');
  expect(Buffer.from(sealed).toString('latin1')).not.toContain(rfcSecret);
  expect(openTotpSecret(keys, sealed, 'us_1')).toBe(rfcSecret);
  expect(() => openTotpSecret(keys, sealed, 'us_2')).toThrow('seal.broken');
});

// RFC 4226 section 5.3, written out: an oracle that shares nothing with the library.
function codeOf(secret: string, step: number): string {
  const bits = [...secret]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
