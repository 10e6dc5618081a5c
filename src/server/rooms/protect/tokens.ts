// Tokens and signatures at the edge: session tokens, nonces, the gateways' HMAC. The database sees hashes only.
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for the cookie; its hash for the session row. Unkeyed on purpose: the token is already unguessable, and the
 * database resolves it by itself (row-level security). */
export function createSessionToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer');

/** For the table of seen nonces: short, and of one length whatever a gateway sends. */
export const nonceHash = (gateway: string, nonce: string): Buffer =>
  hash('sha256', `nonce|${gateway.length}|${gateway}|${nonce}`, 'buffer').subarray(0, 16);

/** Over the parts as they follow each other; a channel puts in whatever separators its gateway signs. */
export function hmacSha256Hex(secret: string, ...parts: (string | Uint8Array)[]): string {
  const mac = createHmac('sha256', secret);
  for (const part of parts) mac.update(part);
  return mac.digest('hex');
}

/** Takes as long wherever the two differ, and whatever their lengths. */
export const sameText = (left: string, right: string): boolean => timingSafeEqual(tokenHash(left), tokenHash(right));
