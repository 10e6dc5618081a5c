// The key ring: what `serve` holds, what only the courier holds, and what neither holds. Pure: app/key-files.ts does the files.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { jsonOf, randomSecret } from './cipher.ts';
import { type Custody, createCustody } from './custody.ts';
import { createKeyPair } from './hpke.ts';
import { type Chains, periodOf, type RotatingPurpose, rotations } from './peppers.ts';

const bytes32 = z.codec(
  z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  {
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64url')),
    encode: (bytes) => Buffer.from(bytes).toString('base64url'),
  },
);
const keyId = z.string().regex(/^[0-9a-z]{8}$/);
const password = z.string().min(32);
const chain = z.strictObject({ period: z.int(), secret: bytes32 });
/** The id is the first byte of what it sealed; the last key of a list seals, all of them open. */
const classKeys = z.array(z.strictObject({ id: z.int().min(1).max(255), secret: bytes32 })).min(1);
const publicKeys = z.array(z.strictObject({ keyId, publicKey: bytes32 })).min(1);

const serveKeysSchema = z.strictObject({
  v: z.literal(1),
  /** Bound into every pseudonym, so that two programmes' rows cannot be matched even with one pepper. */
  deployment: z.string().min(16),
  peppers: z.strictObject({ registry: bytes32, conversation: chain, corroborate: chain, abuse: chain }),
  dedupe: bytes32,
  /** Shared with the courier: turns a gateway's id of a sent text into the key its delivery report is matched by. */
  provider: bytes32,
  codes: bytes32,
  totp: bytes32,
  throttle: bytes32,
  texts: z.strictObject({
    raw: classKeys,
    ordinary: classKeys,
    protection: classKeys,
    oversight: classKeys,
    params: classKeys,
    settings: classKeys,
  }),
  route: z.strictObject({ keyId, publicKey: bytes32 }),
  vault: z.strictObject({ a: publicKeys, b: publicKeys }),
  /** The courier's password is in its own file alone: `serve` must not be able to become the courier. */
  logins: z.strictObject({ intake: password, web: password, worker: password }),
});

const courierKeysSchema = z.strictObject({
  v: z.literal(1),
  routes: z
    .array(
      z.strictObject({
        keyId,
        publicKey: bytes32,
        privateKey: bytes32,
        createdAt: z.iso.datetime(),
        retiredAt: z.iso.datetime().nullable(),
      }),
    )
    .min(1),
  texts: z.strictObject({ params: classKeys, settings: classKeys }),
  provider: bytes32,
  login: password,
});

export type ServeKeys = z.output<typeof serveKeysSchema>;
export type CourierKeys = z.output<typeof courierKeysSchema>;
export type KeyRing = { serve: ServeKeys; courier: CourierKeys; custody: Custody };

/** A whole new ring. Custody files and their passphrases leave with the two custodians; nothing else may keep them. */
export async function createKeyRing(now: Date, kind: 'programme' | 'demonstration' = 'programme'): Promise<KeyRing> {
  const custody = await createCustody(now, kind === 'demonstration');
  const route = createRouteKey(now);
  const params = firstClassKey();
  const settings = firstClassKey();
  const provider = randomSecret();
  const serve: ServeKeys = {
    v: 1,
    deployment: randomBytes(16).toString('base64url'),
    peppers: { registry: randomSecret(), ...firstChains(now) },
    dedupe: randomSecret(),
    provider,
    codes: randomSecret(),
    totp: randomSecret(),
    throttle: randomSecret(),
    texts: {
      raw: firstClassKey(),
      ordinary: firstClassKey(),
      protection: firstClassKey(),
      oversight: firstClassKey(),
      params,
      settings,
    },
    route: { keyId: route.keyId, publicKey: route.publicKey },
    vault: { a: [publicPart(custody.a.file)], b: [publicPart(custody.b.file)] },
    logins: { intake: createLogin(), web: createLogin(), worker: createLogin() },
  };
  const courier: CourierKeys = { v: 1, routes: [route], texts: { params, settings }, provider, login: createLogin() };
  return { serve, courier, custody };
}

/** The text of `serve.json`. */
export function printServeKeys(keys: ServeKeys): string {
  return `${JSON.stringify(z.encode(serveKeysSchema, keys), null, 2)}\n`;
}

/** The text of `courier.json`. */
export function printCourierKeys(keys: CourierKeys): string {
  return `${JSON.stringify(z.encode(courierKeysSchema, keys), null, 2)}\n`;
}

export const parseServeKeys = (json: string): ServeKeys => parse(serveKeysSchema, json);
export const parseCourierKeys = (json: string): CourierKeys => parse(courierKeysSchema, json);

const KEPT_DAYS = 120;
type Rotated = { serve: ServeKeys; courier: CourierKeys; destroyed: string[] };

/**
 * Monthly: new contacts are sealed to a new key; a key retired 120 days ago is destroyed, and with it every route still sealed
 * to it, in old backups and on old disk blocks too. The courier re-seals the living routes in between (`resealRoute`).
 */
export function rotateRouteKey(ring: { serve: ServeKeys; courier: CourierKeys }, now: Date): Rotated {
  const fresh = createRouteKey(now);
  const retired = ring.courier.routes.map((key) => ({ ...key, retiredAt: key.retiredAt ?? now.toISOString() }));
  const { kept, destroyed } = dropOldRouteKeys([...retired, fresh], now);
  return {
    serve: { ...ring.serve, route: { keyId: fresh.keyId, publicKey: fresh.publicKey } },
    courier: { ...ring.courier, routes: kept },
    destroyed,
  };
}

type RouteKey = CourierKeys['routes'][number];

/** Daily: a retired key lives 120 days, no matter whether the next rotation came. */
export function dropOldRouteKeys(routes: readonly RouteKey[], now: Date): { kept: RouteKey[]; destroyed: string[] } {
  const limit = now.getTime() - KEPT_DAYS * 86_400_000;
  const isOld = (key: RouteKey) => key.retiredAt !== null && Date.parse(key.retiredAt) <= limit;
  return { kept: routes.filter((key) => !isOld(key)), destroyed: routes.filter(isOld).map((key) => key.keyId) };
}

function createRouteKey(now: Date): RouteKey {
  return { keyId: createKeyId(), ...createKeyPair(), createdAt: now.toISOString(), retiredAt: null };
}

/** Random, not dated: an id must not tell when a contact was first heard. */
const createKeyId = (): string => newId('route').slice(3, 11);
const createLogin = (): string => randomBytes(32).toString('base64url');
const firstClassKey = (): { id: number; secret: Uint8Array }[] => [{ id: 1, secret: randomSecret() }];
const publicPart = (file: { keyId: string; publicKey: string }) => ({
  keyId: file.keyId,
  publicKey: new Uint8Array(Buffer.from(file.publicKey, 'base64url')),
});

function firstChains(now: Date): Chains {
  const first = (purpose: RotatingPurpose) => ({
    period: periodOf(purpose, now) - rotations[purpose].kept,
    secret: randomSecret(),
  });
  return { conversation: first('conversation'), corroborate: first('corroborate'), abuse: first('abuse') };
}

function parse<Schema extends z.ZodType>(schema: Schema, json: string): z.output<Schema> {
  const found = schema.safeParse(jsonOf(json));
  if (found.success) return found.data;
  throw problem('keys.unreadable', { field: found.error.issues[0]?.path.join('.') ?? '' });
}
