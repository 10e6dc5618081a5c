// A number for one page: sealed to the key that the page made for itself and never gives away. RSA-OAEP, because every browser opens it.
import { constants, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';

const LEAST_BITS = 2048;

/** Undefined for what is no such key: nothing would open what is sealed to it. */
function readPageKey(pageKey: Uint8Array): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(pageKey), format: 'der', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= LEAST_BITS ? key : undefined;
  } catch {
    return undefined;
  }
}

export const isPageKey = (pageKey: Uint8Array): boolean => readPageKey(pageKey) !== undefined;

/** Bound to the call: moved to another row it does not open. */
export function sealToPage(pageKey: Uint8Array, number: string, callId: string): Buffer {
  const key = readPageKey(pageKey);
  if (!key) throw new Error('no key of a page');
  const how = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(callId) };
  return publicEncrypt({ key, ...how }, Buffer.from(number));
}
