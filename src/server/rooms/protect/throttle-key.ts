// Sign-in is slowed per network, and no address is kept for it: only a keyed hash of its /24 (IPv4) or /48 (IPv6).
import { isIP } from 'node:net';
import { hmac } from './cipher.ts';
import type { ServeKeys } from './keys.ts';

/** @example throttleKey(keys, '192.0.2.7') equals throttleKey(keys, '::ffff:192.0.2.99') */
export function throttleKey(keys: Pick<ServeKeys, 'throttle'>, ip: string): Buffer {
  return hmac(keys.throttle, `v1|throttle|${prefixOf(ip)}`).subarray(0, 16);
}

function prefixOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  if (isIP(mapped) === 4) return mapped.split('.').slice(0, 3).join('.');
  return isIP(mapped) === 6 ? firstGroups(mapped) : 'unknown';
}

function firstGroups(ip: string): string {
  const [left = '', right] = ip.toLowerCase().replace(/%.*$/, '').split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
