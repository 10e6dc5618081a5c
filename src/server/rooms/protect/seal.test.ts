import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getKeyRing } from '../../../../test/key-ring.ts';
import { openCustodyKey } from './custody.ts';
import { hpkeOpen } from './hpke.ts';
import { createKeyRing } from './keys.ts';
import { openRoute, openText, openVault, sealRoute, sealText, sealVault, textClasses } from './seal.ts';

const now = new Date('2026-11-23T08:00:00Z');
const ring = await createKeyRing(now, 'demonstration');
const other = await getKeyRing();
const keyOf = (custody: typeof ring.custody.a) => openCustodyKey(custody.file, custody.passphrase);
const [a, b, a2, b2] = await Promise.all([
  keyOf(ring.custody.a),
  keyOf(ring.custody.b),
  keyOf(other.custody.a),
  keyOf(other.custody.b),
]);
const her = { msisdn: '+258841234567', channel: 'kannel', language: 'pt', safeHours: { from: 20, to: 6 } } as const;

const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

describe('route', () => {
  test('the courier reads a route back, each sealing looks different, and no byte of the number shows', async () => {
    const one = sealRoute(ring.serve, her, 'rt_1');
    const two = sealRoute(ring.serve, her, 'rt_1');
    expect(openRoute(ring.courier, one, 'rt_1')).toEqual(her);
    expect(Buffer.from(one.sealed)).not.toEqual(Buffer.from(two.sealed));
    expect(Buffer.from(one.sealed).toString('latin1')).not.toContain('841234567');
  });

  test('a route moved to another row, cut, changed anywhere or sealed for another courier does not open', async () => {
    const { keyId, sealed } = sealRoute(ring.serve, her, 'rt_1');
    expect(() => openRoute(ring.courier, { keyId, sealed }, 'rt_2')).toThrow(
      expect.objectContaining({ code: 'seal.broken' }),
    );
    expect(() => openRoute(ring.courier, { keyId, sealed: sealed.slice(0, -1) }, 'rt_1')).toThrow(
      expect.objectContaining({
        code: 'seal.broken',
      }),
    );
    expect(() => openRoute(ring.courier, { keyId, sealed: new Uint8Array(5) }, 'rt_1')).toThrow(
      expect.objectContaining({
        code: 'seal.broken',
      }),
    );
    for (let at = 0; at < sealed.length; at += 13) {
      expect(() => openRoute(ring.courier, { keyId, sealed: changed(sealed, at) }, 'rt_1')).toThrow(
        expect.objectContaining({
          code: 'seal.broken',
        }),
      );
    }
    const foreign = other.courier.routes.map((key) => ({ ...key, keyId }));
    expect(() => openRoute({ routes: foreign }, { keyId, sealed }, 'rt_1')).toThrow(
      expect.objectContaining({
        code: 'seal.broken',
      }),
    );
    expect(() => openRoute(other.courier, { keyId, sealed }, 'rt_1')).toThrow(
      expect.objectContaining({ code: 'seal.key-gone' }),
    );
  });

  test('safe hours and language do not show in the length', async () => {
    const plain = sealRoute(ring.serve, { msisdn: '+258821', channel: 'kannel', language: 'vmw' }, 'rt_1');
    expect(plain.sealed.length).toBe(sealRoute(ring.serve, her, 'rt_1').sealed.length);
  });
});

