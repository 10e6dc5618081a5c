import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyPair, hpkeOpen, hpkeSeal } from './hpke.ts';

// Another hand's RFC 9180, over Web Crypto: what either seals, the other opens.
const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const info = Buffer.from('salama v1');
const pair = createKeyPair();
const anything = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (plain, aad) => {
  const recipientPublicKey = await suite.kem.deserializePublicKey(pair.publicKey);
  const theirs = await suite.seal({ recipientPublicKey, info }, plain, Buffer.from(aad));
  const sealedByThem = Buffer.concat([Buffer.from(theirs.enc), Buffer.from(theirs.ct)]);
  expect(hpkeOpen(pair.privateKey, sealedByThem, aad)).toEqual(Buffer.from(plain));

  const ours = hpkeSeal(pair.publicKey, plain, aad);
  const recipientKey = await suite.kem.deserializePrivateKey(pair.privateKey);
  const enc = ours.subarray(0, 32);
  expect(Buffer.from(await suite.open({ recipientKey, enc, info }, ours.subarray(32), Buffer.from(aad)))).toEqual(
    Buffer.from(plain),
  );
});

test('what is sealed is HPKE as the standard has it: another implementation opens it, and is opened', async () => {
  await fc.assert(anything, { numRuns: 30 });
});

test('the same words sealed twice share not a byte of key, and a key that is none is broken, not believed', () => {
  const [one, two] = [hpkeSeal(pair.publicKey, Buffer.from('hi'), ''), hpkeSeal(pair.publicKey, Buffer.from('hi'), '')];
  expect(one.subarray(0, 32)).not.toEqual(two.subarray(0, 32));
  // The point of order one gives everybody the same shared key (RFC 9180, section 7.1.4).
  const lowOrder = Buffer.concat([Buffer.alloc(32), one.subarray(32)]);
  expect(() => hpkeOpen(pair.privateKey, lowOrder, '')).toThrow(expect.objectContaining({ code: 'seal.broken' }));
});
