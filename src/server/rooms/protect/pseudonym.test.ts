import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { createKeyRing, type ServeKeys } from './keys.ts';
import { isPepperDue, periodOf, rotatePeppers } from './peppers.ts';
import { bodyHash, dedupeKey, isPhone, pseudonymsOf, toAddress } from './pseudonym.ts';

const now = new Date('2026-11-23T08:00:00Z');
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const { serve } = await createKeyRing(now, 'demonstration');
const all = (keys: ServeKeys, from: string, at = now) => {
  const { registry, conversation, corroborate, abuse } = pseudonymsOf(keys, toAddress(from, 'MZ'), at);
  return [registry, conversation.current, conversation.previous, corroborate, abuse].map((one) => one.toString('hex'));
};
const mozambican = fc
  .tuple(fc.constantFrom('82', '83', '84', '85', '86', '87'), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([prefix, rest]) => prefix + String(rest).padStart(7, '0'));

test('every spelling a gateway may send of one number is one person', () => {
  fc.assert(
    fc.property(mozambican, (national) => {
      const spaced = `${national.slice(0, 2)} ${national.slice(2, 5)} ${national.slice(5)}`;
      const spellings = [
        `+258${national}`,
        `258${national}`,
        `00258${national}`,
        national,
        spaced,
        `0${national}`,
        ` +258 ${spaced}`,
        `tel:+258${national}`,
      ];
      expect(new Set(spellings.map((one) => toAddress(one, 'MZ')))).toEqual(new Set([`+258${national}`]));
    }),
  );
});

test('numbers of Tanzania and Malawi are theirs, with and without the plus', () => {
  for (const number of ['255712345678', '265991234567']) {
    for (const spelling of [`+${number}`, `00${number}`, number]) expect(toAddress(spelling, 'MZ')).toBe(`+${number}`);
  }
});

test('a number range newer than our tables is still one number, however it is spelt', () => {
  for (const spelling of ['811234567', '258811234567', '+258811234567', '0811234567']) {
    expect(toAddress(spelling, 'MZ')).toBe('+258811234567');
  }
});

test('a word or a short code is kept as text that nobody can be called back on', () => {
  for (const [from, address] of [
    ['M-Pesa', 'alpha:m-pesa'],
    ['VODACOM ', 'alpha:vodacom'],
    ['84840', 'alpha:84840'],
    ['+1234', 'alpha:1234'],
    ['', 'alpha:'],
    ['123456789012345678', 'alpha:123456789012345678'],
  ] as const) {
    expect(toAddress(from, 'MZ')).toBe(address);
    expect(isPhone(toAddress(from, 'MZ'))).toBe(false);
  }
  expect(isPhone(toAddress('841234567', 'MZ'))).toBe(true);
});

test('whatever a gateway sends as sender, an address comes out', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (from) => /^(\+\d+|alpha:.*)$/su.test(toAddress(from, 'MZ'))));
});

test('one number has pseudonyms of 16 bytes that no two purposes share', () => {
  fc.assert(
    fc.property(mozambican, (number) => {
      const pseudonyms = all(serve, number);
      expect(new Set(pseudonyms).size).toBe(5);
      expect(pseudonyms.every((one) => one.length === 32)).toBe(true);
    }),
  );
});

test('two numbers, and two programmes with one pepper, never share a pseudonym', () => {
  fc.assert(
    fc.property(mozambican, mozambican, (one, other) => {
      fc.pre(one !== other);
      expect(all(serve, one).filter((mark) => all(serve, other).includes(mark))).toEqual([]);
    }),
  );
  const sister = { ...serve, deployment: 'another-programme' };
  expect(all(serve, '841234567').filter((mark) => all(sister, '841234567').includes(mark))).toEqual([]);
});

test('a conversation begun last quarter is found this quarter, and not the one after', () => {
  const address = toAddress('841234567', 'MZ');
  const begun = pseudonymsOf(serve, address, now).conversation.current;
  const next = pseudonymsOf(serve, address, daysLater(91)).conversation;
  expect(next.previous).toEqual(begun);
  expect(next.current).not.toEqual(begun);
  const later = pseudonymsOf(serve, address, daysLater(182)).conversation;
  expect([later.current, later.previous]).not.toContainEqual(begun);
});

test('the registry knows a member for as long as the programme', () => {
  const address = toAddress('841234567', 'MZ');
  expect(pseudonymsOf(serve, address, daysLater(2000)).registry).toEqual(pseudonymsOf(serve, address, now).registry);
});

test('rotated keys give the same pseudonyms today and can give none of a finished period', () => {
  const later = daysLater(200);
  const rotated = rotatePeppers(serve, later);
  expect(all(rotated, '841234567', later)).toEqual(all(serve, '841234567', later));
  const then = all(serve, '841234567').slice(1);
  for (let back = 0; back <= 400; back++) {
    const marks = all(rotated, '841234567', daysLater(200 - back));
    expect(marks.filter((mark) => then.includes(mark))).toEqual([]);
  }
  expect(all(rotated, '841234567')[0]).toBe(all(serve, '841234567')[0]);
});

test('two processes that rotate at different times agree on who is who', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 90 }), (first, more) => {
      const at = daysLater(first + more);
      expect(all(rotatePeppers(serve, daysLater(first)), '841234567', at)).toEqual(
        all(rotatePeppers(serve, at), '841234567', at),
      );
    }),
  );
});

test('a rotation is due when a finished period can still be computed, and not before', () => {
  expect(isPepperDue(serve, now)).toBe(false);
  const nextWeek = new Date((periodOf('abuse', now) + 1) * 7 * 86_400_000);
  expect(isPepperDue(serve, new Date(nextWeek.getTime() - 1))).toBe(false);
  expect(isPepperDue(serve, nextWeek)).toBe(true);
  expect(isPepperDue(rotatePeppers(serve, nextWeek), nextWeek)).toBe(false);
});

test('a clock gone back does not stop intake; a clock gone mad does not burn the peppers', () => {
  expect(all(serve, '841234567', new Date('1970-01-02T00:00:00Z'))).toHaveLength(5);
  const mad = new Date('2099-01-01T00:00:00Z');
  expect(all(serve, '841234567', mad)).toHaveLength(5);
  expect(() => rotatePeppers(serve, mad)).toThrow('keys.clock');
  const paused = daysLater(800);
  expect(all(rotatePeppers(serve, paused, 'checked'), '841234567', paused)).toEqual(all(serve, '841234567', paused));
});

test('a repeat is a repeat after any time; another gateway, key or ring is not', async () => {
  const key = dedupeKey(serve, 'kannel', '77');
  expect(dedupeKey(serve, 'kannel', '77')).toEqual(key);
  expect(dedupeKey(rotatePeppers(serve, daysLater(300)), 'kannel', '77')).toEqual(key);
  const { serve: other } = await getKeyRing();
  for (const another of [
    dedupeKey(serve, 'kannel', '78'),
    dedupeKey(serve, 'http', '77'),
    dedupeKey(serve, 'kannel|7', '7'),
    dedupeKey(other, 'kannel', '77'),
  ]) {
    expect(another).not.toEqual(key);
  }
  expect(bodyHash(serve, 'roubo')).toEqual(bodyHash(serve, 'roubo'));
  expect(bodyHash(serve, 'roubo')).not.toEqual(bodyHash(serve, 'Roubo'));
  expect(bodyHash(other, 'roubo')).not.toEqual(bodyHash(serve, 'roubo'));
});
