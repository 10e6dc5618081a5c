import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDigits,
  createPostReference,
  createRecoveryCodes,
  createStaffCode,
  createTellerCode,
  digitsHash,
  findTellerCode,
  invitationHash,
  readPostReference,
  readStaffCode,
  readTellerCode,
  recoveryHash,
  tellerCodeHash,
  tellerCodeOf,
} from './codes.ts';

const keys = { codes: new Uint8Array(32).fill(7) };
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tellerCode = fc.constant(null).map(createTellerCode);
const many = (create: () => string, count = 2000) => Array.from({ length: count }, create);

test('a teller code is written 7K2M-9Q4T-C and read however she says it', () => {
  for (const code of many(createTellerCode, 200)) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
    const canonical = code.replaceAll('-', '');
    const spoken = [
      code.toLowerCase(),
      canonical,
      `  ${code.replaceAll('-', ' ')}. `,
      code.replaceAll('0', 'O').replaceAll('1', 'l'),
      code.replaceAll('1', 'I'),
    ];
    for (const spelling of spoken) {
      expect(readTellerCode(spelling)).toBe(canonical);
      expect(tellerCodeHash(keys, spelling)).toEqual(tellerCodeHash(keys, code));
    }
  }
});

test('any one wrong character is noticed', () => {
  for (const code of many(createTellerCode, 50).map((one) => one.replaceAll('-', ''))) {
    for (let at = 0; at < code.length; at++) {
      for (const wrong of alphabet.replace(code.charAt(at), '')) {
        expect(readTellerCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
      }
    }
  }
});

test('any two characters exchanged, neighbours or not, are noticed', () => {
  for (const code of [...many(createTellerCode, 300), ...many(createStaffCode, 300)]) {
    const characters = code.replaceAll('-', '');
    const read = characters.length === 9 ? readTellerCode : readStaffCode;
    for (let left = 0; left < characters.length; left++) {
      for (let right = left + 1; right < characters.length; right++) {
        const swapped = [...characters];
        swapped[left] = characters.charAt(right);
        swapped[right] = characters.charAt(left);
        if (swapped.join('') !== characters) expect(read(swapped.join(''))).toBeUndefined();
      }
    }
  }
});

test('a guessed code passes the check once in 32 times, no more: it saves a lookup, it is no secret', () => {
  fc.assert(
    fc.property(tellerCode, (code) => {
      const stem = code.replaceAll('-', '').slice(0, 8);
      expect([...alphabet].filter((check) => readTellerCode(stem + check))).toHaveLength(1);
    }),
  );
});

test('what is no code is read as none', () => {
  for (const typed of ['', 'OK', '7K2M', 'UUUU-UUUU-U', 'roubo em Metuge', '+258841234567', '7K2M-9Q4T-C-1'])
    expect(readTellerCode(typed)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => [undefined, 9].includes(readTellerCode(typed)?.length)),
  );
});

test('codes do not repeat and show no order', () => {
  const codes = many(createTellerCode);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(codes.map((code) => code.charAt(0))).size).toBe(32);
});

test('one code has another hash for each use, each user and each key', () => {
  const code = createStaffCode();
  const hashes = [
    tellerCodeHash(keys, code),
    invitationHash(keys, code),
    recoveryHash(keys, 'us_1', code),
    recoveryHash(keys, 'us_2', code),
    digitsHash(keys, 'cm_1', code),
    invitationHash({ codes: new Uint8Array(32) }, code),
  ].map((hash) => hash.toString('hex'));
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('the ten recovery codes differ, and each is read back', () => {
  const codes = createRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(readStaffCode(code.toLowerCase())).toBe(code.replaceAll('-', ''));
  }
});

test('a post reference is no word, no number, and has no sign that looks like another', () => {
  for (const reference of many(createPostReference)) {
    expect(reference).toMatch(/^[34679CDFGHJKMNPQRTVWXY]{4}$/);
    expect(reference).toMatch(/\d/);
    expect(reference).toMatch(/[A-Z]/);
    expect(readPostReference(` ${reference.toLowerCase()} `)).toBe(reference);
  }
  for (const typed of ['4739', 'FRGK', '7K2M', '7K3', '7K3MM', '']) expect(readPostReference(typed)).toBeUndefined();
});

test('confirming digits are four, with leading zeros, and fit one command only', () => {
  const digits = many(createDigits, 5000);
  expect(digits.every((one) => /^\d{4}$/.test(one))).toBe(true);
  expect(digits.some((one) => one.startsWith('0'))).toBe(true);
  expect(digitsHash(keys, 'cm_1', ' 0472 ')).toEqual(digitsHash(keys, 'cm_1', '0472'));
  expect(digitsHash(keys, 'cm_2', '0472')).not.toEqual(digitsHash(keys, 'cm_1', '0472'));
});

test('a code is found within a text and taken out of it; words and telephone numbers are none', () => {
  for (let each = 0; each < 50; each += 1) {
    const code = createTellerCode();
    const canonical = code.replaceAll('-', '');
    for (const typed of [code, canonical.toLowerCase(), code.replaceAll('-', ' ')])
      expect(findTellerCode(`voltaram ontem ${typed}, os mesmos`)).toEqual({
        code: canonical,
        rest: 'voltaram ontem , os mesmos',
      });
  }
  for (const text of ['roubaram camponesa ontem', '841234567', 'no dia 24 as 10h', '', '4F7K'])
    expect(findTellerCode(text)).toBeUndefined();
  expect(tellerCodeOf(keys, 'ticket')).toBe(tellerCodeOf(keys, 'ticket'));
  expect(tellerCodeOf(keys, 'ticket')).not.toBe(tellerCodeOf(keys, 'another'));
});