describe('vault', () => {
  const entry = { msisdn: '+258841234567', name: 'Amina', note: 'ligar só de manhã' };

  test('one of A with one of B opens an entry, whichever they are', async () => {
    const keys = {
      vault: { a: [...ring.serve.vault.a, ...other.serve.vault.a], b: [...ring.serve.vault.b, ...other.serve.vault.b] },
    };
    const sealed = sealVault(keys, entry, 'ct_1');
    for (const pair of [
      { a, b },
      { a: a2, b },
      { a, b: b2 },
      { a: a2, b: b2 },
    ]) {
      expect(openVault(pair, sealed, 'ct_1')).toEqual(entry);
    }
  });

  test('two of A, two of B, or a stranger with one of them cannot', async () => {
    const sealed = sealVault(ring.serve, entry, 'ct_1');
    const pairs = [
      { a, b: a },
      { a: b, b },
      { a, b: { ...a, group: 'b' as const, keyId: b.keyId } },
      { a: { ...b, keyId: a.keyId }, b },
      { a, b: b2 },
      { a: a2, b },
    ];
    for (const pair of pairs) {
      expect(() => openVault(pair, sealed, 'ct_1')).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^seal\./) }),
      );
    }
  });

  test('the half of one group, opened, says nothing of the other: it is fresh chance for every entry', async () => {
    const halves = Array.from({ length: 8 }, () => {
      const envelope = JSON.parse(Buffer.from(sealVault(ring.serve, entry, 'ct_1')).toString());
      const open = ({ privateKey, group, keyId }: typeof a, at: number) =>
        hpkeOpen(
          privateKey,
          Buffer.from(envelope.halves[at].half, 'base64url'),
          `vault|ct_1|${group}|${keyId}`,
        ).toString('hex');
      return [open(a, 0), open(b, 1)];
    });
    expect(new Set(halves.flat()).size).toBe(16);
  });

  test('an entry under another person, or changed anywhere, does not open', async () => {
    const sealed = sealVault(ring.serve, entry, 'ct_1');
    expect(() => openVault({ a, b }, sealed, 'ct_2')).toThrow(expect.objectContaining({ code: 'seal.broken' }));
    for (let at = 0; at < sealed.length; at += 97) {
      expect(() => openVault({ a, b }, changed(sealed, at), 'ct_1')).toThrow(
        expect.objectContaining({
          code: expect.stringMatching(/^seal\./),
        }),
      );
    }
  });

  test('whether a name was told does not show in the length', async () => {
    const bare = sealVault(ring.serve, { msisdn: entry.msisdn }, 'ct_1');
    expect(bare.length).toBe(sealVault(ring.serve, entry, 'ct_1').length);
  });
});

describe('text', () => {
  const place = { textClass: 'raw', table: 'listen_inbound', id: 'in_1' } as const;

  test('every text of every class comes back as it was told', () => {
    fc.assert(
      fc.property(fc.constantFrom(...textClasses), fc.string({ unit: 'grapheme' }), (textClass, text) => {
        const sealed = sealText(ring.serve, { ...place, textClass }, text);
        expect(openText(ring.serve, { ...place, textClass }, sealed)).toBe(text);
      }),
    );
  });

  test('a text of another row, table or class, or with any bit changed, does not open', () => {
    const sealed = sealText(ring.serve, place, 'roubaram o gado');
    for (const wrong of [
      { ...place, id: 'in_2' },
      { ...place, table: 'listen_outbound' },
      { ...place, textClass: 'oversight' as const },
    ]) {
      expect(() => openText(ring.serve, wrong, sealed)).toThrow('seal.broken');
    }
    for (let at = 0; at < sealed.length; at++)
      expect(() => openText(ring.serve, place, changed(sealed, at))).toThrow(/^seal\./);
    for (let end = 0; end < sealed.length; end++)
      expect(() => openText(ring.serve, place, sealed.slice(0, end))).toThrow(/^seal\./);
    expect(() => openText(other.serve, place, sealed)).toThrow('seal.broken');
  });

  test('the courier reads what it must send and nothing that was told', () => {
    const params = { textClass: 'params', table: 'listen_outbound', id: 'ou_1' } as const;
    expect(openText(ring.courier, params, sealText(ring.serve, params, '7K2M'))).toBe('7K2M');
    for (const textClass of ['raw', 'ordinary', 'protection', 'oversight'] as const) {
      const sealed = sealText(ring.serve, { ...place, textClass }, 'roubo');
      expect(() => openText(ring.courier, { ...place, textClass }, sealed)).toThrow('seal.key-gone');
    }
  });

  test('a new class key seals new texts, and older ones still open', () => {
    const old = sealText(ring.serve, place, 'antes');
    const newer = { texts: { raw: [...ring.serve.texts.raw, { id: 2, secret: other.serve.codes }] } };
    const fresh = sealText(newer, place, 'depois');
    expect([openText(newer, place, old), openText(newer, place, fresh)]).toEqual(['antes', 'depois']);
    expect(() => openText(ring.serve, place, fresh)).toThrow('seal.key-gone');
  });
});

test('of many texts sealed under one key no two share a nonce', () => {
  const place = { textClass: 'raw', table: 'listen_inbound', id: 'in_1' } as const;
  const nonces = Array.from({ length: 5000 }, () =>
    Buffer.from(sealText(ring.serve, place, 'x'))
      .subarray(1, 13)
      .toString('hex'),
  );
  expect(new Set(nonces).size).toBe(5000);
});
