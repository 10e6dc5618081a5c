// The two halves of the vault's lock. One private key belongs to group A, one to group B; each leaves in a file that only its
// custodian's passphrase opens. The server keeps the public keys and can therefore seal, and never open.
import { randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { base32, newId } from '../../../shared/kit/ids.ts';
import { problem } from '../../../shared/kit/problem.ts';
import { aesOpen, aesSeal, jsonOf } from './cipher.ts';
import { createKeyPair } from './hpke.ts';

const text = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`));

const privateKeyFileSchema = z.strictObject({
  kind: z.literal('salama-custody-key'),
  v: z.literal(1),
  group: z.enum(['a', 'b']),
  keyId: z.string().regex(/^[0-9a-z]{8}$/),
  /** True: lies beside the server for anyone to try. Such a key protects nobody. */
  demonstration: z.boolean(),
  createdAt: z.iso.datetime(),
  publicKey: text(32),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKib: z.int().min(19_456).max(1_048_576),
    passes: z.int().min(1).max(16),
    salt: text(16),
  }),
  sealed: text(12 + 32 + 16),
});

export type PrivateKeyFile = z.infer<typeof privateKeyFileSchema>;
export type CustodyGroup = PrivateKeyFile['group'];
export type CustodyKey = { group: CustodyGroup; keyId: string; privateKey: Uint8Array };
export type Custody = { readonly [G in CustodyGroup]: { file: PrivateKeyFile; passphrase: string } };

/** A key for one custodian of each group. The passphrase is shown once and belongs on paper, apart from the file. */
export async function createCustody(now: Date, demonstration: boolean): Promise<Custody> {
  const a = await createCustodyKey('a', now, demonstration);
  const b = await createCustodyKey('b', now, demonstration);
  return { a, b };
}

/** What the custodian types beside the file. Throws `keys.passphrase` on the wrong one or a changed file. */
export async function openCustodyKey(file: PrivateKeyFile, passphrase: string): Promise<CustodyKey> {
  const key = await stretch(passphrase, file.kdf);
  const privateKey = tryOpen(key, file);
  if (!privateKey) throw problem('keys.passphrase', { group: file.group });
  return { group: file.group, keyId: file.keyId, privateKey };
}

export function parsePrivateKeyFile(json: string): PrivateKeyFile {
  const found = privateKeyFileSchema.safeParse(jsonOf(json));
  if (!found.success) throw problem('keys.unreadable', { field: 'custody' });
  return found.data;
}

async function createCustodyKey(group: CustodyGroup, now: Date, demonstration: boolean): Promise<Custody['a']> {
  const pair = createKeyPair();
  const passphrase = createPassphrase();
  const header = {
    kind: 'salama-custody-key',
    v: 1,
    group,
    keyId: newId('vault').slice(3, 11),
    demonstration,
    createdAt: now.toISOString(),
    publicKey: Buffer.from(pair.publicKey).toString('base64url'),
    kdf: { name: 'argon2id', memoryKib: 131_072, passes: 3, salt: randomBytes(16).toString('base64url') },
  } as const;
  const sealed = aesSeal(await stretch(passphrase, header.kdf), pair.privateKey, bound(header));
  return { file: { ...header, sealed: sealed.toString('base64url') }, passphrase };
}

/** 100 bits in five groups of four: written on paper, read aloud, typed with or without the hyphens. */
function createPassphrase(): string {
  const letters = base32(randomBytes(13)).slice(0, 20).toUpperCase();
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

function stretch(passphrase: string, kdf: PrivateKeyFile['kdf']): Promise<Buffer> {
  const plain = passphrase.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return hashRaw(plain, {
    memoryCost: kdf.memoryKib,
    timeCost: kdf.passes,
    parallelism: 1,
    outputLen: 32,
    salt: Buffer.from(kdf.salt, 'base64url'),
  });
}

// Everything a reader would believe about the file is bound to its key: group, id and mark cannot be exchanged.
function bound(file: Omit<PrivateKeyFile, 'sealed'>): string {
  return ['custody', 1, file.group, file.keyId, file.demonstration, file.publicKey].join('|');
}

function tryOpen(key: Uint8Array, file: PrivateKeyFile): Uint8Array | undefined {
  try {
    return aesOpen(key, Buffer.from(file.sealed, 'base64url'), bound(file));
  } catch {
    return undefined;
  }
}
