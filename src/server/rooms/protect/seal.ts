// What is sealed and for whom: a route for the courier, a vault entry for one of A together with one of B, a text for its class.
// Every seal is bound to the row it belongs to: a ciphertext moved to another row does not open.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { languages } from '../../../shared/domain/language.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { aesOpen, aesSeal, jsonOf } from './cipher.ts';
import type { CustodyKey } from './custody.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import type { CourierKeys, ServeKeys } from './keys.ts';

const hour = z.int().min(0).max(23);
const routeSchema = z.strictObject({
  msisdn: z.string().min(1),
  channel: z.string().min(1),
  language: z.enum(languages),
  /** Local hours in which a text may reach her; `from` may be later than `to` (over midnight). */
  safeHours: z.strictObject({ from: hour, to: hour }).optional(),
});
export type Route = z.infer<typeof routeSchema>;

const vaultEntrySchema = z.strictObject({
  msisdn: z.string().min(1),
  name: z.string().optional(),
  note: z.string().optional(),
});
export type VaultEntry = z.infer<typeof vaultEntrySchema>;

export type Sealed = { keyId: string; sealed: Uint8Array };

/** Sealed by whoever knows the public key; only the courier reads it back. */
export function sealRoute(keys: Pick<ServeKeys, 'route'>, route: Route, routeId: string): Sealed {
  const { keyId, publicKey } = keys.route;
  const sealed = hpkeSeal(publicKey, toPaddedJson(route, 128), `route|${routeId}|${keyId}`);
  return { keyId, sealed };
}

/** `seal.key-gone` when its key was destroyed: that contact can no longer be reached, which is what was promised. */
export function openRoute(keys: Pick<CourierKeys, 'routes'>, { keyId, sealed }: Sealed, routeId: string): Route {
  const key = keys.routes.find((one) => one.keyId === keyId);
  if (!key) throw problem('seal.key-gone', { routeId });
  return readJson(routeSchema, hpkeOpen(key.privateKey, sealed, `route|${routeId}|${keyId}`));
}

/** For a living route when keys rotate: without it a concern open longer than a key lives could not be answered. */
export function resealRoute(keys: Pick<CourierKeys, 'routes'>, old: Sealed, routeId: string): Sealed {
  const current = keys.routes.find((key) => key.retiredAt === null);
  if (!current) throw problem('seal.key-gone', { routeId });
  if (current.keyId === old.keyId) return old;
  return sealRoute({ route: current }, openRoute(keys, old, routeId), routeId);
}

const vaultEnvelopeSchema = z.strictObject({
  v: z.literal(1),
  body: z.base64url(),
  halves: z.array(z.strictObject({ group: z.enum(['a', 'b']), keyId: z.string(), half: z.base64url() })),
});

/**
 * A random key seals the entry; the key is split by xor, one half for every key of A, the other for every key of B
 * (protection.md 3.1): any one of A with any one of B opens it, neither group alone learns a bit of it.
 */
export function sealVault(keys: Pick<ServeKeys, 'vault'>, entry: VaultEntry, personId: string): Uint8Array {
  const key = randomBytes(32);
  const forA = randomBytes(32);
  const forB = xor(key, forA);
  const sealHalf = (group: 'a' | 'b', to: ServeKeys['vault']['a'][number]) => {
    const half = hpkeSeal(to.publicKey, group === 'a' ? forA : forB, halfOf(group, personId, to.keyId));
    return { group, keyId: to.keyId, half: half.toString('base64url') };
  };
  const halves = [...keys.vault.a.map((to) => sealHalf('a', to)), ...keys.vault.b.map((to) => sealHalf('b', to))];
  const body = aesSeal(key, toPaddedJson(entry, 256), `vault|${personId}`).toString('base64url');
  return Buffer.from(JSON.stringify({ v: 1, body, halves }));
}

/** The custodians' side. The server never runs it on a real entry: it holds no private key. */
export function openVault(
  custodians: { a: CustodyKey; b: CustodyKey },
  sealed: Uint8Array,
  personId: string,
): VaultEntry {
  const envelope = readJson(vaultEnvelopeSchema, sealed);
  const openHalf = (group: 'a' | 'b') => {
    const { keyId, privateKey } = custodians[group];
    const found = envelope.halves.find((half) => half.group === group && half.keyId === keyId);
    if (!found) throw problem('seal.key-gone', { personId });
    return hpkeOpen(privateKey, Buffer.from(found.half, 'base64url'), halfOf(group, personId, keyId));
  };
  const key = xor(openHalf('a'), openHalf('b'));
  return readJson(vaultEntrySchema, aesOpen(key, Buffer.from(envelope.body, 'base64url'), `vault|${personId}`));
}

export const textClasses = ['raw', 'ordinary', 'protection', 'oversight', 'params', 'settings'] as const;
export type TextClass = (typeof textClasses)[number];
/** Which key, and the row the text belongs to. */
export type TextPlace = { textClass: TextClass; table: string; id: string };
type ClassKeys = readonly { id: number; secret: Uint8Array }[];
/** `serve` holds every class, the courier `params` only. */
export type TextKeys = { texts: { readonly [C in TextClass]?: ClassKeys } };

/** One byte of key id, then nonce, ciphertext, tag. */
export function sealText(keys: TextKeys, place: TextPlace, text: string): Uint8Array {
  const key = keys.texts[place.textClass]?.at(-1);
  if (!key) throw problem('seal.key-gone', { id: place.id });
  return Buffer.concat([Buffer.of(key.id), aesSeal(key.secret, text, rowOf(place, key.id))]);
}

export function openText(keys: TextKeys, place: TextPlace, sealed: Uint8Array): string {
  const key = keys.texts[place.textClass]?.find((one) => one.id === sealed[0]);
  if (!key) throw problem('seal.key-gone', { id: place.id });
  return aesOpen(key.secret, sealed.subarray(1), rowOf(place, key.id)).toString('utf8');
}

const rowOf = ({ textClass, table, id }: TextPlace, keyId: number) => `text|${textClass}|${keyId}|${table}|${id}`;
const halfOf = (group: string, personId: string, keyId: string) => `vault|${personId}|${group}|${keyId}`;

function xor(left: Uint8Array, right: Uint8Array): Buffer {
  return Buffer.from(left.map((byte, at) => byte ^ (right[at] ?? 0)));
}

// Spaces to a multiple of `step`: the length of a ciphertext must not tell whether there is a name or a note in it.
function toPaddedJson(value: Route | VaultEntry, step: number): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([json, Buffer.alloc((step - (json.length % step)) % step, ' ')]);
}

function readJson<Schema extends z.ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const found = schema.safeParse(jsonOf(Buffer.from(bytes).toString('utf8')));
  if (!found.success) throw problem('seal.broken');
  return found.data;
}
