// Two of the three primitives everything sealed is made of: AES-256-GCM (ours alone) and HMAC; the third, to a holder of a private key, is
// hpke.ts.
// Nothing here names a person, a table or a purpose; seal.ts and its neighbours do.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type DecipherGCM,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto';
import { problem } from '../../../shared/kit/problem.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Nonce, ciphertext, tag. A random 96-bit nonce is sound up to 2^32 texts under one key: years at any rate we can reach. */
export function aesSeal(key: Uint8Array, plain: Uint8Array | string, aad: string): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Throws `seal.broken` on the wrong key, another row's ciphertext, or a changed byte: they cannot be told apart. */
export function aesOpen(key: Uint8Array, sealed: Uint8Array, aad: string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw problem('seal.broken');
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const body = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
  if (!endsWell(decipher)) throw problem('seal.broken');
  return body;
}

// Drawn a thousand at a time, each used once: a call to the system per nonce would be a quarter of the whole cost.
const nonces = Buffer.alloc(NONCE_BYTES * 1024);
let nonceAt = nonces.length;

function freshNonce(): Buffer {
  if (nonceAt === nonces.length) {
    randomFillSync(nonces);
    nonceAt = 0;
  }
  nonceAt += NONCE_BYTES;
  return nonces.subarray(nonceAt - NONCE_BYTES, nonceAt);
}

// Node wraps raw bytes anew on every call, at five times the cost of the work itself. The wrapping dies with its key.
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function keyObjectOf(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

// GCM holds nothing back: `final` only says whether the tag fits, and everything before it is worthless until it did.
function endsWell(decipher: DecipherGCM): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

export function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', keyObjectOf(key)).update(text).digest();
}

export const randomSecret = (): Uint8Array => new Uint8Array(randomBytes(32));

// The words of JSON.parse quote what they read (a key, an opened text), so they may not leave, not even as a cause.
export function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
