// HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, one message to a key: it hides and binds,
// it does not say who sealed. The runtime's own primitives, at a tenth of what the same costs through Web Crypto: everybody who writes for
// the first time is sealed three times while her text waits to be acknowledged, and every text that leaves is unsealed once (ADR 0111).
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  encapsulate,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { problem } from '../../../shared/kit/problem.ts';

const ENC_BYTES = 32;
const TAG_BYTES = 16;

/** Encapsulated key (32 bytes), ciphertext, tag (16). */
export function hpkeSeal(publicKey: Uint8Array, plain: Uint8Array, aad: string): Buffer {
  const { sharedKey, ciphertext: enc } = encapsulate(publicKeyOf(publicKey));
  const { key, nonce } = scheduleKey(sharedKey);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(aad));
  return Buffer.concat([enc, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws `seal.broken` on the wrong key, another row's ciphertext, or a changed byte: they cannot be told apart. */
export function hpkeOpen(privateKey: Uint8Array, sealed: Uint8Array, aad: string): Buffer {
  const plain = sealed.length < ENC_BYTES + TAG_BYTES ? undefined : open(privateKey, sealed, aad);
  if (!plain) throw problem('seal.broken');
  return plain;
}

// The runtime's own errors say where it broke: nobody outside is told.
function open(privateKey: Uint8Array, sealed: Uint8Array, aad: string): Buffer | undefined {
  try {
    const { key, nonce } = scheduleKey(decapsulate(privateKeyOf(privateKey), sealed.subarray(0, ENC_BYTES)));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(Buffer.from(aad));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(ENC_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

export type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array };

/** A raw X25519 pair, 32 bytes each. */
export function createKeyPair(): KeyPair {
  const jwk = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  const raw = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'));
  return { publicKey: raw(jwk.x), privateKey: raw(jwk.d) };
}

const VERSION = Buffer.from('HPKE-v1');
/** `suite_id` of section 5.1: this KEM, this KDF, this AEAD. */
const SUITE = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0x00, 0x20, 0x00, 0x01, 0x00, 0x02)]);
const BASE_MODE = Buffer.of(0);
const NOTHING = Buffer.alloc(0);

/** Section 5.1, `KeySchedule` of base mode. What does not depend on the message is worked out once. */
const context = Buffer.concat([
  BASE_MODE,
  extract(NOTHING, 'psk_id_hash', NOTHING),
  extract(NOTHING, 'info_hash', Buffer.from('salama v1')),
]);

function scheduleKey(sharedKey: Uint8Array): { key: Buffer; nonce: Buffer } {
  const secret = extract(sharedKey, 'secret', NOTHING);
  return { key: expand(secret, 'key', 32), nonce: expand(secret, 'base_nonce', 12) };
}

/** `LabeledExtract` of section 4. */
function extract(salt: Uint8Array, label: string, ikm: Uint8Array): Buffer {
  return createHmac('sha256', salt).update(VERSION).update(SUITE).update(label).update(ikm).digest();
}

/** `LabeledExpand` of section 4, for no more than the 32 bytes that one block of HKDF gives. */
function expand(secret: Uint8Array, label: string, bytes: number): Buffer {
  const block = createHmac('sha256', secret).update(Buffer.of(0, bytes)).update(VERSION).update(SUITE);
  return block.update(label).update(context).update(Buffer.of(1)).digest().subarray(0, bytes);
}

/** RFC 8410: what stands before the 32 raw bytes of an X25519 key in its DER form. */
const SPKI = Buffer.from('302a300506032b656e032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

const publicKeyOf = remembering((raw) =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' }),
);
const privateKeyOf = remembering((raw) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, raw]), format: 'der', type: 'pkcs8' }),
);

// The runtime's form of a key dies with the key it was made of.
function remembering(make: (raw: Uint8Array) => KeyObject): (raw: Uint8Array) => KeyObject {
  const known = new WeakMap<Uint8Array, KeyObject>();
  return (raw) => {
    const key = known.get(raw) ?? make(raw);
    known.set(raw, key);
    return key;
  };
}
